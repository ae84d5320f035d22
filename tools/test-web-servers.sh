#!/usr/bin/env bash
# Tests the files of deploy/ in nginx and Caddy, in front of a backend: what they serve and what they log.
# BIN is the folder of the binaries. Uses five ports from PARVIS_WEB_PORT on.
set -euo pipefail
cd "$(dirname "$0")/.."
# Drops settings of an instance of the caller's.
base=${PARVIS_WEB_PORT:-18400}
unset "${!PARVIS_@}"
bin=${BIN:-target/ci}
PATH=$PATH:/usr/sbin
tools/setup.sh web_servers

sandbox=http://127.0.0.1:$base
backend_port=$((base + 1))
ports=("$base" "$backend_port" $((base + 2)) $((base + 3)) $((base + 4)))
https=${ports[2]} http=${ports[3]} metrics=${ports[4]}
app=https://visio.example.fr
by_backend='one origin, files by the backend'
tmp=$(mktemp -d)
logs=$tmp/logs
# How many requests nginx accepts of an address at the same time here.
most_of_address=12
# Texts that no log may contain.
secret=S3cretOfALink
words=("$secret" Entretien page-that-linked-here)
declare -A running=()

die() {
    echo "$server, $origins: $*" >&2
    exit 1
}

# stop NAME…: stops processes that were started; kills them after 5 seconds.
stop() {
    local name pid deadline
    for name; do
        pid=${running[$name]:-}
        [ -n "$pid" ] || continue
        unset "running[$name]"
        kill "$pid" 2>/dev/null || true
        deadline=$((SECONDS + 5))
        while kill -0 "$pid" 2>/dev/null; do
            if [ "$SECONDS" -ge "$deadline" ]; then kill -9 "$pid" 2>/dev/null || true; fi
            sleep 0.05
        done
        wait "$pid" 2>/dev/null || true
    done
}
finish() {
    trap - EXIT INT TERM
    stop "${!running[@]}"
    rm -rf "$tmp"
}
trap finish EXIT
trap 'exit 1' INT TERM

# start NAME PORT COMMAND…: starts a process and waits until it listens; its output goes to its log.
start() {
    local name=$1 port=$2 deadline=$((SECONDS + 20))
    shift 2
    "$@" >>"$logs/$name.log" 2>&1 &
    running[$name]=$!
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        if ! kill -0 "${running[$name]}" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
            tail -n 20 "$logs/$name.log" >&2
            die "$name does not start"
        fi
        sleep 0.05
    done
}

for port in "${ports[@]}"; do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        echo "port $port is in use: choose others by PARVIS_WEB_PORT" >&2
        exit 1
    fi
done

server=sandbox origins=all
mkdir "$logs"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=parvis \
    -addext 'subjectAltName=DNS:visio.example.fr,DNS:api.visio.example.fr' \
    -keyout "$tmp/privkey.pem" -out "$tmp/fullchain.pem" 2>/dev/null
for name in conference client; do openssl rand -hex 24 >"$tmp/$name-secret"; done
"$bin/parvis-backend" keys generate "$tmp/keys" >/dev/null
api=https://api.visio.example.fr
SANDBOX_LISTEN=${sandbox#http://} \
    SANDBOX_BBB_SECRET=$(cat "$tmp/conference-secret") \
    SANDBOX_CLIENT_SECRET=$(cat "$tmp/client-secret") \
    SANDBOX_REDIRECT_URIS=$app/auth/callback,$api/auth/callback \
    SANDBOX_POST_LOGOUT_URIS=$app/ \
    start sandbox "$base" "$bin/parvis-sandbox"

# start_backend: renders the static files; the backend serves them itself where $origins says so.
start_backend() {
    local own_files=''
    [ "$origins" != "$by_backend" ] || own_files=dist
    export PARVIS_PUBLIC_URL=$api PARVIS_PORTAL_ORIGINS=$app
    rm -rf "$tmp/site"
    "$bin/parvis-backend" site --dist dist --out "$tmp/site" >/dev/null
    PARVIS_LISTEN=127.0.0.1:$backend_port \
        PARVIS_DATABASE_URL=sqlite://$tmp/parvis.db \
        PARVIS_KEYS_FILE=$tmp/keys \
        PARVIS_BBB_URL=$sandbox/bigbluebutton/ \
        PARVIS_BBB_SECRET_FILE=$tmp/conference-secret \
        PARVIS_OIDC_AGENTS_ISSUER=$sandbox/identity \
        PARVIS_OIDC_AGENTS_CLIENT_ID=parvis \
        PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE=$tmp/client-secret \
        PARVIS_OIDC_AGENTS_NAME=ProConnect \
        PARVIS_TRUSTED_PROXIES=127.0.0.1 \
        PARVIS_METRICS_LISTEN=127.0.0.1:$metrics \
        PARVIS_RIE_NETWORKS=127.0.0.2/32 \
        PARVIS_SITE_DIR=$own_files \
        start backend "$backend_port" "$bin/parvis-backend"
}

# set_paths: sed expressions that change ports, addresses and folders in the files of deploy/, and, where the
# backend serves the files, swap the lines as their comments say for PARVIS_SITE_DIR.
set_paths() {
    paths=(-e "s#/etc/ssl/parvis/#$tmp/#g" -e "s#127\.0\.0\.1:8080#127.0.0.1:$backend_port#")
    if [ "$origins" = "$by_backend" ]; then
        paths+=(-e '\#/srv/parvis/site#d' -e 's/#\(include\|import\)/\1/')
    else
        paths+=(-e "s#/srv/parvis/site#$tmp/site#")
    fi
}

# start_nginx FILE
start_nginx() {
    local own=$tmp/nginx brotli=()
    mkdir -p "$own"
    cp -r deploy/nginx/parvis "$own/"
    if ls /etc/nginx/modules-enabled/*brotli-static* >/dev/null 2>&1; then
        brotli=(-e 's/#brotli_static/brotli_static/')
    fi
    sed "${paths[@]}" "${brotli[@]}" -e "s#/var/log/nginx/#$logs/#g" -e '/listen \[::\]/d' \
        -e "s/listen 443/listen 127.0.0.1:$https/" -e "s/listen 80/listen 127.0.0.1:$http/" \
        "deploy/nginx/$1" >"$own/site.conf"
    sed -i "s/limit_conn parvis_network 5000;/limit_conn parvis_network $most_of_address;/" "$own/parvis/server.conf"
    # Like Debian's own file, which logs everything for servers without a log setting.
    cat >"$own/nginx.conf" <<CONF
daemon off;
pid $own/pid;
$([ "$(id -u)" != 0 ] || echo 'user root;')
error_log $logs/main-error.log;
include /etc/nginx/modules-enabled/*.conf;
events {}
http {
    include /etc/nginx/mime.types;
    client_body_temp_path $own/body;
    proxy_temp_path $own/proxy;
    fastcgi_temp_path $own/fastcgi;
    uwsgi_temp_path $own/uwsgi;
    scgi_temp_path $own/scgi;
    access_log $logs/main-access.log;
    include $own/site.conf;
}
CONF
    nginx -t -q -e "$logs/main-error.log" -c "$own/nginx.conf" || die 'nginx refuses the file'
    start nginx "$https" nginx -e "$logs/main-error.log" -c "$own/nginx.conf"
}

# start_caddy FILE
start_caddy() {
    local own=$tmp/caddy
    mkdir -p "$own"
    cp -r deploy/caddy/parvis "$own/"
    sed "${paths[@]}" -e 's/#tls/tls/' -e "s#/var/log/caddy/#$logs/#g" \
        -e "0,/^{\$/s#^{\$#{\nadmin off\nhttp_port $http\nhttps_port $https\nstorage file_system $own\ndefault_bind 127.0.0.1#" \
        "deploy/caddy/$1" >"$own/Caddyfile"
    local command=(env XDG_DATA_HOME="$own" XDG_CONFIG_HOME="$own" caddy)
    "${command[@]}" validate --config "$own/Caddyfile" --adapter caddyfile >"$logs/validate.log" 2>&1 ||
        { tail -n 5 "$logs/validate.log" >&2; die 'Caddy refuses the file'; }
    start caddy "$https" "${command[@]}" run --config "$own/Caddyfile" --adapter caddyfile
}

# shellcheck source=tools/web-server-checks.sh
. tools/web-server-checks.sh

# check SERVER ORIGINS FILE
check() {
    server=$1 origins=$2
    api=$app
    [ "$origins" != 'two origins' ] || api=https://api.visio.example.fr
    set_paths
    start_backend
    "start_$server" "$3"
    check_files
    check_backend
    check_streams
    [ "$server" != nginx ] || check_limit_of_address
    check_links_leave_no_line
    ask_for_secrets
    ask_while_broken
    check_logs
    stop "$server"
    rm -f "$logs"/*
    echo "$server, $origins: served as it should be, and nothing secret is logged"
}

check nginx 'one origin' parvis.conf
check nginx "$by_backend" parvis.conf
check nginx 'two origins' parvis-two-origins.conf
if command -v caddy >/dev/null; then
    check caddy 'one origin' Caddyfile
    check caddy "$by_backend" Caddyfile
    check caddy 'two origins' two-origins.Caddyfile
else
    echo 'Caddy is not installed, and cannot be by apt-get: its files were not tested'
fi
