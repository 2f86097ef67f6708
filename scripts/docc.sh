#!/bin/sh
# Writes the documentation of the library as a site: scripts/docc.sh [FOLDER] (default: .build/docc).
#
# Takes the toolchain's docc and the symbols of a debug build; needs no plug-in and no network. Look at it with
# `python3 -m http.server -d .build/docc` under /documentation/extract.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-.build/docc}
command -v docc >/dev/null || { echo "docc.sh: this Swift toolchain has no docc" >&2; exit 77; }
symbols=.build/symbol-graphs
rm -rf "$symbols"
mkdir -p "$symbols" "$(dirname "$folder")"
build=$(swift build --show-bin-path)
swift build --target Extract
set --
for module in CArchive CBrotli CDeflate CLibXML2 CZlib; do
  set -- "$@" -Xcc "-fmodule-map-file=Sources/$module/module.modulemap"
done
for flag in $(pkg-config --cflags libxml-2.0 libarchive libbrotlidec libdeflate zlib); do set -- "$@" -Xcc "$flag"; done
for map in .build/checkouts/swift-crypto/Sources/*/include/module.modulemap; do
  set -- "$@" -Xcc "-fmodule-map-file=$map"
done
triple=$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)",*/\1/p' | head -1)
swift symbolgraph-extract -module-name Extract -I "$build/Modules" -target "$triple" "$@" \
  -minimum-access-level public -skip-synthesized-members -output-dir "$symbols"
docc convert Sources/Extract/Extract.docc --additional-symbol-graph-dir "$symbols" \
  --fallback-display-name Extract --fallback-bundle-identifier id.tilik.Extract \
  --warnings-as-errors --output-dir "$folder"
echo "docc.sh: $folder"
