#!/usr/bin/env bash
# After `cargo deny check advisories` has failed: was it an advisory, or no way to the database?
set -euo pipefail
if [ -d "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs" ] &&
    find "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs" -name 'RUSTSEC-*' -print -quit | grep -q .; then
    exit 1
fi
echo 'advisories: not run: no network'
