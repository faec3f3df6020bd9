#!/bin/sh
# From nothing to a ranked register: criteria, people, hazards, assets, one risk, its score.
set -eu
holdfast() { command "${HOLDFAST:-holdfast}" "$@"; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
export HOLDFAST_BY='Elena Ruiz'

# An empty register, with scales, matrix and appetite to adapt.
holdfast new clinic.xml --title 'Riverside Clinic' --currency EUR

# Only one XML file is in this folder, so the commands below need not be told which.
holdfast add party p-ruiz name='Elena Ruiz' kind=person
holdfast add party r-facilities name='Head of facilities' kind=role
holdfast add hazard h-flood name='River flood'
holdfast add asset S-plant name='Basement plant room' kind=premises owner=r-facilities

# A risk needs a title and no more. Its identifier is made: R-001.
holdfast add risk --title 'The river floods the basement plant room'
holdfast set R-001 owner=r-facilities status=open hazard+=h-flood hits+=S-plant --because 'first review'
holdfast set R-001 current --likelihood 3 --impact money=4 --impact service=3 \
  --because 'three floods in thirty years; the last one cost 1.4 million'

holdfast check --draft clinic.xml
holdfast assess clinic.xml

echo 'Shown: a register with one scored risk, begun and filled without an editor.'
