#!/usr/bin/env bash
# Prints the path of a Chromium, or fails. PARVIS_CHROMIUM names one of your own.
set -euo pipefail
if [ -n "${PARVIS_CHROMIUM:-}" ]; then
    command -v "$PARVIS_CHROMIUM" && exit 0
    echo "PARVIS_CHROMIUM: $PARVIS_CHROMIUM is not there" >&2
    exit 1
fi
for name in chromium chromium-browser google-chrome; do
    # Some systems have a script of this name that only says how to install it.
    "$name" --version >/dev/null 2>&1 && command -v "$name" && exit 0
done
# The one that Playwright has downloaded.
cd "$(dirname "$0")/../e2e"
node --input-type=module -e '
    import { existsSync } from "node:fs";
    import { chromium } from "@playwright/test";
    const path = chromium.executablePath();
    if (!existsSync(path)) process.exit(1);
    console.log(path);
' 2>/dev/null
