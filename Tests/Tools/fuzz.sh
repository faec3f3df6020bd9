#!/usr/bin/env bash
# Feeds the register reader damaged registers with libFuzzer, under AddressSanitizer, until one crashes, hangs or eats
# the memory, or all are read.
#
# HOLDFAST_FUZZ adds the target FuzzReader (Tests/Fuzz) to the package and instruments what it is made of. What it finds
# worth keeping stays in fuzz-corpus/found, so that the next run begins where this one ended; a register that breaks the
# reader is left in fuzz-corpus/crashes. Read one alone: .build-fuzz/release/fuzz-reader FILE
#
# Variables: RUNS, how many registers (a million); MAX_LEN, their greatest length in bytes; MAX_TIME, seconds after
# which to stop (none); SWIFTFLAGS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
read -ra flags <<< "${SWIFTFLAGS:-}"
runs=${RUNS:-1000000}
max_len=${MAX_LEN:-32768}
max_time=${MAX_TIME:-0}

build=(swift build -c release --product fuzz-reader --scratch-path .build-fuzz "${flags[@]}")
export HOLDFAST_FUZZ=1
"${build[@]}"
program=$("${build[@]}" --show-bin-path)/fuzz-reader

corpus=fuzz-corpus
mkdir -p "$corpus/found" "$corpus/crashes"
rm -rf "$corpus/seeds"
python3 Tests/Tools/fuzz_seeds.py --max-length "$max_len" --dictionary "$corpus/names.dict" "$corpus/seeds" registers/*.xml
crashes_before=$(find "$corpus/crashes" -type f | wc -l)

# Swift's own report of a crash hangs under libFuzzer; the leak check finds what Swift's runtime keeps on purpose.
code=0
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 \
  "$program" -runs="$runs" -max_len="$max_len" -max_total_time="$max_time" -timeout=10 -rss_limit_mb=4096 \
  -dict="$corpus/names.dict" -artifact_prefix="$corpus/crashes/" -print_final_stats=1 \
  "$corpus/found" "$corpus/seeds" || code=$?

if [ "$code" = 0 ]; then
  echo "No register broke the reader ($runs runs)."
else
  echo "The reader broke (exit code $code). To see it again:" >&2
  if [ "$(find "$corpus/crashes" -type f | wc -l)" -gt "$crashes_before" ]; then
    newest=$(find "$corpus/crashes" -type f -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d ' ' -f 2-)
    echo "  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 $program $newest" >&2
  else
    echo '  libFuzzer left no file: see what it printed above.' >&2
  fi
fi
exit "$code"
