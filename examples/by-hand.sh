#!/bin/sh
# A register is edited by hand, or by any other program; check notices, record puts it into the history.
set -eu
holdfast() { command "${HOLDFAST:-holdfast}" "$@"; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
export HOLDFAST_BY='Elena Ruiz'

holdfast new clinic.xml --title 'Riverside Clinic'
holdfast add clinic.xml risk R-flood --title 'Flood'
holdfast set clinic.xml R-flood current --likelihood 2 --impact money=3 --because 'first review'
cp clinic.xml before.xml

echo '== A slip of the hand is found, with its place'
sed -i 's/likelihood="2"/likelihood="22"/' clinic.xml
if holdfast check --draft clinic.xml; then exit 1; fi

echo '== Mended; the content is no longer what the history vouches for'
sed -i -e 's/likelihood="22"/likelihood="3"/' -e 's|<title>Flood</title>|<title>The river floods the basement</title>|' clinic.xml
holdfast check --draft clinic.xml
holdfast check --draft clinic.xml | grep -q 'STR-004'

echo '== Recorded: what changed, who did it, and why'
holdfast record before.xml clinic.xml --because 'the gauge says so; and a title that says what happens'
holdfast check --draft clinic.xml
holdfast format --check clinic.xml
if holdfast check --draft clinic.xml | grep -q 'STR-004'; then exit 1; fi

echo 'Shown: an edit by hand, its slip found and mended, and the edit recorded in the history.'
