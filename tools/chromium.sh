#!/usr/bin/env bash
# Prints the path of a Chromium, or fails. PARVIS_CHROMIUM names one of your own.
set -euo pipefail
for name in "${PARVIS_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" && exit 0
done
# One that Playwright has downloaded.
cd "$(dirname "$0")/../e2e"
node --input-type=module -e '
    import { existsSync } from "node:fs";
    import { chromium } from "@playwright/test";
    const path = chromium.executablePath();
    if (!existsSync(path)) process.exit(1);
    console.log(path);
' 2>/dev/null
