#!/usr/bin/env bash
# Runs the backend's tests on PostgreSQL: a temporary server on loopback.
# usage: tools/test-postgres.sh [NAME…]    with names, those tests over HTTP alone, and those of faults
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PARVIS_POSTGRES_PORT:-15432}

# Debian's folder of the newest version's programs.
newest() { find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1 || true; }

bin=$(newest)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
if [ ! -x "$bin/initdb" ]; then
    tools/debian.sh 'PostgreSQL, for the tests over it' postgresql
    bin=$(newest)
fi

data=$(mktemp -d)
# PostgreSQL refuses to run as root.
as_user=()
if [ "$(id -u)" = 0 ]; then
    chown nobody "$data"
    as_user=(setpriv --reuid nobody --regid nogroup --clear-groups)
fi
control=("${as_user[@]}" "$bin/pg_ctl" -D "$data/db" -w -m fast)
start=("${control[@]}" start -l "$data/log"
    -o "-p $port -h 127.0.0.1 -k $data -c fsync=off -c max_connections=400")
stop() {
    "${control[@]}" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$data"
}
trap stop EXIT
"${as_user[@]}" "$bin/initdb" -D "$data/db" -U parvis --auth trust --no-sync >/dev/null
"${start[@]}" >/dev/null || { cat "$data/log" >&2; exit 1; }

export PARVIS_TEST_POSTGRES="postgres://parvis@127.0.0.1:$port"
cargo test --profile ci -p parvis-backend --test http -- --include-ignored "$@"
# How the tests of faults stop and start the server.
PARVIS_TEST_POSTGRES_STOP=$(printf '%q ' "${control[@]}" stop)
PARVIS_TEST_POSTGRES_START=$(printf '%q ' "${start[@]}")
export PARVIS_TEST_POSTGRES_STOP PARVIS_TEST_POSTGRES_START
cargo test --profile ci -p parvis-backend --test faults -- --nocapture --test-threads 1
