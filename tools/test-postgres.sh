#!/usr/bin/env bash
# Runs the backend's tests on PostgreSQL.
# usage: tools/test-postgres.sh [NAME…]    with names, those tests over HTTP alone, and those of faults
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/postgres.sh
start_postgres
cargo test --profile ci -p parvis-backend --test http -- --include-ignored "$@"
# How the tests of faults stop and start the server.
PARVIS_TEST_POSTGRES_STOP=$(printf '%q ' "${postgres_stop[@]}")
PARVIS_TEST_POSTGRES_START=$(printf '%q ' "${postgres_start[@]}")
export PARVIS_TEST_POSTGRES_STOP PARVIS_TEST_POSTGRES_START
cargo test --profile ci -p parvis-backend --test faults -- --nocapture --test-threads 1
