#!/bin/sh
# Makes the secrets of this project that do not exist yet, and writes each into the volumes of the services that
# read it. Existing ones are kept, so that it can run at every start.
#
#   setup               makes what is missing
#   setup store NAME    keeps standard input as the secret NAME of your own server: bbb-secret or oidc-secret
set -eu
umask 027
volumes=${VOLUMES:-/volumes}
templates=${TEMPLATES:-/usr/share/parvis}

# put FILE: writes standard input to a file, whole or not at all.
put() {
    cat >"$1.new"
    mv "$1.new" "$1"
}

# secret NAME: makes a secret unless there is one, and prints it.
secret() {
    [ -s "$volumes/kept/$1" ] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' | put "$volumes/kept/$1"
    cat "$volumes/kept/$1"
}

# portal_secret NAME GENERATED: what was stored, else the one of the demo's servers.
portal_secret() {
    if [ -s "$volumes/kept/stored-$1" ]; then
        cat "$volumes/kept/stored-$1"
    else
        printf '%s' "$2"
    fi | put "$volumes/portal/$1"
}

if [ "${1:-}" = store ]; then
    case ${2:-} in
    bbb-secret | oidc-secret) put "$volumes/kept/stored-$2" ;;
    *)
        echo 'usage: setup store bbb-secret|oidc-secret' >&2
        exit 2
        ;;
    esac
    exit
fi

bbb_secret=$(secret bbb-secret)
client_secret=$(secret client-secret)
database_password=$(secret database-password)
demo_password=$(secret demo-password)
superuser_password=$(secret superuser-password)
public_url=${PARVIS_PUBLIC_URL%/}

printf '%s' "$superuser_password" | put "$volumes/database/superuser-password"
printf '%s' "$database_password" | put "$volumes/database/password"

printf '%s' "$bbb_secret" | put "$volumes/sandbox/bbb-secret"
printf '%s' "$client_secret" | put "$volumes/sandbox/client-secret"

portal_secret bbb-secret "$bbb_secret"
portal_secret oidc-secret "$client_secret"
# The PostgreSQL client ignores a password file that its group can read.
(umask 077 && printf 'database:5432:parvis:parvis:%s\n' "$database_password" | put "$volumes/portal/pgpass")
if [ ! -s "$volumes/portal/keys" ]; then
    rm -f "$volumes/portal/keys.new"
    parvis-backend keys generate "$volumes/portal/keys.new"
    mv "$volumes/portal/keys.new" "$volumes/portal/keys"
fi

sed -e "s|@PUBLIC_URL@|$public_url|g" -e "s|@CLIENT_SECRET@|$client_secret|" \
    -e "s|@DEMO_PASSWORD@|$demo_password|" "$templates/parvis-realm.json" |
    put "$volumes/identity/parvis-realm.json"

# Not empty, else Docker would give it the content and the owner of the folder in the proxy's image.
mkdir -p "$volumes/proxy/caddy"

if [ "${PARVIS_DEMO_SERVERS:-1}" != 0 ]; then
    echo "Sign in at $public_url as alix, with the password $demo_password"
fi
