# Everything that is done with Holdfast's sources, one target each. `make` alone lists them.
#
# Variables, given on the command line (make test SWIFTFLAGS="--jobs 1"):
#   SWIFTFLAGS   added to every swift build, swift test and swift package
#   LINKER       the linker of debug and test builds; empty gives the toolchain's own
#   WARNINGS     what makes a warning of ours an error; empty lets warnings pass (make build WARNINGS=)
#   BENCHFLAGS   given to Tests/Tools/bench.py, such as --small
#   RUNS, MAX_LEN, MAX_TIME   of make fuzz: registers, bytes, seconds; see Tests/Tools/fuzz.sh
#   MAINTAINER   of make dist: the name and address in the Debian package

SHELL := /bin/bash
.DEFAULT_GOAL := help

SWIFTFLAGS ?=
# The toolchain's default, gold, takes most of a minute to link a debug build; lld a few seconds.
LINKER ?= -Xswiftc -use-ld=lld
# SwiftPM takes this flag away again for packages that are not ours. It does so once: give it once.
WARNINGS ?= -Xswiftc -warnings-as-errors
BENCHFLAGS ?=

# Debug and test builds share one set of flags: with another set everything would be compiled anew.
DEBUG = $(LINKER) $(WARNINGS) $(SWIFTFLAGS)
RELEASE = -c release $(SWIFTFLAGS)
FORMATTED = Sources Tests Package.swift

.PHONY: help setup setup-test setup-bench run build release test test-core format lint bench fuzz soak \
  dist docs clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what building needs, if it is missing
	@Tests/Tools/setup.sh build

# What tests and benchmark need besides.
setup-test:
	@Tests/Tools/setup.sh test

setup-bench:
	@Tests/Tools/setup.sh bench

run: setup ## Build the program and assess the register of a hospital
	swift build $(RELEASE) --product holdfast
	"$$(swift build $(RELEASE) --show-bin-path)/holdfast" assess registers/st-brigid.xml

build: setup ## Build everything for debugging
	swift build $(DEBUG)

release: setup ## Build the program, optimised, into .build/release/holdfast
	swift build $(RELEASE) --product holdfast

test: setup-test lint ## Check the style, build without a warning, run all tests (log: .build/test.log)
	swift build --build-tests $(DEBUG)
	@Tests/Tools/run-tests.sh .build/test.log swift test $(DEBUG)

test-core: setup ## Run the tests of the pure targets alone, in seconds (log: .build-core/test.log)
	@HOLDFAST_CORE=1 Tests/Tools/run-tests.sh .build-core/test.log \
	  swift test --scratch-path .build-core $(DEBUG)

format: setup ## Rewrite the Swift sources in the project's style
	swift format format --in-place --parallel --recursive $(FORMATTED)

lint: setup ## Say where the Swift sources leave the project's style
	@echo 'swift format lint --strict --recursive $(FORMATTED)'
	@swift format lint --strict --parallel --recursive $(FORMATTED) || { \
	  echo 'The lines above leave the style of .swift-format; make format mends most of them.' >&2; exit 1; }

bench: setup-bench ## Measure against the peers and rewrite docs/benchmarks.md (BENCHFLAGS=--small to try)
	swift build $(RELEASE) --product holdfast
	swift build $(RELEASE) --product generate-register
	python3 Tests/Tools/bench.py --bin "$$(swift build $(RELEASE) --show-bin-path)" $(BENCHFLAGS)

fuzz: setup-test ## Feed the reader a million damaged registers (RUNS=n, MAX_LEN=bytes)
	SWIFTFLAGS='$(SWIFTFLAGS)' Tests/Tools/fuzz.sh

soak: setup-test ## Run the long round trips of generated registers (log: .build/soak.log)
	@SOAK=1 Tests/Tools/run-tests.sh .build/soak.log swift test $(DEBUG) --filter Soak

dist: setup ## Make the portable archive and the Debian package in dist/
	SWIFTFLAGS='$(SWIFTFLAGS)' Tests/Tools/dist.sh

docs: setup ## Rewrite the rules, the manual page and the schema in docs/ from the program
	SWIFTFLAGS='$(SWIFTFLAGS)' Tests/Tools/docs.sh

clean: ## Remove all that was built; keeps bench-data/ and fuzz-corpus/
	rm -rf .build .build-core .build-dist .build-fuzz dist
