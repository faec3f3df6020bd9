#!/bin/sh
# Holdfast as git's merge driver: two branches, merged by identifier and field instead of by line.
set -eu
holdfast() { command "${HOLDFAST:-holdfast}" "$@"; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
export HOLDFAST_BY='Elena Ruiz'
# Only this repository's settings count here, not those of whoever runs it.
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null

git init -q .
git checkout -q -b main
git config user.name 'Elena Ruiz'
git config user.email 'elena@clinic.example'

# The two lines that make it so: the driver in your own git, the attribute in the repository.
git config merge.holdfast.driver "'${HOLDFAST:-holdfast}' merge %O %A %B -o %A"
echo '*.xml merge=holdfast' > .gitattributes

holdfast new clinic.xml --title 'Riverside Clinic'
holdfast add clinic.xml risk R-flood --title 'The river floods the basement'
holdfast set clinic.xml R-flood current --likelihood 2 --impact money=3 --because 'first review'
git add .
git commit -q -m 'Begin the register'

git checkout -q -b gauge
holdfast set clinic.xml R-flood current --likelihood 3 --because 'the gauge says so'
git commit -q -a -m 'Judge the flood anew'

git checkout -q main
holdfast set clinic.xml R-flood current --impact money=4 --because 'offer of the pump maker'
holdfast add clinic.xml risk R-strike --title 'The laundry is on strike'
git commit -q -a -m 'The loss, and another risk'

echo '== git merge'
git merge -q --no-edit gauge
holdfast check --draft clinic.xml
grep -q 'likelihood="3"' clinic.xml
grep -q 'R-strike' clinic.xml

echo '== A conflict stops the merge, and nothing is half merged'
git checkout -q -b wall HEAD
holdfast set clinic.xml R-flood current --likelihood 1 --because 'the new wall is finished'
git commit -q -a -m 'The wall'
git checkout -q main
holdfast set clinic.xml R-flood current --likelihood 4 --because 'two floods this year'
git commit -q -a -m 'Two floods'
if git merge -q --no-edit wall; then exit 1; fi

# The three versions are still there: decide, and go on.
git show :1:clinic.xml > .git/base.xml
git show :3:clinic.xml > .git/theirs.xml
holdfast merge .git/base.xml clinic.xml .git/theirs.xml -o clinic.xml --prefer theirs --because 'the wall counts'
git add clinic.xml
git commit -q -m 'Merge the wall'
holdfast check --draft clinic.xml
grep -q 'likelihood="1"' clinic.xml

echo 'Shown: git merged two branches of one register by field, and stopped where people must decide.'
