#!/bin/sh
# A brainstorm becomes draft risks; what was not judged stays unknown.
set -eu
holdfast() { command "${HOLDFAST:-holdfast}" "$@"; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
export HOLDFAST_BY='Elena Ruiz'

holdfast new clinic.xml --title 'Riverside Clinic'

# One title a line, as it was typed up from the flip chart. Bullets and empty lines do no harm.
cat > ideas.txt <<'IDEAS'
- The river floods the basement plant room
- Ransomware locks the patient records

* The only anaesthetist is ill for a month
* The laundry goes bankrupt
A visitor's phone call about a bomb
IDEAS
holdfast add clinic.xml risks - --because 'Brainstorm of 3 March' < ideas.txt

# Two of the five are judged at once.
holdfast set clinic.xml R-001 current --likelihood 3 --impact money=4 --because 'flood map of the city'
holdfast set clinic.xml R-002 current --likelihood 2 --impact service=5 --because 'no offline copy of the records'

# The other three are listed apart: they are not low.
holdfast assess clinic.xml

echo 'Shown: five ideas became five draft risks; two are ranked, three are not assessed.'
