#!/usr/bin/env bash
# What every screen is made of, as it stands in the browser, against the Nu checker.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v java >/dev/null; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo 'set-up: Java is missing, which the Nu checker runs on: install it, then try again' >&2
        exit 1
    fi
    echo 'set-up: Java, for the Nu checker, by apt-get' >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends default-jre-headless; } >/dev/null
fi

rm -rf target/html
(cd e2e && npx playwright test --project=screens --grep 'desktop, light')
pages=(target/html/*.html)
[ "${#pages[@]}" -ge 20 ] || { echo "only ${#pages[@]} screens were written" >&2; exit 1; }
java -jar e2e/node_modules/vnu-jar/build/dist/vnu.jar --errors-only "${pages[@]}"
echo "${#pages[@]} screens are valid HTML"
