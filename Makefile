# One command for each thing a developer does; .ci/run runs the same ones.
# Every target does the set-up that it needs (scripts/setup), once.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
MAKEFLAGS += --no-print-directory

FACTS ?= public/facts.json
PORT ?= 8080
FUZZ_SECONDS ?= 60

# Tools that no package manager brings are built once, here, for every checkout of this user.
export FACTLINE_TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/factline/tools
export TRUNK_VERSION := 0.21.14
# The command line tool must be the very version of the crate, or Trunk refuses it.
export WASM_BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/.*"\(.*\)"/\1/p;}' Cargo.lock)

tool_paths := $(FACTLINE_TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(FACTLINE_TOOLS)/wasm-bindgen-$(WASM_BINDGEN_VERSION)/bin
# Cargo's own folder comes last: a shell that was open while Rust was installed does not have it yet.
export PATH := $(tool_paths):$(CURDIR)/node_modules/.bin:$(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin
export TRUNK_SKIP_VERSION_CHECK := true
# Trunk reads this as a boolean and stops at the usual NO_COLOR=1.
ifdef NO_COLOR
export NO_COLOR := true
endif

# What the page is made of. Folders are named too, since deleting a file changes only its folder's time.
page_inputs := $(shell find src style messages index.html \( -path src/site -o -path src/cli -o -path src/bin \) -prune \
  -o -print 2>/dev/null) Cargo.toml Cargo.lock Trunk.toml build.rs scripts/page.mjs scripts/bindings.mjs package-lock.json

step = @printf '\n\033[1m== %s\033[0m\n' '$(1)'

.PHONY: help
help: ## List these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## Install all that is missing (every target does its own part of it)
	@scripts/setup rust page node browser

.PHONY: serve
serve: command ## Build the release page and serve it on http://127.0.0.1:8080 (PORT=, FACTS=)
	target/release/factline serve $(FACTS) --port $(PORT)

.PHONY: build
build: site ## Leave the static site in dist/ and the command in target/release/factline
	@node scripts/sizes.mjs dist

.PHONY: dev
dev: ## Rebuild the page at each change, quickly and without prerendering, on http://127.0.0.1:8081
	@scripts/setup rust page node
	RUST_BACKTRACE=0 trunk serve --features page,draw --dist target/app-dev --port 8081

.PHONY: test
test: setup format-check lint-pure test-pure page lint test-native site html budgets e2e ## Run every test there is
	$(call step,everything passed)

.PHONY: quick
quick: format-check lint-pure test-pure ## Check the pure half alone: seconds, no browser, no page

.PHONY: format
format: ## Format the Rust sources
	@scripts/setup rust
	cargo fmt

.PHONY: e2e
e2e: site ## Run the browser journeys against dist/ (ARGS="-g timeline" for some of them)
	$(call step,journeys in a browser)
	@scripts/setup browser
	@CHROMIUM="$$(scripts/find-browser)" playwright test --config tests/e2e $(ARGS)

.PHONY: bench
bench: command ## Measure the page against its peers with up to 100,000 entries: 15 minutes (SIZES=20,1000 RUNS=1, DOCS=1)
	@scripts/setup node bench browser
	@CHROMIUM="$$(scripts/find-browser)" node benches/bench.mjs

.PHONY: fuzz
fuzz: ## Read bytes that nobody meant, each reader for a minute (FUZZ_SECONDS=)
	@scripts/setup rust
	FUZZ_SECONDS=$(FUZZ_SECONDS) cargo test --locked --profile fuzz --test fuzz -- --test-threads 2

.PHONY: clean
clean: ## Remove what was built (the tools stay)
	rm -rf target dist test-results

# ---- steps of the above

.PHONY: format-check
format-check:
	@scripts/setup rust
	$(call step,format)
	cargo fmt --check

.PHONY: lint-pure
lint-pure:
	@scripts/setup rust
	$(call step,clippy: the pure half)
	cargo clippy --locked --all-targets -- -D warnings

.PHONY: test-pure
test-pure:
	@scripts/setup rust
	$(call step,tests: the pure half and the tidy rules)
	cargo test --locked

.PHONY: lint
lint:
	$(call step,clippy: the page and the command)
	cargo clippy --locked --features page --target wasm32-unknown-unknown --lib --bin factline-page -- -D warnings
	cargo clippy --locked --features page,draw --target wasm32-unknown-unknown --lib --bin factline-page -- -D warnings
	cargo clippy --locked --features cli --all-targets -- -D warnings

.PHONY: test-native
test-native:
	$(call step,tests: the command)
	cargo test --locked --features cli
	$(call step,tests: the scripts and the benchmark)
	node --test --test-reporter=spec scripts/*.test.mjs tests/e2e/*.test.mjs benches/*.test.mjs

.PHONY: page
page: target/app.stamp

# The stamp is as old as the start of the build, so that what is saved during a build is not missed.
target/app.stamp: $(page_inputs)
	@scripts/setup rust page node
	$(call step,the page: minutes the first time and after a change of the dependencies)
	@mkdir -p target && touch target/app.start
	RUST_BACKTRACE=0 trunk build --release --log warn
	@mv target/app.start $@

.PHONY: command
command: page
	@scripts/setup rust
	$(call step,the command)
	cargo build --locked --release --features cli --bin factline

.PHONY: site
site: command
	target/release/factline build $(FACTS) --out dist

.PHONY: html
html:
	$(call step,the pages as HTML)
	html-validate dist/index.html dist/*/index.html

.PHONY: budgets
budgets:
	$(call step,size budgets)
	@node scripts/sizes.mjs dist --strict
