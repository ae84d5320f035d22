#!/usr/bin/env bash
# Measures how many requests the backend answers in a second on PostgreSQL, which has the machine's cores in common with
# it and with the load.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/postgres.sh
start_postgres
cd e2e
DATABASE=$PARVIS_TEST_POSTGRES/postgres PARVIS_E2E_BIN=target/release npx playwright test --project=bench requests.spec.ts
