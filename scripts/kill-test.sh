#!/usr/bin/env bash
# Kills runs at random moments, runs again, and compares the dataset with that of an undisturbed run.
#
#   scripts/kill-test.sh TILIK [TIMES] [CORPUS]
#
# Each time an old dataset lies in the output folder (of half the corpus), so that a kill in the middle of the
# exchange shows too; the run after the kill takes over whatever the killed one left, its cache included. Ends
# with status 1 when a dataset differs by a byte. SEED sets the moments.
set -eu
tilik=$(realpath "${1:?the program, such as .build/release/tilik}")
times=${2:-50}
cd "$(dirname "$0")/.."
corpus=$(realpath "${3:-corpus}")
RANDOM=${SEED:-1}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() { "$tilik" run --quiet --corpus "$1" --output "$2"; }
same() { diff -r --exclude=run.json --exclude=summary.md --exclude=diff.md "$1" "$2" >"$work/difference"; }

# The old dataset, of half the pages.
mkdir "$work/half"
cp -r "$corpus"/. "$work/half"
find "$work/half" -type f -name '*.html' | sort | awk 'NR % 2' | tr '\n' '\0' | xargs -0 rm -f
run "$work/half" "$work/old"

start=$(date +%s%N)
run "$corpus" "$work/whole"
length=$((($(date +%s%N) - start) / 1000000))
echo "an undisturbed run takes $length ms"

equal=0
killed=0
for round in $(seq "$times"); do
  rm -rf "$work/out" "$work"/.out.* "$work"/out.*
  cp -r "$work/old" "$work/out"
  # Every fifth run is killed twice.
  for _ in $(seq $((round % 5 == 0 ? 2 : 1))); do
    moment=$(((RANDOM * 32768 + RANDOM) % (length + length / 10)))
    # Not by the function: its shell would be killed, and the program go on.
    "$tilik" run --quiet --corpus "$corpus" --output "$work/out" &
    process=$!
    sleep "$(awk "BEGIN { print $moment / 1000 }")"
    if kill -9 "$process" 2>/dev/null; then killed=$((killed + 1)); fi
    wait "$process" 2>/dev/null || true
    # Whoever looks now finds the old dataset or the new one, never half of one.
    if [ ! -d "$work/out" ] || { ! same "$work/old" "$work/out" && ! same "$work/whole" "$work/out"; }; then
      echo "round $round, killed after $moment ms: between two runs there is no whole dataset"
      [ ! -d "$work/out" ] || head -5 "$work/difference"
    fi
  done
  # A run that refuses counts as one that differs.
  run "$corpus" "$work/out" || true
  if same "$work/whole" "$work/out" && [ -z "$(find "$work" -maxdepth 1 -name 'out.*')" ]; then
    equal=$((equal + 1))
  else
    echo "round $round, killed after $moment ms: not the same dataset, or leftovers"
    head -5 "$work/difference"
    ls -A "$work"
  fi
done
echo "$equal of $times equal; $killed kills met a run under way"
[ "$equal" = "$times" ]
