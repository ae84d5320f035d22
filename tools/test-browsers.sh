#!/usr/bin/env bash
# Tests the main job in Firefox and WebKit, each by its own driver.
# PARVIS_FIREFOX names a Firefox of your own, PARVIS_WEBKIT a MiniBrowser of WebKitGTK.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh other_browsers

export PARVIS_FIREFOX=${PARVIS_FIREFOX:-$(command -v firefox-esr || command -v firefox)}
if [ -z "${PARVIS_WEBKIT:-}" ]; then
    PARVIS_WEBKIT=$(find /usr/lib /usr/libexec -path '*webkit*' -name MiniBrowser -print -quit 2>/dev/null || true)
    export PARVIS_WEBKIT
fi
[ -x "$PARVIS_WEBKIT" ] || { echo 'no MiniBrowser of WebKitGTK: name one in PARVIS_WEBKIT' >&2; exit 1; }

# WebKitGTK takes its language from the system, so it gets a French locale.
locales=$(mktemp -d)
trap 'rm -rf "$locales"' EXIT
localedef -i fr_FR -f UTF-8 "$locales/fr_FR.UTF-8"

cd e2e
npx playwright test --project=firefox
# WebKitGTK has no headless mode, and all windows on one screen share its clipboard: one worker.
LOCPATH=$locales LC_ALL=fr_FR.UTF-8 xvfb-run --auto-servernum \
    npx playwright test --project=webkit --workers=1
