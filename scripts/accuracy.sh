#!/bin/sh
# Writes the table that the report's page on method shows: what the labelled pages that nobody looks at while rules
# are written come to.
#
#   scripts/accuracy.sh TILIK
set -eu
tilik=$1
gold=Tests/Fixtures/gold
table=pipelines/compliance/report/accuracy.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
score() { # NAME CORPUS LABELS
  "$tilik" run --quiet --corpus "$2" --output "$work/$1"
  "$tilik" eval --gold "$3" --set heldout --output "$work/$1" --accuracy "$table" --as "$1" | head -3
}
score corpus corpus "$gold/corpus.jsonl"
score pages "$gold/pages" "$gold/pages"
score pages-c "$gold/pages-c" "$gold/pages-c"
score pages-d "$gold/pages-d" "$gold/pages-d"
score pages-e "$gold/pages-e" "$gold/pages-e"
score pages-f "$gold/pages-f" "$gold/pages-f"
score pages-g "$gold/pages-g" "$gold/pages-g"
score pages-h "$gold/pages-h" "$gold/pages-h"
score pages-i "$gold/pages-i" "$gold/pages-i"
