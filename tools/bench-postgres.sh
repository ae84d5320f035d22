#!/usr/bin/env bash
# Measures how many requests a second the backend answers on PostgreSQL. Database, backend and load share the machine's
# cores.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/postgres.sh
start_postgres
export BENCH_DATABASE=$PARVIS_TEST_POSTGRES/postgres PARVIS_E2E_BIN=target/release
cd e2e
npx playwright test --project=bench requests.spec.ts
