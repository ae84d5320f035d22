#!/usr/bin/env bash
# Validates the HTML of every screen, as it is in the browser, with the Nu checker.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v java >/dev/null || tools/debian.sh 'Java, for the Nu checker' default-jre-headless

rm -rf target/html
(cd e2e && npx playwright test --project=screens --grep 'desktop, light')
pages=(target/html/*.html)
[ "${#pages[@]}" -ge 20 ] || { echo "only ${#pages[@]} screens were written" >&2; exit 1; }
java -jar e2e/node_modules/vnu-jar/build/dist/vnu.jar --errors-only "${pages[@]}"
echo "${#pages[@]} screens are valid HTML"
