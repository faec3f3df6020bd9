#!/usr/bin/env bash
# Runs tests, keeps all they print in a log, and shows what matters: failures, skipped tests, the closing summary.
#
#   run-tests.sh LOG COMMAND...        run-tests.sh .build/test.log swift test
#
# The exit code is the command's own.
set -uo pipefail
log=$1
shift

mkdir -p "$(dirname "$log")"
echo "$* (log: $log)"

# Swift Testing prints an event a line or more, the first of which begins with a mark: ◇ begun, ✔ passed, ✘ failed,
# ➜ skipped, ⚠ warning, ━ known issue. Lines without a mark belong to the event before. The summary is kept for the end.
"$@" 2>&1 | tee "$log" | awk '
  /^[^ ]+ Test run with /                    { next }
  /^(✘|⚠|➜)/                                 { shown = 1; print; fflush(); next }
  /^(◇|✔|━|⎙)/                               { shown = 0; next }
  /^(Test Case|Test Suite) .* failed/        { shown = 0; print; fflush(); next }
  /^(Test Case|Test Suite) /                 { shown = 0; next }
  /Fatal error|Program crashed|Sanitizer:/   { shown = 1 }
  /^error: |: error: |^fatal: /              { print; fflush(); next }
  shown                                      { print; fflush() }
'
code=${PIPESTATUS[0]}

# XCTest says how many of its cases ran even if there are none, which is no news.
summary=$(grep -E '^[^ ]+ Test run with |^Executed [1-9]|Executed [1-9][0-9]* tests?, with' "$log")
if [ -n "$summary" ]; then
  printf '%s\n' "$summary"
else
  echo "No summary of the tests was printed (exit code $code). The end of $log:"
  tail -n 30 "$log"
fi
exit "$code"
