#!/usr/bin/env bash
# Runs the former release beside this one, on one PostgreSQL. It is built once, outside the clone.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/postgres.sh

# The release that administrators update from, and its commit.
version=0.2.0
commit=97fbfefe13406e73c9b0b925df6cd0818ee61f4e
root=$TOOLS/parvis-backend-$version-${commit:0:8}

if [ ! -x "$root/parvis-backend" ]; then
    if ! git cat-file -e "$commit^{commit}" 2>/dev/null; then
        echo "the release $version is not in this clone: git fetch --unshallow" >&2
        exit 1
    fi
    echo "set-up: release $version is built (once, some minutes)" >&2
    sources=$(mktemp -d)
    trap 'rm -rf "$sources"' EXIT
    git archive "$commit" | tar -x -C "$sources"
    (cd "$sources" && cargo build --locked --profile ci --quiet -p parvis-backend --target-dir "$sources/target")
    mkdir -p "$root"
    # Complete, or not there.
    cp "$sources/target/ci/parvis-backend" "$root/parvis-backend.part"
    mv "$root/parvis-backend.part" "$root/parvis-backend"
    rm -rf "$sources"
fi

start_postgres
PARVIS_TEST_FORMER_RELEASE=$root/parvis-backend \
    cargo test --profile ci -p parvis-backend --test releases -- --nocapture --test-threads 1
