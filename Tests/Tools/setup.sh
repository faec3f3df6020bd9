#!/usr/bin/env bash
# Installs what is missing, says what, and does nothing at all (in a few hundredths of a second) if nothing is.
#
#   setup.sh build    what building needs: swift, git, pkg-config, and the headers of libxml2, OpenSSL,
#                     libxlsxwriter, libzip and Graphviz
#   setup.sh test     and what tests need: xmllint, and Python with xmlschema, a second opinion on our schema
#   setup.sh bench    and what the benchmark needs: Python, compilers for C and C++, and the peer openpyxl; lxml and
#                     networkx if they are there
set -euo pipefail
purpose=${1:-build}

if ! command -v swift > /dev/null; then
  cat >&2 <<'TEXT'
Holdfast is built with Swift 6.3 or later, and there is no swift on the PATH.
Get it from https://www.swift.org/install/linux/ (Debian 12 and others), then add its usr/bin to the PATH.
TEXT
  exit 1
fi

# ---- Debian packages ----------------------------------------------------------------------------------------

# A command is asked for by its name, since several packages may bring it; headers are asked for by their package.
missing=()
need_command() { command -v "$1" > /dev/null || missing+=("$2"); }
need_package() {
  [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2> /dev/null)" = installed ] || missing+=("$1")
}

need_command git git                  # swift build fetches packages with it
need_command pkg-config pkg-config    # swift build finds C libraries with it
need_command xmllint libxml2-utils
[ "$purpose" = build ] || need_command python3 python3
[ "$purpose" != bench ] || need_command cc gcc
[ "$purpose" != bench ] || need_command c++ g++
if command -v dpkg-query > /dev/null; then
  need_package libxml2-dev
  need_package libssl-dev
  need_package libxlsxwriter-dev
  need_package libzip-dev
  need_package libgraphviz-dev
  [ "$purpose" != bench ] || need_package python3-openpyxl
else
  # Not a Debian: we can ask for the libraries, but not install them.
  for library in libxml-2.0 libcrypto xlsxwriter libzip libgvc; do
    pkg-config --exists "$library" 2> /dev/null || missing+=("the headers of $library")
  done
fi

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo > /dev/null; then sudo "$@"
  else echo "This needs root, and there is no sudo: run as root: $*" >&2; return 1
  fi
}

apt_install() {
  echo "Installing the Debian packages that are missing: $*"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@"
}

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get > /dev/null; then
    printf 'Missing, and there is no apt-get here to install it: %s\n' "${missing[@]}" >&2
    exit 1
  fi
  apt_install "${missing[@]}"
fi

# ---- Python's xmlschema, for the tests ----------------------------------------------------------------------

# Without it one test skips itself and says so; so nothing below may stop the build.
has_xmlschema() {
  python3 -c 'import importlib.util as u, sys
sys.exit(not (u.find_spec("xmlschema") and u.find_spec("elementpath")))' 2> /dev/null
}

# Prints the last line of what went wrong, if all of it did.
pip_install() {
  local said
  said=$(PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INPUT=1 \
    python3 -m pip install --quiet --retries 1 --timeout 15 "$@" 2>&1) || { tail -n 1 <<< "$said"; return 1; }
}

if [ "$purpose" = test ] && ! has_xmlschema; then
  echo 'Installing the Python module xmlschema with pip, for the tests.'
  python3 -m pip --version > /dev/null 2>&1 || apt_install python3-pip || true
  # Debian keeps its own Python from pip unless told twice; hence the second try.
  pip_install xmlschema > /dev/null || why=$(pip_install --break-system-packages xmlschema) || true
  has_xmlschema || {
    echo "The Python module xmlschema could not be installed (${why:-no reason given})."
    echo 'Going on: the test that shows our schema to a second validator will skip itself.'
  }
fi
