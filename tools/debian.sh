#!/usr/bin/env bash
# Installs packages by apt-get as root; else fails and says what to install.
# usage: tools/debian.sh REASON PACKAGE…
set -euo pipefail
reason=$1
shift
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "set-up: missing: $* ($reason). Install them, then try again" >&2
    exit 1
fi
echo "set-up: $* by apt-get: $reason" >&2
{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
