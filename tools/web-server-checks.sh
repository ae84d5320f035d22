#!/usr/bin/env bash
# The checks of tools/test-web-servers.sh, which sources this file and sets:
# server, origins   what is tested; by_backend: the value of origins where the backend serves the files itself
# app, api          the origins of the app and of the backend
# metrics           the port of the backend's metrics on 127.0.0.1
# http, https       the web server's ports on 127.0.0.1
# sandbox           the address of the conference server and identity provider
# most_of_address   how many requests nginx accepts of an address at the same time
# tmp, logs         folders; tmp contains the certificate, the site and the web server's configuration
# secret, words     the secret of links, and texts that no log may contain
# running           the processes to stop, by name
# shellcheck disable=SC2154,SC2034,SC2004 # all of the above; the names of "running" are no numbers

jar=$tmp/cookies

# fetch ARGUMENT…: requests by curl, like a browser that trusts the certificate.
browser=(curl -sS --max-time 10 --cacert "$tmp/fullchain.pem" --connect-to ":443:127.0.0.1:$https"
    --connect-to ":80:127.0.0.1:$http")
fetch() { "${browser[@]}" "$@"; }
# answer ARGUMENT…: writes status, protocol and headers to $tmp/head, the body to $tmp/body.
answer() { fetch -D "$tmp/head" -o "$tmp/body" "$@"; }
# has PATTERN…: fails unless each pattern is in the last answer's head.
has() {
    local pattern
    for pattern; do
        grep -Eiq -- "$pattern" "$tmp/head" || { cat "$tmp/head" >&2; die "no '$pattern' in the answer above"; }
    done
}
has_no() {
    if grep -Eiq -- "$1" "$tmp/head"; then cat "$tmp/head" >&2; die "'$1' in the answer above"; fi
}
# json EXPRESSION: evaluates it over the last answer's body, `it`.
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
    [ "$origins" = "$by_backend" ] || cmp -s "$tmp/body" "$tmp/site/index.html.gz" ||
        die 'the page is not the one compressed at its export'
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
    if [ "$server" = caddy ] || [ "$origins" = "$by_backend" ] || grep -q '^ *brotli_static' "$tmp/nginx/site.conf"; then
        answer -H 'Accept-Encoding: gzip, br' "$app/$asset"
        has '^content-encoding: br'
    fi
    answer "$app/$asset"
    has_no '^content-encoding'
    cmp -s "$tmp/body" "$tmp/site/$asset" || die 'the asset is another one'
    answer "$app/assets/none.js"
    has '^HTTP/2 404'
    has_no immutable
    answer -H 'Accept-Encoding: gzip' "$app/service-worker.js"
    has '^HTTP/2 200' '^cache-control: no-cache' '^content-encoding: gzip' '^content-type: (text|application)/javascript'
    answer "$app/embed/session-details.js"
    has '^HTTP/2 200' '^cache-control: public, max-age=300' '^access-control-allow-origin: \*'
    answer "$app/embed/session-details.html"
    has '^HTTP/2 200' '^cache-control: no-cache' '^content-security-policy:'
    for path in headers.nginx.conf headers.caddy _headers; do
        answer "$app/$path"
        # The backend answers its page at addresses without a dot.
        [ "$path, $origins" = "_headers, $by_backend" ] || has '^HTTP/2 404'
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
    # The backend itself refuses bodies that are too large, with problem details.
    head -c 70000 /dev/zero | tr '\0' x >"$tmp/large"
    answer -H "Origin: $app" -H 'Content-Type: application/json' --data-binary @"$tmp/large" "$api/api/v1/join"
    has '^HTTP/2 413' '^content-type: application/problem\+json'
    for path in readyz healthz; do
        answer "$api/$path"
        has '^HTTP/2 404'
    done
    curl -sS -o "$tmp/metrics" "http://127.0.0.1:$metrics/metrics"
    grep -q '^parvis_connections' "$tmp/metrics" || die 'there are no metrics'
    # Where the app is, its page is at each address.
    for path in metrics api/metrics auth/metrics; do
        answer "$api/$path"
        if grep -q parvis_connections "$tmp/body"; then die "everybody can read the metrics at /$path"; fi
    done
}

# Signs in, and waits as a participant until the owner starts the meeting: the first event arrives within 2 seconds,
# and the stream stays open.
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

    # The badges' stream sends one event and stays open: curl ends it.
    fetch "${session[@]}" -N --compressed --max-time 2 "$api/api/v1/events" >"$tmp/live" 2>/dev/null || true
    grep -q '^event: live' "$tmp/live" || die 'the stream of badges does not come through within 2 seconds'
    : >"$tmp/door"
    "${browser[@]}" -N --compressed "$api/api/v1/waiting/$ticket/events" >"$tmp/door" 2>/dev/null &
    running[stream]=$!
    wait_for_event 'data: "closed"' 2
    answer "${session[@]}" -d '{}' "$api/api/v1/rooms/$room/launch"
    has '^HTTP/2 200'
    # The meeting runs once somebody is in it, that is while the conference's page is connected.
    answer -b "$jar" -c "$jar" "$(json it.url)"
    page=$(location)
    "${browser[@]}" -b "$jar" -N "$sandbox/html5client/events?sessionToken=${page##*sessionToken=}" >/dev/null 2>&1 &
    running[owner]=$!
    wait_for_event 'data: "open"' 5
    stop stream owner
}
# wait_for_event TEXT SECONDS: waits for a text in the waiting page's stream.
wait_for_event() {
    local tries=$(($2 * 20))
    until grep -q "$1" "$tmp/door"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || die "the stream does not say '$1' within $2 seconds"
        sleep 0.05
    done
}

# An address that has as many streams as it may is refused, and others are not.
check_limit_of_address() {
    local streams=() number name tries=100
    for number in $(seq "$most_of_address"); do
        name=stream-$number
        : >"$tmp/$name"
        "${browser[@]}" -b "$jar" -N --compressed "$api/api/v1/events" >"$tmp/$name" 2>/dev/null &
        running[$name]=$!
        streams+=("$name")
    done
    until [ "$(grep -l '^event: live' "$tmp"/stream-* | wc -l)" = "$most_of_address" ]; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || die "an address has fewer than $most_of_address streams"
        sleep 0.05
    done
    answer "$api/api/v1/bootstrap"
    has '^HTTP/2 503'
    answer --interface 127.0.0.2 "$api/api/v1/bootstrap"
    has '^HTTP/2 200'
    stop "${streams[@]}"
    tries=100
    until answer "$api/api/v1/bootstrap" && grep -q '^HTTP/2 200' "$tmp/head"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || die 'an address is refused after its streams have ended'
        sleep 0.05
    done
}

# Requests links whose `#` was encoded, and searches, by every protocol, with a Referer.
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
                ${protocol% *} "${protocol##* }/$path" 2>/dev/null ||
                # Some servers refuse an invalid address before any answer.
                [[ $path == *%ZZ* ]] || die "no answer to $protocol/$path"
        done
    done
}

# The same while neither the backend nor the page is available.
ask_while_broken() {
    stop backend
    ask_for_secrets
    answer "$api/api/v1/bootstrap"
    has '^HTTP/2 50[234]'
    rm "$tmp/site/index.html"
    ask_for_secrets
    # Not readable, not even for root.
    ln -s index.html "$tmp/site/index.html"
    ask_for_secrets
}

# Checks that requests for links are not logged, and that later ones are.
check_links_leave_no_line() {
    local before tries=40
    before=$(wc -l <"$logs/parvis.log")
    answer "$app/rejoindre/moderateur%23x"
    answer "$app/assets/after.js"
    until grep -q /assets/after.js "$logs/parvis.log"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || die 'an access is not logged'
        sleep 0.05
    done
    [ "$(wc -l <"$logs/parvis.log")" = $((before + 1)) ] || die 'a link leaves a line in the log'
}

check_logs() {
    local word
    for word in "${words[@]}"; do
        if grep -rnF -- "$word" "$logs" >&2; then die "a log holds '$word'"; fi
    done
    [ "$(grep -c /api/v1/bootstrap "$logs/parvis.log")" -gt 0 ] || die 'accesses are not logged'
    if grep -qi rejoindre "$logs/parvis.log"; then die 'links are logged'; fi
}
