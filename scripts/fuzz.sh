#!/bin/sh
# fuzz.sh TARGET SECONDS: look for inputs that crash, hang or break a promise (libFuzzer and AddressSanitizer).
# Targets: html, reading, warc, gzip, archive, mhtml, tables, rules. What is found goes to .build/fuzz/found/TARGET, and
# becomes a test of the stage that it broke. What was learnt is kept in .build/fuzz/learnt/TARGET.
set -eu
cd "$(dirname "$0")/.."
target=${1:?target} seconds=${2:-60}
build=.build/fuzz
program=$build/release/fuzz
if [ -z "${TILIK_FUZZ_BUILT:-}" ]; then
  # The driver heeds only the last of several -sanitize for Swift, so both are named at once.
  TILIK_FUZZ=1 ${SWIFT:-swift} build -c release --scratch-path $build \
    --sanitize=fuzzer --sanitize=address -Xswiftc -sanitize=fuzzer,address --product fuzz
fi
seeds=$build/seeds/$target learnt=$build/learnt/$target found=$build/found/$target
mkdir -p "$seeds" "$learnt" "$found"
python3 Fuzz/seeds.py "$target" "$seeds"
# Swift's own backtraces wait for a symbolizer that the sanitizer holds.
exec env SWIFT_BACKTRACE=enable=no TILIK_FUZZ_TARGET="$target" \
  ASAN_OPTIONS=symbolize=0:detect_leaks=0:allocator_may_return_null=1 \
  "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 \
  -artifact_prefix="$found/" -print_final_stats=1 "$learnt" "$seeds"
