#!/usr/bin/env bash
# Rewrites what in docs/ comes out of the program: the rules, the manual page and the schema.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
read -ra flags <<< "${SWIFTFLAGS:-}"

# The test that compares docs/checks.md with the doc comments of the rules writes it anew, and fails if it differed.
HOLDFAST_CORE=1 RECORD=1 swift test --scratch-path .build-core -Xswiftc -use-ld=lld -Xswiftc -warnings-as-errors \
  "${flags[@]}" --filter ChecksDocumentTests > .build-core/docs.log 2>&1 ||
  grep -q 'written anew' .build-core/docs.log || { cat .build-core/docs.log >&2; exit 1; }

# The page is dated by the last change of the commands, so that making it twice gives the same bytes.
date=$(git log -1 --format=%cs -- Sources/Commands 2> /dev/null) || true
swift package "${flags[@]}" generate-manual --date "${date:-$(date +%F)}"

swift build -c release "${flags[@]}" --product holdfast
program=$(swift build -c release "${flags[@]}" --show-bin-path)/holdfast

# The plugin's folder for its output has changed its shape with SwiftPM's versions: look for the page in it.
page=$(find .build/plugins -name holdfast.1 -type f -printf '%T@ %p\n' 2> /dev/null |
  sort -n | tail -n 1 | cut -d ' ' -f 2-) || true
[ -n "$page" ] || { echo 'generate-manual left no holdfast.1 below .build/plugins.' >&2; exit 1; }
cp "$page" docs/holdfast.1
"$program" schema > docs/register.xsd.new
mv docs/register.xsd.new docs/register.xsd
echo 'Rewritten: docs/checks.md, docs/holdfast.1 and docs/register.xsd.'
