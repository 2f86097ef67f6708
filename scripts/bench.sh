#!/bin/sh
# The figures of docs/benchmarks.md: times as ratios in one run, instruction counts, memory, and the
# quality of the extracted text. `make bench` builds what it runs.
#
#   scripts/bench.sh BENCH [PAGES]
#
# PAGES: a folder of saved pages; the extraction benchmark beside the repository where it is there,
# else the sample corpus.
set -eu
bench=$1
shared=../shared/bench
pages=${2:-}
if [ -z "$pages" ]; then
  pages=$shared/article-extraction/html
  if [ ! -d "$pages" ]; then
    echo "$pages is not here: the sample corpus is measured, whose pages are too small to say much" >&2
    pages=corpus
  fi
fi

"$bench" --pages "$pages"
"$bench" --pages "$pages" --peak --passes 1
"$bench" --pages "$pages" --peak --passes 10

# Of two runs, one of which does the work once more, the difference is the work.
count() {
  perf stat -x, -e instructions:u "$bench" --pages "$pages" --work "$1" --passes "$2" 2>&1 >/dev/null |
    awk -F, '/instructions/ { print $1 }'
}
work() {
  once=$(count "$1" 1)
  twice=$(count "$1" 2)
  case $once$twice in *[!0-9]* | '') echo 0 ;; *) echo $((twice - once)) ;; esac
}
if command -v perf >/dev/null && [ "$(work parse)" -gt 0 ]; then
  parse=$(work parse)
  for name in extract read; do
    awk -v name="$name" -v a="$(work $name)" -v b="$parse" \
      'BEGIN { printf "%-26s%.3f           instructions, %.0f against %.0f million\n", name " / parse", a / b, a / 1e6, b / 1e6 }'
  done
elif command -v valgrind >/dev/null; then
  # Slower than perf and as exact, so of some pages only. It stumbles over Swift's debugging information.
  bare=$(mktemp)
  strip -o "$bare" "$bench"
  callgrind() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bare" --pages "$pages" --limit 30 --work "$1" --passes "$2" 2>&1 |
      awk '/Collected/ { print $4 }'
  }
  parse=$(($(callgrind parse 2) - $(callgrind parse 1)))
  for name in extract read; do
    awk -v name="$name" -v a="$(($(callgrind $name 2) - $(callgrind $name 1)))" -v b="$parse" \
      'BEGIN { printf "%-26s%.3f           instructions, %.0f against %.0f million\n", name " / parse", a / b, a / 1e6, b / 1e6 }'
  done
  rm -f "$bare"
else
  echo "instructions              not counted: neither perf nor valgrind is installed"
fi

# Others' programs on the same pages, when a Python that has them is named.
python=${TILIK_BENCH_PYTHON:-python3}
"$python" scripts/bench-peers.py "$pages" || true

if [ -f "$shared/score.py" ] && [ "$pages" = "$shared/article-extraction/html" ]; then
  articles=$(mktemp)
  trap 'rm -f "$articles"' EXIT
  "$bench" --pages "$pages" --articles "$articles"
  python3 "$shared/score.py" --set scrapinghub "$shared/article-extraction" "$articles"
fi
