#!/usr/bin/env bash
# Tests deploy/container, deploy/compose, deploy/systemd, deploy/nftables, deploy/prometheus and deploy/grafana: lints
# them, and runs what can be run on this machine. At the end it says what was not run. BIN is the folder of the binaries.
# Uses seven ports from PARVIS_DEPLOY_PORT on.
set -euo pipefail
cd "$(dirname "$0")/.."
base=${PARVIS_DEPLOY_PORT:-18500}
# Drops settings of an instance of the caller's.
unset "${!PARVIS_@}"
bin=$(realpath "${BIN:-target/ci}")
PATH=$bin:$PATH:/usr/sbin
tools/setup.sh deploy
lint=$TOOLS/check-jsonschema-$CHECK_JSONSCHEMA_VERSION/bin
compose=deploy/compose/compose.yaml

tmp=$(mktemp -d)
# Services run as other users, and read their files there.
chmod 755 "$tmp"
pids=()
project=()
stop() {
    [ "${#pids[@]}" -gt 0 ] || return 0
    kill "${pids[@]}" 2>/dev/null || true
    wait "${pids[@]}" 2>/dev/null || true
    pids=()
}
finish() {
    trap - EXIT INT TERM
    stop
    [ "${#project[@]}" = 0 ] || "${project[@]}" down --volumes --timeout 20 >/dev/null 2>&1 || true
    rm -rf "$tmp"
}
trap finish EXIT
trap 'exit 1' INT TERM

not_run=()
passed() { echo "deploy: $*"; }
die() {
    echo "deploy: $*" >&2
    exit 1
}

# wait_for SECONDS WHAT LOG COMMAND…: tries until the command succeeds.
wait_for() {
    local deadline=$((SECONDS + $1)) what=$2 log=$3
    shift 3
    until "$@" >/dev/null 2>&1; do
        if [ "$SECONDS" -ge "$deadline" ]; then
            tail -n 20 "$log" >&2
            die "$what: no answer in time"
        fi
        sleep 0.2
    done
}

lint_containers() {
    "$TOOLS/hadolint-$HADOLINT_VERSION/bin/hadolint" deploy/container/Containerfile deploy/compose/*.Containerfile
    "$lint/check-jsonschema" --quiet --builtin-schema vendor.compose-spec "$compose"
    "$lint/python" tools/compose.py check "$compose"
    "$lint/python" -m json.tool deploy/compose/parvis-realm.json >/dev/null
    local name
    # A name that the backend does not know would be ignored, and the backend knows each that is documented. PARVIS_PORT and the like are of the compose file itself.
    while read -r name; do
        # The documentation writes some names as endings of others.
        grep -qE "\`$name\`|…_${name#PARVIS_OIDC_AGENTS_}\`" docs/deploy.md || die "docs/deploy.md does not list $name"
    done < <({
        grep -ohE '^ *PARVIS_\w+:|^#?PARVIS_\w+=|Environment=PARVIS_\w+' "$compose" deploy/systemd/* |
            grep -v PARVIS_DEMO_SERVERS
        # Those of an identity provider have two prefixes.
        grep -rhoE '"PARVIS_\w+"' backend/src | grep -vE '"PARVIS_OIDC(_AGENTS|_ATTENDEES(_ISSUER)?)?"'
        grep -ohE 'variable\("[A-Z_]+"\)' backend/src/config/provider.rs | sed 's/variable("/PARVIS_OIDC_AGENTS_/'
    } | grep -oE 'PARVIS_\w+' | sort -u)
    passed 'containers: the files are valid, and each service has its limits'
}

# What the containers run, without containers: the services have the same addresses on this machine as in their
# network namespace. There is SQLite for PostgreSQL, and no Keycloak.
run_without_containers() {
    local folder=$tmp/volumes portal=http://localhost:$base settings=()
    mkdir -p "$folder"/{database,identity,kept,portal,proxy,sandbox} "$tmp/files" "$tmp/caddy"
    export VOLUMES=$folder TEMPLATES=deploy/compose
    PARVIS_PUBLIC_URL=$portal deploy/compose/setup.sh >/dev/null
    sums() { find "$folder" -type f -exec sha256sum {} + | sort; }
    sums >"$tmp/sums"
    PARVIS_PUBLIC_URL=$portal deploy/compose/setup.sh >/dev/null
    sums | cmp -s - "$tmp/sums" || die 'setup.sh: the second start changes a secret'
    "$lint/python" -m json.tool "$folder/identity/parvis-realm.json" >/dev/null
    ! grep -qE '@[A-Z_]+@' "$folder/identity/parvis-realm.json" || die 'parvis-realm.json: a value is missing'
    echo secret-of-their-own | deploy/compose/setup.sh store bbb-secret
    PARVIS_PUBLIC_URL=$portal deploy/compose/setup.sh >/dev/null
    grep -qx secret-of-their-own "$folder/portal/bbb-secret" || die 'setup.sh: a stored secret is not used'
    rm "$folder/kept/stored-bbb-secret"
    PARVIS_PUBLIC_URL=$portal deploy/compose/setup.sh >/dev/null

    SECRETS=$folder/sandbox SANDBOX_LISTEN=127.0.0.1:$((base + 1)) SANDBOX_REDIRECT_URIS=http://127.0.0.1/unused \
        deploy/compose/sandbox.sh >"$tmp/sandbox.log" 2>&1 &
    pids+=($!)
    mapfile -d '' -t settings < <("$lint/python" tools/compose.py environment "$compose" portal |
        sed -z -e "s#/secrets/#$folder/portal/#" -e "s#/data/#$tmp/#" -e "s#:8080#:$base#" -e "s#:8081#:$((base + 1))#" \
            -e "s#:3000#:$((base + 3))#" -e "s#:9464#:$((base + 6))#")
    env "${settings[@]}" PARVIS_DATABASE_URL="sqlite://$tmp/parvis.db" PARVIS_SITE_DIR=dist \
        parvis-backend >"$tmp/portal.log" 2>&1 &
    pids+=($!)
    wait_for 60 sandbox "$tmp/sandbox.log" parvis-backend probe 127.0.0.1:$((base + 1)) /healthz
    wait_for 60 portal "$tmp/portal.log" parvis-backend probe 127.0.0.1:$((base + 3)) /readyz
    ! parvis-backend probe 127.0.0.1:$((base + 3)) /api/none 2>/dev/null || die 'probe: succeeds though the answer is 404'
    ! parvis-backend probe 127.0.0.1:$((base + 5)) / 2>/dev/null || die 'probe: succeeds though nothing listens'
    parvis-backend probe 127.0.0.1:$((base + 6)) /metrics || die 'portal: no metrics for Prometheus'
    passed 'containers: setup, sandbox, portal and probe work with the settings of compose.yaml, outside containers'

    if ! command -v caddy >/dev/null; then
        not_run+=('compose/Caddyfile: there is no Caddy')
        return
    fi
    cp -r deploy/caddy/parvis "$tmp/caddy/"
    sed -e "s/:3000/:$((base + 3))/" -e "s/:3001/:$((base + 4))/" deploy/compose/Caddyfile >"$tmp/caddy/Caddyfile"
    PARVIS_PUBLIC_URL=$portal XDG_DATA_HOME=$folder/proxy XDG_CONFIG_HOME=$tmp/caddy \
        caddy run --config "$tmp/caddy/Caddyfile" --adapter caddyfile >"$tmp/caddy.log" 2>&1 &
    pids+=($!)
    wait_for 30 proxy "$tmp/caddy.log" parvis-backend probe 127.0.0.1:$((base + 4)) /
    curl --silent --fail --output /dev/null "$portal/api/v1/bootstrap" || die 'proxy: does not reach the portal'
    local page
    page=$(curl --silent --fail "$portal/") || die 'proxy: does not answer with the page'
    [[ $page == '<!doctype html>'* ]] || die 'proxy: does not serve the app'
    passed 'compose/Caddyfile: serves the app and the API'
}

# The compose project, on ports of its own.
run_containers() {
    if ! docker info >/dev/null 2>&1; then
        not_run+=('Containerfile, compose.yaml, Keycloak: linted only, as there is no Docker daemon')
        return
    fi
    if ! docker compose version >/dev/null 2>&1; then
        not_run+=('Containerfile, compose.yaml, Keycloak: linted only, as Docker has no command "compose"')
        return
    fi
    export PARVIS_PORT=$base SANDBOX_PORT=$((base + 1)) IDENTITY_PORT=$((base + 2)) GRAFANA_PORT=$((base + 3))
    project=(docker compose --project-name parvis-test --file "$compose" --profile metrics)
    "${project[@]}" down --volumes >/dev/null 2>&1 || true
    "${project[@]}" config --quiet
    "${project[@]}" build
    # Returns once the proxy has started, after the portal's /readyz has answered 200.
    if ! timeout 600 "${project[@]}" up --detach; then
        "${project[@]}" logs --tail 40 >&2
        die 'compose: does not start'
    fi
    "${project[@]}" logs >"$tmp/compose.log" 2>&1
    local portal=http://localhost:$base issuer=http://localhost:$IDENTITY_PORT/realms/parvis
    asked() { curl --silent --fail --max-time 5 "$@"; }
    wait_for 60 portal "$tmp/compose.log" asked "$portal/api/v1/bootstrap"
    wait_for 60 sandbox "$tmp/compose.log" asked "http://127.0.0.1:$SANDBOX_PORT/healthz"
    wait_for 300 'identity provider' "$tmp/compose.log" asked "$issuer/.well-known/openid-configuration"
    # The portal has read the provider's description if it redirects there.
    asked --output /dev/null --write-out '%{redirect_url}' "$portal/auth/sign-in" | grep -q "^$issuer/" ||
        die 'compose: signing in does not lead to the identity provider'
    local grafana=http://127.0.0.1:$GRAFANA_PORT
    wait_for 120 Grafana "$tmp/compose.log" asked "$grafana/api/dashboards/uid/parvis"
    is_scraped() { asked "$grafana/api/datasources/proxy/uid/prometheus/api/v1/query?query=up" | grep -q '"1"\]'; }
    wait_for 60 Prometheus "$tmp/compose.log" is_scraped
    "${project[@]}" down --volumes --timeout 20
    project=()
    unset PARVIS_PORT SANDBOX_PORT IDENTITY_PORT GRAFANA_PORT
    passed 'containers: the compose project starts, signing in leads to Keycloak, and Grafana shows the dashboard'
}

lint_firewall() {
    # It reads the tables that there are, which only root may, and not in each container.
    if ! command -v nft >/dev/null || ! nft list tables >/dev/null 2>&1; then
        not_run+=('nftables: not linted, as there is no nft or this is not root')
        return
    fi
    nft --check --file deploy/nftables/parvis.nft || die 'parvis.nft: not valid'
    passed 'nftables: the rules are valid'
}

lint_metrics() {
    "$lint/python" -m json.tool deploy/grafana/dashboards/parvis.json >/dev/null
    if ! command -v promtool >/dev/null; then
        not_run+=('Prometheus: its configuration and rules, as there is no promtool')
        return
    fi
    promtool check config deploy/prometheus/prometheus.yml >"$tmp/promtool" 2>&1 ||
        { cat "$tmp/promtool" >&2; die 'prometheus.yml: not valid'; }
    promtool test rules deploy/prometheus/parvis.rules.test.yml >"$tmp/promtool" 2>&1 ||
        { cat "$tmp/promtool" >&2; die 'parvis.rules.yml: not the expected alerts'; }
    passed 'Prometheus: the configuration is valid, and each alert is raised when it should be'
}

# What the dashboard and the alerts ask for, in front of a backend that has exported each of its metrics.
run_metrics() {
    local sandbox=http://127.0.0.1:$base backend=http://localhost:$((base + 1)) metrics=127.0.0.1:$((base + 2))
    local folder=$tmp/metrics prometheus=()
    mkdir "$folder"
    openssl rand -hex 24 | tee "$folder/bbb-secret" >"$folder/oidc-secret"
    parvis-backend keys generate "$folder/keys"
    SANDBOX_LISTEN=127.0.0.1:$base SANDBOX_REDIRECT_URIS=$backend/auth/callback \
        SANDBOX_BBB_SECRET=$(cat "$folder/bbb-secret") SANDBOX_CLIENT_SECRET=$(cat "$folder/oidc-secret") \
        parvis-sandbox >"$folder/sandbox.log" 2>&1 &
    pids+=($!)
    PARVIS_PUBLIC_URL=$backend \
        PARVIS_LISTEN=127.0.0.1:$((base + 1)) \
        PARVIS_METRICS_LISTEN=$metrics \
        PARVIS_MAX_CONNECTIONS=20 \
        PARVIS_DATABASE_URL=sqlite://$folder/parvis.db \
        PARVIS_KEYS_FILE=$folder/keys \
        PARVIS_BBB_URL=$sandbox/bigbluebutton/ \
        PARVIS_BBB_SECRET_FILE=$folder/bbb-secret \
        PARVIS_OIDC_AGENTS_ISSUER=$sandbox/identity \
        PARVIS_OIDC_AGENTS_CLIENT_ID=parvis \
        PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE=$folder/oidc-secret \
        PARVIS_OIDC_AGENTS_NAME=ProConnect \
        PARVIS_OIDC_AGENTS_SCOPES='openid profile email' \
        PARVIS_SMTP_URL=smtp://127.0.0.1:$((base + 3)) \
        PARVIS_SMTP_FROM=no-reply@visio.example.fr \
        parvis-backend >"$folder/backend.log" 2>&1 &
    pids+=($!)
    if command -v prometheus >/dev/null; then
        prometheus=("http://127.0.0.1:$((base + 4))")
        cp deploy/prometheus/*.yml "$folder/"
        sed -i -e 's/_interval: 15s/_interval: 1s/' -e "s/portal:9464/$metrics/" "$folder/prometheus.yml"
        prometheus --config.file="$folder/prometheus.yml" --storage.tsdb.path="$folder/data" \
            --web.listen-address="${prometheus[0]#http://}" >"$folder/prometheus.log" 2>&1 &
        pids+=($!)
        wait_for 60 Prometheus "$folder/prometheus.log" curl --silent --fail "${prometheus[0]}/-/ready"
    else
        not_run+=('Grafana: the panels are not asked of a Prometheus, as there is none')
    fi
    wait_for 60 sandbox "$folder/sandbox.log" curl --silent --fail "$sandbox/healthz"
    wait_for 60 backend "$folder/backend.log" curl --silent --fail "$backend/readyz"
    "$lint/python" tools/compose.py json deploy/prometheus/parvis.rules.yml >"$folder/rules.json"
    SANDBOX=$sandbox node tools/check-metrics.mjs "$backend" "http://$metrics/metrics" "$folder/bbb-secret" $((base + 3)) \
        "$folder/rules.json" "${prometheus[@]}" || die 'grafana, prometheus: not what the backend exports'
    passed 'Grafana and Prometheus: dashboard and alerts ask for metrics and labels that the backend exports'
}

# units FOLDER: copies the units there, for this machine: with a program that exists, and without settings that its
# systemd does not know.
units() {
    cp deploy/systemd/parvis.service deploy/systemd/parvis.socket "$1/"
    sed -i "s#^ExecStart=.*#ExecStart=$2#" "$1/parvis.service"
    if [ "$(systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p')" -lt 254 ]; then
        sed -i -e '/^RestartSteps=/d' -e '/^RestartMaxDelaySec=/d' "$1/parvis.service"
    fi
}

lint_units() {
    if ! command -v systemd-analyze >/dev/null; then
        not_run+=('systemd units: neither linted nor run, as there is no systemd')
        return
    fi
    local messages
    mkdir "$tmp/units"
    units "$tmp/units" /bin/true
    messages=$(systemd-analyze verify "$tmp/units/parvis.service" "$tmp/units/parvis.socket" 2>&1) || die "$messages"
    [ -z "$messages" ] || die "systemd-analyze: $messages"
    # 10 is no protection, 100 in the option's unit; a service without settings has 9.6.
    systemd-analyze security --offline=true --threshold=15 --no-pager "$tmp/units/parvis.service" >"$tmp/security" ||
        { cat "$tmp/security" >&2; die 'parvis.service: less protected than before'; }
    passed "systemd units: valid; $(tail -n 1 "$tmp/security" | sed 's/^→ //')"
}

# Starts the units under a systemd of their own, whose only file system is a temporary folder with this machine's /usr.
run_units() {
    if [ "$(id -u)" != 0 ] || ! command -v systemd-nspawn >/dev/null; then
        not_run+=('systemd units: linted only, as there is no systemd-nspawn or this is not root')
        return
    fi
    local root=$tmp/root type=notify
    mkdir -p "$root"/{dev,etc/parvis,etc/systemd/system/parvis.service.d,proc,run,sys,test,tmp,usr,var/lib}
    local link
    for link in bin sbin lib lib64; do ln -s "usr/$link" "$root/$link"; done
    cp /usr/lib/os-release /etc/passwd /etc/group /etc/nsswitch.conf /etc/ld.so.cache "$root/etc/"
    echo '127.0.0.1 localhost' >"$root/etc/hosts"
    : >"$root/etc/machine-id"
    cp "$bin/parvis-backend" "$root/test/"
    cp -r dist "$root/test/"
    units "$root/etc/systemd/system" /test/parvis-backend
    sed -e 's#^PARVIS_SITE_DIR=.*#PARVIS_SITE_DIR=/test/dist#' deploy/systemd/parvis.env >"$root/etc/parvis/parvis.env"
    parvis-backend keys generate "$root/etc/parvis/keys"
    local name
    for name in bbb-secret oidc-secret; do
        (umask 077 && echo a-secret >"$root/etc/parvis/$name")
    done
    if ! grep -q NOTIFY_SOCKET "$bin/parvis-backend"; then
        type='exec'
        printf '[Service]\nType=exec\n' >"$root/etc/systemd/system/parvis.service.d/test.conf"
        echo 'PARVIS_LISTEN=127.0.0.1:8081' >>"$root/etc/parvis/parvis.env"
        not_run+=('systemd units: Type=notify and the socket, which this backend does not support')
    fi
    cat >"$root/etc/systemd/system/test.service" <<'UNIT'
[Unit]
DefaultDependencies=no
Wants=parvis.service
After=parvis.service

[Service]
Type=oneshot
StandardOutput=file:/test/log
StandardError=inherit
ExecStart=/bin/bash /test/steps
ExecStopPost=/bin/systemctl --no-block exit
UNIT
    cat >"$root/test/steps" <<'STEPS'
set -euo pipefail
address=127.0.0.1:8080
[ "$1" = notify ] || address=127.0.0.1:8081
trap 'journalctl --no-pager --unit parvis.service --lines 20 >&2' ERR
# Type=exec says nothing about readiness.
for _ in $(seq 100); do
    /test/parvis-backend probe "$address" /readyz 2>/dev/null && break
    sleep 0.2
done
/test/parvis-backend probe "$address" /readyz
/test/parvis-backend probe "$address" /
[ "$(stat -c %U /var/lib/private/parvis/parvis.db)" = parvis ]
pid=$(systemctl show --property MainPID --value parvis.service)
grep -qx 'CapEff:	0000000000000000' "/proc/$pid/status"
grep -qx 'NoNewPrivs:	1' "/proc/$pid/status"
if [ "$1" = notify ]; then
    systemctl restart --no-block parvis.service
    # Connections wait in the socket while the service restarts.
    for _ in $(seq 20); do /test/parvis-backend probe "$address" /readyz; done
fi
systemctl stop parvis.service
[ "$(systemctl show --property Result --value parvis.service)" = success ]
echo passed
STEPS
    sed -i "s#^ExecStart=/bin/bash.*#& $type#" "$root/etc/systemd/system/test.service"
    timeout 120 systemd-nspawn --quiet --directory "$root" --bind-ro=/usr --private-network --register=no --keep-unit \
        --boot systemd.unit=test.service >"$tmp/nspawn.log" 2>&1 </dev/null || true
    if ! grep -qx passed "$root/test/log" 2>/dev/null; then
        # In a container without the right to make others, systemd does not start at all.
        if [ ! -e "$root/test/log" ]; then
            tail -n 5 "$tmp/nspawn.log" >&2
            not_run+=('systemd units: linted only, as systemd-nspawn cannot start systemd here')
            return
        fi
        cat "$root/test/log" >&2
        die 'systemd units: the service does not run as it should'
    fi
    passed "systemd units: the service starts as Type=$type, is ready, and stops, with all its limits"
}

for port in $(seq "$base" $((base + 6))); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        die "port $port is in use: choose others by PARVIS_DEPLOY_PORT"
    fi
done
lint_containers
lint_units
lint_firewall
lint_metrics
run_without_containers
run_units
stop
run_metrics
stop
run_containers
for reason in "${not_run[@]}"; do echo "deploy: NOT RUN: $reason"; done
