#!/usr/bin/env bash
# The files of deploy/ in nginx and Caddy, in front of a backend: what they serve, and what they log.
# BIN is the folder of the binaries. Takes seven ports from PARVIS_WEB_PORT on.
set -euo pipefail
cd "$(dirname "$0")/.."
# Nothing of the caller's own instance.
base=${PARVIS_WEB_PORT:-18400}
unset "${!PARVIS_@}"
bin=${BIN:-target/ci}
PATH=$PATH:/usr/sbin
tools/setup.sh web_servers

sandbox=http://127.0.0.1:$base
backend_port=$((base + 1))
ports=("$base" "$backend_port" $((base + 2)) $((base + 3)))
https=${ports[2]} http=${ports[3]}
app=https://visio.example.fr
tmp=$(mktemp -d)
logs=$tmp/logs
jar=$tmp/cookies
# What no log may hold.
secret=S3cretOfALink
words=("$secret" Entretien page-that-linked-here)
declare -A running=()

die() {
    echo "$server, $origins: $*" >&2
    exit 1
}

# stop NAME…: each process that was started, at the latest after 5 seconds.
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

# start NAME PORT COMMAND…: until it listens; its output is in its log.
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

# start_backend: with the static files rendered for it.
start_backend() {
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
        PARVIS_RIE_NETWORKS=127.0.0.2/32 \
        start backend "$backend_port" "$bin/parvis-backend"
}

# The files of deploy/, with other ports and folders alone.
paths=(-e "s#/etc/ssl/parvis/#$tmp/#g" -e "s#/srv/parvis/site#$tmp/site#g"
    -e "s#127\.0\.0\.1:8080#127.0.0.1:$backend_port#")

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
    # As Debian's own file, which logs everything for servers that say nothing of it.
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
        -e "0,/^{/s//{\nadmin off\nhttp_port $http\nhttps_port $https\ndefault_bind 127.0.0.1\nstorage file_system $own\n/" \
        "deploy/caddy/$1" >"$own/Caddyfile"
    local command=(env XDG_DATA_HOME="$own" XDG_CONFIG_HOME="$own" caddy)
    "${command[@]}" validate --config "$own/Caddyfile" --adapter caddyfile >"$logs/validate.log" 2>&1 ||
        { tail -n 5 "$logs/validate.log" >&2; die 'Caddy refuses the file'; }
    start caddy "$https" "${command[@]}" run --config "$own/Caddyfile" --adapter caddyfile
}

# fetch ARGUMENT…: by curl, as a browser would that knows the certificate.
browser=(curl -sS --max-time 10 --cacert "$tmp/fullchain.pem" --connect-to ":443:127.0.0.1:$https"
    --connect-to ":80:127.0.0.1:$http")
fetch() { "${browser[@]}" "$@"; }
# answer ARGUMENT…: status, protocol and headers to $tmp/head, the body to $tmp/body.
answer() { fetch -D "$tmp/head" -o "$tmp/body" "$@"; }
# has PATTERN…: each is in the last answer's head.
has() {
    local pattern
    for pattern; do
        grep -Eiq -- "$pattern" "$tmp/head" || { cat "$tmp/head" >&2; die "no '$pattern' in the answer above"; }
    done
}
has_no() {
    if grep -Eiq -- "$1" "$tmp/head"; then cat "$tmp/head" >&2; die "'$1' in the answer above"; fi
}
# json EXPRESSION: of the last answer's body, as `it`.
json() { node -pe "const it = JSON.parse(require('fs').readFileSync('$tmp/body', 'utf8')); $1"; }
location() { sed -n 's/^location: \(.*\)\r$/\1/Ip' "$tmp/head"; }

check_files() {
    answer "$app/"
    has '^HTTP/2 200' '^content-type: text/html; charset=utf-8' '^cache-control: no-cache' \
        "^content-security-policy: default-src 'none'.*frame-ancestors 'none'" \
        '^strict-transport-security: max-age=' '^referrer-policy: no-referrer' '^x-content-type-options: nosniff'
    cmp -s "$tmp/body" "$tmp/site/index.html" || die 'the page is another one'
    has_no '^x-robots-tag'
    answer -H 'Accept-Encoding: gzip' "$app/"
    has '^content-encoding: gzip' '^vary: accept-encoding'
    for path in rejoindre/moderateur rejoindre%2Fmoderateur rejoindre/moderateur%23x.y attente/x; do
        answer "$app/$path"
        has '^HTTP/2 200' '^x-robots-tag: noindex' '^cache-control: no-cache' '^content-security-policy:'
        cmp -s "$tmp/body" "$tmp/site/index.html" || die "/$path is another page"
    done
    answer "$app/salles/nouvelle"
    has '^HTTP/2 200' '^cache-control: no-cache'
    has_no '^x-robots-tag'

    local asset
    asset=$(cd "$tmp/site" && find assets -name '*.wasm' | sort | head -n 1)
    answer -H 'Accept-Encoding: gzip' "$app/$asset"
    has '^HTTP/2 200' '^cache-control: .*immutable' '^content-encoding: gzip' '^vary: accept-encoding' \
        '^content-type: application/wasm'
    cmp -s "$tmp/body" "$tmp/site/$asset.gz" || die 'the asset is not the one compressed at build time'
    if [ "$server" = caddy ] || grep -q '^ *brotli_static' "$tmp/nginx/site.conf"; then
        answer -H 'Accept-Encoding: gzip, br' "$app/$asset"
        has '^content-encoding: br'
    fi
    answer "$app/$asset"
    has_no '^content-encoding'
    cmp -s "$tmp/body" "$tmp/site/$asset" || die 'the asset is another one'
    answer "$app/assets/none.js"
    has '^HTTP/2 404'
    has_no immutable
    answer "$app/embed/session-details.js"
    has '^HTTP/2 200' '^cache-control: public, max-age=300' '^access-control-allow-origin: \*'
    answer "$app/embed/session-details.html"
    has '^HTTP/2 200' '^cache-control: no-cache' '^content-security-policy:'
    for path in headers.nginx.conf headers.caddy _headers; do
        answer "$app/$path"
        has '^HTTP/2 404'
    done
    answer "http://visio.example.fr/salles/nouvelle?q=1"
    has '^HTTP/1.1 30[18]' '^location: https://visio.example.fr/salles/nouvelle\?q=1'
}

check_backend() {
    answer -H "Origin: $app" "$api/api/v1/bootstrap"
    has '^HTTP/2 200' '^content-type: application/json' '^strict-transport-security: max-age=' \
        "^access-control-allow-origin: $app"
    [ "$(json it.on_professional_network)" = undefined ] || die 'everybody comes from 127.0.0.2'
    answer --interface 127.0.0.2 "$api/api/v1/bootstrap"
    [ "$(json it.on_professional_network)" = true ] || die 'the backend does not learn where people come from'
    answer --interface 127.0.0.3 -H 'X-Forwarded-For: 127.0.0.2' "$api/api/v1/bootstrap"
    [ "$(json it.on_professional_network)" = undefined ] || die 'anybody may claim an address'
    answer "$api/api/none"
    has '^HTTP/2 404' '^content-type: application/problem\+json'
    # What is too large is refused by the backend itself, in words.
    head -c 70000 /dev/zero | tr '\0' x >"$tmp/large"
    answer -H "Origin: $app" -H 'Content-Type: application/json' --data-binary @"$tmp/large" "$api/api/v1/join"
    has '^HTTP/2 413' '^content-type: application/problem\+json'
    for path in readyz healthz; do
        answer "$api/$path"
        has '^HTTP/2 404'
    done
}

# Signs in, and waits as a participant until the owner starts the meeting: the first event comes within 2
# seconds, while the stream stays open.
check_streams() {
    local session=(-b "$jar" -c "$jar" -H "Origin: $app" -H 'Content-Type: application/json') link ticket room page
    rm -f "$jar"
    answer "${session[@]}" "$api/auth/sign-in"
    answer -d account=alix "$(location | sed 's#/authorize#/decision#')"
    answer "${session[@]}" "$(location)"
    has '^HTTP/2 30[23]' "^location: $app/"
    answer "${session[@]}" -d '{"name": "Entretien"}' "$api/api/v1/rooms"
    has '^HTTP/2 201'
    room=$(json it.id)
    answer "${session[@]}" "$api/api/v1/rooms/$room/invitation"
    link=$(json it.attendee_link)
    words+=("${link#*#}")
    answer -H "Origin: $app" -H 'Content-Type: application/json' \
        -d "{\"secret\": \"${link#*#}\", \"name\": \"Zoé\"}" "$api/api/v1/join"
    ticket=$(json it.waiting.ticket)

    # The badges' stream is of one event, and stays open: curl ends it.
    fetch "${session[@]}" -N --max-time 2 "$api/api/v1/events" >"$tmp/live" 2>/dev/null || true
    grep -q '^event: live' "$tmp/live" || die 'the stream of badges does not come through within 2 seconds'
    : >"$tmp/door"
    "${browser[@]}" -N "$api/api/v1/waiting/$ticket/events" >"$tmp/door" 2>/dev/null &
    running[stream]=$!
    wait_for_event 'data: "closed"' 2
    answer "${session[@]}" -d '{}' "$api/api/v1/rooms/$room/launch"
    has '^HTTP/2 200'
    # The meeting runs once somebody is in it, which is as long as the conference's page is connected.
    answer -b "$jar" -c "$jar" "$(json it.url)"
    page=$(location)
    "${browser[@]}" -b "$jar" -N "$sandbox/html5client/events?sessionToken=${page##*sessionToken=}" >/dev/null 2>&1 &
    running[owner]=$!
    wait_for_event 'data: "open"' 5
    stop stream owner
}
# wait_for_event TEXT SECONDS: in the waiting page's stream.
wait_for_event() {
    local tries=$(($2 * 20))
    until grep -q "$1" "$tmp/door"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || die "the stream does not say '$1' within $2 seconds"
        sleep 0.05
    done
}

# Asks for links whose `#` was encoded, and searches, by every protocol, as somebody who comes from elsewhere.
ask_for_secrets() {
    local path protocol long
    long=$(head -c 300 /dev/zero | tr '\0' x)
    local paths=("rejoindre/moderateur%23$secret" "rejoindre/moderateur%2523$secret" "rejoindre/moderateur/$secret"
        "%72ejoindre/moderateur%23$secret" "rejoindre%2Fmoderateur%23$secret" "rejoindre%252Fmoderateur%2523$secret"
        "%2572ejoindre/moderateur%2523$secret" "/rejoindre/moderateur%23$secret" "REJOINDRE/moderateur%23$secret"
        "salles/..%2Frejoindre/moderateur%23$secret" "api/../rejoindre/moderateur%23$secret" "rejoindre%23$secret"
        "rejoindre/moderateur%23$secret.%ZZ" "rejoindre/moderateur%23$secret%00" "rejoindre/moderateur%23$secret$long"
        "rejoindre%252Fmoderateur%23$secret$long" "attente/x?secret=$secret" '?q=Entretien' 'salles/nouvelle?q=Entretien'
        'api/v1/bootstrap?q=Entretien' "auth/callback?code=$secret&state=x" "auth/sign-in?return_to=/$secret")
    for path in "${paths[@]}"; do
        for protocol in "--http2 $app" "--http1.1 $app" "--http2 $api" "--http1.1 http://visio.example.fr"; do
            # shellcheck disable=SC2086 # a flag and an address
            fetch --path-as-is -o /dev/null -H "Referer: $app/rejoindre/x%23page-that-linked-here" \
                ${protocol% *} "${protocol##* }/$path" || die "no answer to $protocol/$path"
        done
    done
}

# The same while neither the backend nor the page can be had.
ask_while_broken() {
    stop backend
    ask_for_secrets
    answer "$api/api/v1/bootstrap"
    has '^HTTP/2 50[234]'
    rm "$tmp/site/index.html"
    ask_for_secrets
    # A file that cannot be read, for root neither.
    ln -s index.html "$tmp/site/index.html"
    ask_for_secrets
}

check_logs() {
    local word
    for word in "${words[@]}"; do
        if grep -rnF -- "$word" "$logs" >&2; then die "a log holds '$word'"; fi
    done
    [ "$(grep -c /api/v1/bootstrap "$logs/parvis.log")" -gt 0 ] || die 'accesses are not logged'
    [ "$(grep -c /assets/ "$logs/parvis.log")" -gt 0 ] || die 'accesses to files are not logged'
    if [ "$(grep -ci rejoindre "$logs/parvis.log")" -gt 0 ]; then die 'links are logged'; fi
}

# check SERVER ORIGINS FILE
check() {
    server=$1 origins=$2
    api=$app
    [ "$origins" = 'one origin' ] || api=https://api.visio.example.fr
    start_backend
    "start_$server" "$3"
    check_files
    check_backend
    check_streams
    ask_for_secrets
    ask_while_broken
    check_logs
    stop "$server"
    rm -f "$logs"/*
    echo "$server, $origins: served as it should be, and nothing secret is logged"
}

check nginx 'one origin' parvis.conf
check nginx 'two origins' parvis-two-origins.conf
if command -v caddy >/dev/null; then
    check caddy 'one origin' Caddyfile
    check caddy 'two origins' two-origins.Caddyfile
else
    echo 'Caddy is not installed, and cannot be by apt-get: its files were not tested'
fi
