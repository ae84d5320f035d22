#!/usr/bin/env bash
# The sandbox's conference server against a client of its API that is not ours.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh api_client
export PARVIS_BBBCTL="$TOOLS/bbbctl-$BBBCTL_VERSION/bin/bbbctl"
cd e2e
npx playwright test --project=clients
