#!/usr/bin/env bash
# Runs the tests of files over the API of S3: a temporary Garage on loopback. Uses two ports from PARVIS_S3_PORT on.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PARVIS_S3_PORT:-13900}
tools/setup.sh object_store
garage=$TOOLS/garage-$GARAGE_VERSION/bin/garage

data=$(mktemp -d)
stop() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    rm -rf "$data"
}
key_id=GK$(openssl rand -hex 12)
secret=$(openssl rand -hex 32)
cat >"$data/garage.toml" <<TOML
metadata_dir = "$data/meta"
data_dir = "$data/data"
db_engine = "sqlite"
replication_factor = 1
rpc_secret = "$(openssl rand -hex 32)"
rpc_bind_addr = "127.0.0.1:$((port + 1))"
rpc_public_addr = "127.0.0.1:$((port + 1))"
[s3_api]
api_bind_addr = "127.0.0.1:$port"
s3_region = "garage"
TOML
run() { GARAGE_CONFIG_FILE=$data/garage.toml "$garage" "$@"; }
GARAGE_DEFAULT_ACCESS_KEY=$key_id GARAGE_DEFAULT_SECRET_KEY=$secret RUST_LOG=garage=warn \
    run server --single-node --default-access-key >"$data/log" 2>&1 &
server=$!
trap stop EXIT

# The key may create buckets, once the server has made it.
deadline=$((SECONDS + 30))
until run key allow --create-bucket "$key_id" >"$data/key" 2>&1; do
    if ! kill -0 "$server" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
        cat "$data/log" "$data/key" >&2
        exit 1
    fi
    sleep 0.1
done

# What only a local folder has is left out.
PARVIS_TEST_S3="http://$key_id:$secret@127.0.0.1:$port" \
    cargo test --profile ci -p parvis-backend --test http -- files:: --skip files::folder
