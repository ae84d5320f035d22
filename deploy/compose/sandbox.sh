#!/bin/sh
# Starts the sandbox, which reads its secrets from the environment, with those of its volume.
set -eu
secrets=${SECRETS:-/secrets}
SANDBOX_BBB_SECRET=$(cat "$secrets/bbb-secret")
SANDBOX_CLIENT_SECRET=$(cat "$secrets/client-secret")
export SANDBOX_BBB_SECRET SANDBOX_CLIENT_SECRET
exec parvis-sandbox
