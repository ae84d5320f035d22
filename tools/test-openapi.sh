#!/usr/bin/env bash
# Tests the portal's API by requests that are generated from its OpenAPI description. BIN is the folder of the
# binaries. Uses two ports from PARVIS_OPENAPI_PORT on.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PARVIS_OPENAPI_PORT:-18700}
bin=${BIN:-target/ci}
examples=${PARVIS_OPENAPI_EXAMPLES:-50}
tools/setup.sh openapi

data=$(mktemp -d)
finish() {
    trap - EXIT INT TERM
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$data"
}
BIN=$bin DATA=$data PORT=$port tools/serve.sh >"$data/log" 2>&1 &
server=$!
trap finish EXIT
trap 'exit 1' INT TERM
export PARVIS_PORTAL=http://localhost:$port
until grep -qs '^Parvis is on' "$data/log"; do
    kill -0 "$server" 2>/dev/null || { cat "$data/log" >&2; exit 1; }
    sleep 0.1
done

cd tools/schemathesis
SCHEMATHESIS_HOOKS=hooks "$TOOLS/schemathesis-$SCHEMATHESIS_VERSION/bin/schemathesis" run \
    "$PARVIS_PORTAL/api/v1/openapi.json" --max-examples "$examples" --continue-on-failure "$@"
