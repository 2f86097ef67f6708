# make run, make test: all that a fresh clone needs. `make help` lists the rest.
SWIFT ?= swift
CORPUS ?=
OUTPUT ?=
TILIK = .build/release/tilik
SANITIZED = CrawlTests|ExtractTests|PipelineTests
# With what matches the rules optimized: Package.swift tells why.
SWIFT_TEST = TILIK_OPTIMIZED=1 $(SWIFT) test
PACKAGES = libxml2-dev libarchive-dev libbrotli-dev libdeflate-dev libxlsxwriter-dev zlib1g-dev \
  libsqlite3-dev pkg-config

.PHONY: run test build sanitize fuzz bench check-dataset check-report check accuracy docs docc clean help system-packages

## run: build, and turn corpus/ into a dataset (CORPUS=folder and OUTPUT=folder for others)
run: build
	$(TILIK) run $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(OUTPUT),--output "$(OUTPUT)")

## test: check the format of the sources, and run all tests (FILTER=ReadmeTests for some)
test: system-packages
	$(SWIFT) format lint --strict -r Sources Tests Benchmarks Fuzz Package.swift
	$(SWIFT_TEST) $(if $(FILTER),--filter "$(FILTER)")

## build: the program, as .build/release/tilik
build: system-packages
	$(SWIFT) build -c release --product tilik

## bench: measure against libxml2's bare parse of the same pages (PAGES=folder for others)
bench: system-packages
	$(SWIFT) build -c release --product bench
	$(SWIFT) build -c release --product tilik
	scripts/bench.sh .build/release/bench $(PAGES)
	scripts/load-test.py bench $(TILIK)

## check-dataset: check output/ against what its datapackage.json declares
check-dataset:
	python3 scripts/check-dataset.py $(or $(OUTPUT),output)

## check-report: open every page of output/report in headless Chromium (OUTPUT=folder for others)
check-report:
	@test -x .build/report-venv/bin/python || { python3 -m venv .build/report-venv && \
	  .build/report-venv/bin/pip install -q playwright==1.65.2 axe-playwright-python==0.1.8; } || \
	  echo "check-report: the browser's driver could not be installed from PyPI" >&2
	@.build/report-venv/bin/python scripts/check-report.py $(or $(OUTPUT),output)/report || test $$? = 77

## check: all that needs more than a Swift toolchain
check: check-report sanitize docc
	TILIK_LOAD=1 $(SWIFT_TEST) --filter "BrowserTests|GrowthTests|LongTextTests|RuleToolTests"

## sanitize: tests of what reads hostile input, under the address and the thread sanitizer
sanitize: system-packages
	TILIK_SANITIZED=1 SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test \
	  --sanitize=address --scratch-path .build/address --filter "$(SANITIZED)"
	TILIK_SANITIZED=1 SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=halt_on_error=1 $(SWIFT) test \
	  --sanitize=thread --scratch-path .build/thread --filter "$(SANITIZED)"

## fuzz: look for inputs that crash, for SECONDS each (TARGET=html for one; 60 s where none is named)
fuzz: system-packages
	for target in $(or $(TARGET),html reading warc gzip archive mhtml tables rules); do \
	  scripts/fuzz.sh $$target $(or $(SECONDS),60) || exit 1; done

## accuracy: measure the set-aside labels anew, for the report's page on method
accuracy: build
	scripts/accuracy.sh $(TILIK)

## docs: write docs/data-dictionary.md anew, and the library's documentation (docc)
docs: build docc
	$(TILIK) schema > docs/data-dictionary.md

## docc: the library's documentation as a site in .build/docc, with the toolchain's docc
docc: system-packages
	@scripts/docc.sh || test $$? = 77

## clean: remove what was built; the dataset stays
clean:
	rm -rf .build

## help: this list
help:
	@sed -n 's/^## /  make /p' $(MAKEFILE_LIST)

# Installs what is missing of the system's libraries. Only Debian and its kin have apt-get; elsewhere
# the message says what is needed.
system-packages:
	@missing=; \
	command -v pkg-config >/dev/null || missing=yes; \
	for library in libxml-2.0 libarchive libbrotlidec libdeflate xlsxwriter zlib sqlite3; do \
	  pkg-config --exists $$library 2>/dev/null || missing=yes; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	if ! command -v apt-get >/dev/null || { [ -n "$$sudo" ] && ! command -v sudo >/dev/null; }; then \
	  echo "tilik needs $(PACKAGES) (names as on Debian); install them and try again" >&2; exit 1; \
	fi; \
	echo "installing $(PACKAGES)"; \
	$$sudo apt-get update -qq && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES) \
	  || { echo "apt-get could not install $(PACKAGES); install them by hand and try again" >&2; exit 1; }
