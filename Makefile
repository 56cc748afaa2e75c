# Nabla: make report, make test, make build, make install PREFIX=…, make lint, make fixtures, make bench.
#
# Every target installs the Debian packages that it needs and that are missing; see scripts/packages.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
OUTPUT ?= output

# The same flags wherever Swift builds, so that building and testing share one build.
FLAGS := -c release --explicit-target-dependency-import-check error -Xcc -DNDEBUG
NABLA := .build/release/nabla
KATEX := /usr/share/javascript/katex

.PHONY: help build report test lint format install place fixtures bench packages test-packages clean

help:
	@sed -n 's/^# Nabla: //p' Makefile

packages:
	@scripts/packages

test-packages: packages
	@scripts/test-packages

build: packages
	swift build $(FLAGS)

report: build
	@$(NABLA) language > Documentation/language.md
	@scripts/report $(NABLA) $(OUTPUT)

test: test-packages
	swift build $(FLAGS) --build-tests
	swift test $(FLAGS) --disable-testable-imports

lint: packages
	swift format lint --strict --recursive Sources Tests Package.swift
	swift build $(FLAGS)

format:
	swift format --in-place --recursive Sources Tests Package.swift

install: build
	@$(MAKE) --no-print-directory place

# What `install` does once the program is built.
place:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/nabla/katex/fonts $(DESTDIR)$(PREFIX)/share/doc/nabla
	install -m 755 $(NABLA) $(DESTDIR)$(PREFIX)/bin/nabla
	-strip $(DESTDIR)$(PREFIX)/bin/nabla
	install -m 644 $(KATEX)/katex.min.js $(KATEX)/katex.min.css $(DESTDIR)$(PREFIX)/share/nabla/katex/
	install -m 644 $(KATEX)/fonts/*.woff2 $(DESTDIR)$(PREFIX)/share/nabla/katex/fonts/
	install -m 644 LICENSE LICENSES/* $(DESTDIR)$(PREFIX)/share/doc/nabla/

fixtures: test-packages
	@scripts/fixtures

# ROUNDS=… sets how often everything is measured.
bench: build
	@python3 -m venv .build/benchmarks
	@.build/benchmarks/bin/python -m pip install --quiet --requirement Benchmarks/requirements.txt
	@.build/benchmarks/bin/python -B Benchmarks/bench.py $(abspath $(NABLA)) \
	  $(abspath .build/release/GradientCheckBenchmark) $(abspath .build/bench) $(ROUNDS)

clean:
	rm -rf .build
