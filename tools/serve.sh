#!/usr/bin/env bash
# Starts the sandbox and a backend that uses it, creates the demo accounts' rooms, and prints the addresses.
# BIN: the folder of the binaries; DATA: the folder for all data; PORT: the portal's port, the sandbox has the
# next one; BENCH_DATABASE: the database's address, if it is not to be a file in DATA. With DEV, Trunk serves the
# portal and rebuilds the app when it changes, in front of a backend on the port after that. When it ends, it stops
# everything that it has started.
set -euo pipefail
cd "$(dirname "$0")/.."
# Drops settings of an instance of the caller's: the demo must not write to its database.
unset "${!PARVIS_@}"
sandbox_port=$((PORT + 1))
backend_port=$PORT
[ -n "${DEV:-}" ] && backend_port=$((PORT + 2))
portal="http://localhost:$PORT"
backend="http://127.0.0.1:$backend_port"
# Another host name than the portal's, so that they do not share cookies.
sandbox="http://127.0.0.1:$sandbox_port"

# The agents' help site, which has the service's own documents.
help=https://monaidenumerique.education.gouv.fr

for taken in "$PORT" "$sandbox_port" "$backend_port"; do
    if (exec 3<>"/dev/tcp/127.0.0.1/$taken") 2>/dev/null; then
        echo "port $taken is in use: is Parvis running already? Stop it, or choose another PORT" >&2
        exit 1
    fi
done

[ -n "${FRESH:-}" ] && rm -rf "$DATA"
mkdir -p "$DATA"
umask 077

secret() {
    [ -s "$DATA/$1" ] ||
        node -e 'process.stdout.write(require("crypto").randomBytes(24).toString("base64url"))' \
            >"$DATA/$1"
    cat "$DATA/$1"
}
conference_secret=$(secret conference-secret)
client_secret=$(secret client-secret)
secret host-secret >/dev/null
[ -s "$DATA/keys" ] || "$BIN/parvis-backend" keys generate "$DATA/keys"

pids=()
stop() {
    trap - EXIT INT TERM
    kill "${pids[@]}" 2>/dev/null || true
    wait
}
trap stop EXIT INT TERM

# answers URL: whether the address answers with success. Uses Node, which is installed in any case.
answers() {
    node -e 'fetch(process.argv[1]).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))' "$1"
}

# wait_for NAME URL PID: waits until the address answers, for 30 seconds and while the process runs.
wait_for() {
    local deadline=$((SECONDS + 30))
    until answers "$2"; do
        if ! kill -0 "$3" 2>/dev/null || [ "$SECONDS" -gt "$deadline" ]; then
            echo "$1 did not start: see $DATA/$1.log" >&2
            tail -n 5 "$DATA/$1.log" >&2
            exit 1
        fi
        sleep 0.05
    done
}

SANDBOX_LISTEN=127.0.0.1:$sandbox_port \
    SANDBOX_BBB_SECRET=$conference_secret \
    SANDBOX_CLIENT_SECRET=$client_secret \
    SANDBOX_REDIRECT_URIS=$portal/auth/callback,$portal/auth/attendees/callback \
    SANDBOX_POST_LOGOUT_URIS=$portal/ \
    "$BIN/parvis-sandbox" >"$DATA/sandbox.log" 2>&1 &
pids+=($!)
wait_for sandbox "$sandbox/healthz" "${pids[-1]}"

# Values in the portal's page. Exported because with DEV, tools/dev-site.mjs renders the page.
export PARVIS_SERVICE_NAME=Visio-Agents PARVIS_THEME=state \
    PARVIS_MARK="Ministère|de l'Éducation|nationale" \
    PARVIS_TAGLINE="Les réunions en ligne des agents de l’Éducation nationale"
[ -n "${DEV:-}" ] || export PARVIS_SITE_DIR=dist

# The first as in deploy/systemd/parvis.service.
MALLOC_ARENA_MAX=2 \
    PARVIS_LISTEN=127.0.0.1:$backend_port \
    PARVIS_PUBLIC_URL=$portal \
    PARVIS_DATABASE_URL=${BENCH_DATABASE:-sqlite://$DATA/parvis.db} \
    PARVIS_KEYS_FILE=$DATA/keys \
    PARVIS_FILES_DIR=$DATA/files \
    PARVIS_FILES_DIR_SHARED=true \
    PARVIS_BBB_URL=$sandbox/bigbluebutton/ \
    PARVIS_BBB_SECRET_FILE=$DATA/conference-secret \
    PARVIS_BBB_AUTHENTICATED_GUEST=true \
    PARVIS_OIDC_AGENTS_ISSUER=$sandbox/identity \
    PARVIS_OIDC_AGENTS_CLIENT_ID=parvis \
    PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE=$DATA/client-secret \
    PARVIS_OIDC_AGENTS_NAME=ProConnect \
    PARVIS_OIDC_AGENTS_SCOPES='openid profile email' \
    PARVIS_OIDC_ATTENDEES_ISSUER=$sandbox/identity-attendees \
    PARVIS_OIDC_ATTENDEES_CLIENT_ID=parvis \
    PARVIS_OIDC_ATTENDEES_CLIENT_SECRET_FILE=$DATA/client-secret \
    PARVIS_OIDC_ATTENDEES_NAME=EduConnect \
    PARVIS_OIDC_ATTENDEES_ACCOUNT='Éducation nationale' \
    PARVIS_PHONE_NUMBER='+33 1 23 45 67 89' \
    PARVIS_SIP_HOST=sip.visio.exemple.fr \
    PARVIS_SHOW_ACTIVITY=true \
    PARVIS_CONFERENCE_ORIGINS=$sandbox \
    PARVIS_HOST_SECRET_FILE=$DATA/host-secret \
    PARVIS_CODE_IS_NEW=true \
    PARVIS_MAX_ROOMS=1000 \
    PARVIS_RIE_NETWORKS='*' \
    PARVIS_LINK_DOCUMENTATION=$help \
    PARVIS_LINK_SIGNING_IN=$help \
    PARVIS_LINK_TEMPORARY_MEETING=$help \
    "$BIN/parvis-backend" >"$DATA/backend.log" 2>&1 &
pids+=($!)
wait_for backend "$backend/readyz" "${pids[-1]}"

# Accounts are identified by the identity provider's address, which contains the port.
seeded="$DATA/seeded-$PORT"
if [ ! -e "$seeded" ]; then
    node tools/seed.mjs "$portal" "$backend"
    touch "$seeded"
fi
if [ -n "${DEV:-}" ]; then
    # Built files contain no secret.
    (umask 022 && node tools/build-style.mjs dev &&
        node tools/dev-site.mjs config "$PORT" "$backend_port")
    (umask 022 && exec trunk --skip-version-check --config target/dev/Trunk.toml serve) &
    pids+=($!)
fi
echo "Parvis is on $portal (its conference server and identity provider on $sandbox)"
wait -n "${pids[@]}"
