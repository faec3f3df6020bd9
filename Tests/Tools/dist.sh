#!/usr/bin/env bash
# Makes what people download: dist/holdfast-VERSION-linux-ARCH.tar.gz and dist/holdfast_VERSION_ARCH.deb.
#
# The program in them needs glibc and libgcc_s, and nothing else from the system: Swift's library, libxml2, libcrypto and
# whatever those two want are linked into it. Debian has no archives of the libraries for workbooks, libxlsxwriter and
# libzip, nor of Graphviz: they go along in a folder `lib` beside the program, with what they need and the one plugin of
# Graphviz that is used. Built on Debian 12 it runs there and on anything with a glibc of at least NEWEST_GLIBC. Every step that could break this quietly is checked, the last by running the program in a root
# directory that holds nothing but glibc. For the same with a whole Debian around it, once, by hand and as root:
#
#   debootstrap --variant=minbase bookworm /tmp/bookworm
#   cp dist/*.deb /tmp/bookworm/ && chroot /tmp/bookworm sh -c 'dpkg -i /*.deb && holdfast --version'
#
# Variables: SWIFTFLAGS; CC; MAINTAINER, for the Debian package; NEWEST_GLIBC; SOURCE_DATE_EPOCH, the time of all
# files in the archives (the last commit's unless given), so that packing twice gives the same bytes.
set -euo pipefail
umask 022
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
read -ra flags <<< "${SWIFTFLAGS:-}"
cc=${CC:-cc}
maintainer=${MAINTAINER:-Holdfast maintainers <maintainers@holdfast.invalid>}
newest_glibc=${NEWEST_GLIBC:-2.35}

fail() { printf 'dist: %s\n' "$@" >&2; exit 1; }
say() { printf '\n== %s\n' "$1"; }

for tool in swift "$cc" pkg-config nm objdump strip ldd tar gzip dpkg-deb dpkg-query md5sum; do
  command -v "$tool" > /dev/null || fail "this needs $tool, which is not on the PATH"
done

version=$(sed -n 's/.*holdfastVersion *= *"\([^"]*\)".*/\1/p' Sources/Commands/Version.swift)
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$ ]] ||
  fail "Sources/Commands/Version.swift holds no version like 1.2.3 (found '$version')"
arch=$(uname -m)
deb_arch=$(dpkg --print-architecture)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2> /dev/null || date +%s)}

work=$PWD/.build-dist
static=$work/static
rm -rf "$static" "$work/tree" "$work/deb" "$work/try"
mkdir -p "$static" dist

# ---- The program --------------------------------------------------------------------------------------------

say 'Collecting static libraries'
# A folder that holds archives only and is searched first: the linker finds no shared library to prefer.
# libxml2 and libcrypto name what they need when linked statically; Swift's library and ICU are C++.
named=$(pkg-config --static --libs-only-l libxml-2.0 libcrypto | tr ' ' '\n' | sed -n 's/^-l//p' | sort -u)
link=()
for name in $named stdc++; do
  case $name in
    c | m | dl | pthread | rt) continue ;;   # parts of glibc
    icudata) continue ;;                     # dist_support.c stands in for it
  esac
  archive=$("$cc" -print-file-name="lib$name.a")
  [ -f "$archive" ] || fail "no lib$name.a here: install the -dev package that has it"
  ln -s "$(realpath "$archive")" "$static/lib$name.a"
  link+=(-Xlinker "-l$name")
done
# The package manager writes each library's own folder first, as pkg-config names it: here it names ours.
for library in libxml-2.0 libcrypto; do
  sed "s|^libdir=.*|libdir=$static|" "$(pkg-config --variable=pcfiledir $library)/$library.pc" \
    > "$static/$library.pc"
done
export PKG_CONFIG_PATH=$static
ls "$static"
# Where the program looks for the libraries that go along: beside itself, or as a Debian package has them. RPATH and not
# RUNPATH, so that those libraries find each other there too.
rpath='$ORIGIN/lib:$ORIGIN/../lib/holdfast'

defines=()
if [ -e "$static/libicuuc.a" ]; then
  # `grep -m 1` would close the pipe on nm; hence awk.
  icu_data=$(nm "$static/libicuuc.a" 2> /dev/null | awk '$1 == "U" && $2 ~ /^icudt[0-9]+_dat$/ && !n++ { print $2 }')
  [ -n "$icu_data" ] || fail 'libicuuc.a asks for no icudtNN_dat: see how this ICU finds its data'
  defines+=("-DICU_DATA=$icu_data")
fi
"$cc" -O2 -fPIC -Wall -Werror "${defines[@]}" -c Tests/Tools/dist_support.c -o "$static/dist_support.o"

say 'Building the program'
# -L goes through swiftc and not through -Xlinker: only so does it stand before the system's own folders.
# lld, because it takes archives in any order.
build=(swift build -c release --product holdfast --scratch-path "$work" --static-swift-stdlib --disable-local-rpath
  -Xswiftc -use-ld=lld -Xswiftc "-L$static" -Xlinker "$static/dist_support.o" "${link[@]}" -Xlinker -lm
  -Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker "$rpath" "${flags[@]}")
"${build[@]}"
built=$("${build[@]}" --show-bin-path)/holdfast

say 'Checking what it needs'
ldd "$built"
system='^(linux-vdso\.so\.1|(/.*/)?ld-linux[-a-z0-9_]*\.so\.[0-9]|lib(c|m)\.so\.6|libgcc_s\.so\.1|lib(dl|rt|pthread|util|resolv)\.so\.[0-9])$'
taken='^lib(xlsxwriter|minizip|zip|bz2|z|crypto|lzma|zstd|gvc|cgraph|cdt|pathplan|expat|ltdl)\.so\.'
foreign=$(ldd "$built" | awk '{ print $1 }' | grep -vE "$system" | grep -vE "$taken") || true
[ -z "$foreign" ] || fail "the program still needs these shared libraries: $(tr '\n' ' ' <<< "$foreign")"
along=$(ldd "$built" | awk -v taken="$taken" '$1 ~ taken { print $3 }')
# Graphviz loads its plugins itself, so that ldd doesn't know of them. The program looks for the one it uses beside libgvc.
graphviz=$(ldd "$built" | awk '$1 ~ /^libgvc\.so\./ { print $3 }')
plugin=$(dirname "$graphviz")/graphviz/libgvplugin_dot_layout${graphviz##*/libgvc}
[ -f "$plugin" ] || fail "no $plugin: the layout of graphs must go along"
foreign=$(ldd "$plugin" | awk '{ print $1 }' | grep -vE "$system" | grep -vE "$taken") || true
[ -z "$foreign" ] || fail "the plugin of Graphviz needs these shared libraries besides: $(tr '\n' ' ' <<< "$foreign")"
along="$along $plugin"

glibc_symbols=$(objdump -T "$built" | grep -oE 'GLIBC_[0-9.]+\)? +[A-Za-z0-9_]+' | tr -d ')' | sort -u)
glibc=$(awk '{ sub("GLIBC_", "", $1); print $1 }' <<< "$glibc_symbols" | sort -uV | tail -n 1)
echo "needs glibc $glibc"
[ "$(printf '%s\n' "$glibc" "$newest_glibc" | sort -V | tail -n 1)" = "$newest_glibc" ] ||
  fail "the program needs glibc $glibc, and may need $newest_glibc at most, because of:" \
    "$(grep "GLIBC_$glibc " <<< "$glibc_symbols")"

path=$(objdump -p "$built" | awk '$1 == "RUNPATH" || $1 == "RPATH" { print $2 }')
[ "$path" = "$rpath" ] || fail "the program looks for libraries in $path, and should look in $rpath"

# ---- The files ----------------------------------------------------------------------------------------------

say 'Laying out the files'
name=holdfast-$version-linux-$arch
tree=$work/tree/$name
mkdir -p "$tree/completions" "$tree/licenses" "$tree/lib"
cp "$built" "$tree/holdfast"
for file in $along; do cp --dereference "$file" "$tree/lib/"; done
chmod 644 "$tree"/lib/*
strip --strip-all "$tree/holdfast"
program=$tree/holdfast
[ "$(env -i "$program" --version)" = "$version" ] ||
  fail "holdfast --version does not print $version"

cp README.md LICENSE "$tree/"
[ ! -f CHANGELOG.md ] || cp CHANGELOG.md "$tree/"
cp -R registers docs "$tree/"
"$program" --generate-completion-script bash > "$tree/completions/holdfast.bash"
"$program" --generate-completion-script zsh > "$tree/completions/_holdfast"
"$program" --generate-completion-script fish > "$tree/completions/holdfast.fish"
"$program" schema > "$tree/register.xsd"

# What is linked in keeps its licence: one file for each library, as Debian and Swift state it.
for library in "$static"/*.a $along; do
  file=$(realpath "$library")
  # A folder that is a link has other names: dpkg knows the file by one of them.
  package=$( (dpkg-query --search "$file" || dpkg-query --search "${file#/usr}") 2> /dev/null | sed -n '1s/[:,].*//p')
  copyright=/usr/share/doc/$package/copyright
  [ -f "$copyright" ] || fail "no $copyright: the licence of $file must go with the program"
  named=$(basename "$library")
  cp "$copyright" "$tree/licenses/${named%%.*}.txt"
done
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')
swift_license=$(dirname "$(dirname "$resources")")/share/swift/LICENSE.txt
[ ! -f "$swift_license" ] || cp "$swift_license" "$tree/licenses/swift.txt"
for license in "$work"/checkouts/*/LICENSE*; do
  [ ! -f "$license" ] || cp "$license" "$tree/licenses/$(basename "$(dirname "$license")").txt"
done

normal_modes() {
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f -exec chmod 644 {} +
}
normal_modes "$tree"
chmod 755 "$tree/holdfast"

# ---- The archive --------------------------------------------------------------------------------------------

say "Packing dist/$name.tar.gz"
tar --create --directory "$work/tree" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu \
  --mtime="@$SOURCE_DATE_EPOCH" "$name" | gzip -9n > "dist/$name.tar.gz"

# ---- The Debian package -------------------------------------------------------------------------------------

deb_version=${version/-/\~}   # 1.0.0-beta.1 comes before 1.0.0
deb=dist/holdfast_${deb_version}_$deb_arch.deb
say "Packing $deb"
root=$work/deb
doc=$root/usr/share/doc/holdfast
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$doc" "$root/usr/share/holdfast" "$root/usr/share/xml/holdfast" \
  "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions" \
  "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
cp "$tree/holdfast" "$root/usr/bin/"
mkdir -p "$root/usr/lib/holdfast"
cp "$tree"/lib/* "$root/usr/lib/holdfast/"
cp "$tree/completions/holdfast.bash" "$root/usr/share/bash-completion/completions/holdfast"
cp "$tree/completions/_holdfast" "$root/usr/share/zsh/vendor-completions/"
cp "$tree/completions/holdfast.fish" "$root/usr/share/fish/vendor_completions.d/"
cp "$tree/register.xsd" "$root/usr/share/xml/holdfast/"
cp -R "$tree/registers" "$root/usr/share/holdfast/"
cp -R "$tree/docs/." "$tree/README.md" "$tree/licenses" "$doc/"
[ ! -f "$tree/CHANGELOG.md" ] || gzip -9nc "$tree/CHANGELOG.md" > "$doc/changelog.gz"
find "$doc" -name '*.1' -type f -print0 | while IFS= read -r -d '' page; do
  gzip -9nc "$page" > "$root/usr/share/man/man1/$(basename "$page").gz"
  rm "$page"
done
rmdir --ignore-fail-on-non-empty "$root/usr/share/man/man1" "$root/usr/share/man"

{
  year=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y)
  cat <<TEXT
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Holdfast
Comment:
 The program contains, linked into it, libraries that others wrote. Their
 licences are in /usr/share/doc/holdfast/licenses.

Files: *
Copyright: $year the authors of Holdfast
License: Apache-2.0

License: Apache-2.0
TEXT
  # A field of many lines: each indented, an empty one a dot.
  sed -e 's/[[:space:]]*$//' -e 's/^$/./' -e 's/^/ /' LICENSE
} > "$doc/copyright"

cat > "$root/DEBIAN/control" <<TEXT
Package: holdfast
Version: $deb_version
Architecture: $deb_arch
Maintainer: $maintainer
Installed-Size: $(du --apparent-size --summarize --block-size=1K "$root/usr" | cut -f 1)
Depends: libc6 (>= $glibc), libgcc-s1
Section: misc
Priority: optional
Description: risk register and business impact analysis
 Holdfast keeps a register of risks, assets and activities in one XML file,
 checks it, and assesses the risks against the criteria written in it.
 .
 The package holds the program, its manual, the XML schema of a register
 (in /usr/share/xml/holdfast) and registers to start from
 (in /usr/share/holdfast/registers).
TEXT
normal_modes "$root"
chmod 755 "$root/usr/bin/holdfast"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb"

# ---- Trying both --------------------------------------------------------------------------------------------

say 'Trying the archive with an empty environment'
try=$work/try
mkdir -p "$try/deb" "$try/bare"
tar --extract --file "dist/$name.tar.gz" --directory "$try"
register=registers/st-brigid.xml

# A register may have findings, which is exit code 1; anything above is a failure. RUN... ends with the program's path.
try_program() {
  local here=$1
  shift
  "$@" --version | grep -qxF "$version" || fail "in $here, --version does not print $version"
  "$@" schema | cmp - "$tree/register.xsd" || fail "in $here, the schema differs"
  local command code
  for command in check assess; do
    code=0
    "$@" "$command" "$register" > "$try/output" 2>&1 || code=$?
    [ "$code" -le 1 ] || { tail -n 5 "$try/output" >&2; fail "in $here, holdfast $command ends with $code"; }
  done
  echo "works in $here"
}
cd "$try/$name"
try_program 'the unpacked archive' env -i ./holdfast

say 'Trying the Debian package'
dpkg-deb --extract "$OLDPWD/$deb" "$try/deb"
dpkg-deb --control "$OLDPWD/$deb" "$try/deb/DEBIAN"
(cd "$try/deb" && md5sum --quiet --check DEBIAN/md5sums)
try_program 'the unpacked Debian package' env -i "$try/deb/usr/bin/holdfast"

say 'Trying it with nothing but glibc'
# The loader and the few libraries ldd names, at their places below an empty folder that becomes the root.
for file in $(ldd ./holdfast | grep -oE '/[^ )]+' | grep -v "^$PWD/"); do
  mkdir -p "$try/bare$(dirname "$file")"
  cp --dereference "$file" "$try/bare$file"
done
cp -R holdfast lib registers "$try/bare/"
bare=()
for enter in 'chroot' 'unshare --map-root-user --root'; do
  # Unquoted: the second way is three words.
  if $enter "$try/bare" /holdfast --version > /dev/null 2>&1; then bare=($enter "$try/bare"); break; fi
done
if [ ${#bare[@]} -eq 0 ]; then
  echo 'skipped: neither chroot nor unshare is allowed here'
elif mkdir -p "$try/bare/proc" && mount --bind /proc "$try/bare/proc" 2> /dev/null; then
  trap 'umount "$try/bare/proc"' EXIT
  try_program 'a root directory of glibc alone' env -i "$(command -v "${bare[0]}")" "${bare[@]:1}" /holdfast
  umount "$try/bare/proc"
  trap - EXIT
else
  # Swift reads the arguments of a process from /proc: without it the program starts and shows its help.
  env -i "$(command -v "${bare[0]}")" "${bare[@]:1}" /holdfast | grep -q '^USAGE: holdfast' ||
    fail 'in a root directory of glibc alone, the program does not start'
  echo 'starts in a root directory of glibc alone; no /proc could be put there to try more'
fi

cd "$OLDPWD"
say 'Made'
ls -l "dist/$name.tar.gz" "$deb"
