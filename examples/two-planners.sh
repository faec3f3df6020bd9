#!/bin/sh
# Two planners change copies of one register: what does not conflict is merged, what does is named.
set -eu
holdfast() { command "${HOLDFAST:-holdfast}" "$@"; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"

holdfast new base.xml --title 'Riverside Clinic'
holdfast add base.xml risk R-flood --title 'The river floods the basement' --by 'Elena Ruiz'
holdfast set base.xml R-flood current --likelihood 2 --impact money=3 --by 'Elena Ruiz' --because 'first review'
cp base.xml ann.xml
cp base.xml ben.xml

echo '== Different fields of one risk'
holdfast set ann.xml R-flood current --likelihood 3 --by Ann --because 'the gauge says so'
holdfast set ben.xml R-flood current --impact money=4 --by Ben --because 'offer of the pump maker'
holdfast merge base.xml ann.xml ben.xml -o merged.xml --by Ann
holdfast check --draft merged.xml
# diff ends with 1 where there is a difference.
holdfast diff base.xml merged.xml && exit 1

echo '== The same field'
holdfast set ben.xml R-flood current --likelihood 1 --by Ben --because 'the new wall is finished'
if holdfast merge base.xml ann.xml ben.xml -o conflict.xml --by Ann; then exit 1; fi
[ ! -e conflict.xml ]

echo '== Decided by hand, after a word with each other'
holdfast merge base.xml ann.xml ben.xml -o merged.xml --prefer theirs --by Ann --because 'agreed with Ben'
holdfast check --draft merged.xml
grep -q 'likelihood="1"' merged.xml

echo 'Shown: two fields of one risk merged by themselves; two opinions on one field were left to people.'
