#!/usr/bin/env bash
# Validates the HTML of every screen, as it is in the browser, with the Nu checker.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v java >/dev/null || tools/debian.sh 'Java, for the Nu checker' default-jre-headless

rm -rf target/html
(cd e2e && npx playwright test --project=screens --grep 'desktop, light')
pages=(target/html/*.html)
[ "${#pages[@]}" -ge 20 ] || { echo "only ${#pages[@]} screens were written" >&2; exit 1; }
# It does not know the newer CSS of the style sheet in the page, which Lightning CSS has parsed.
java -jar e2e/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --filterpattern 'CSS: .*' "${pages[@]}"
echo "${#pages[@]} screens are valid HTML"
