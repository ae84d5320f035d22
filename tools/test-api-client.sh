#!/usr/bin/env bash
# Tests the sandbox's conference server with a third-party client of the BigBlueButton API.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh api_client
export PARVIS_BBBCTL="$TOOLS/bbbctl-$BBBCTL_VERSION/bin/bbbctl"
cd e2e
npx playwright test --project=clients
