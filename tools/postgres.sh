#!/usr/bin/env bash
# Sourced by tests over PostgreSQL: start_postgres starts a temporary server on loopback, which ends with the script.
# Then PARVIS_TEST_POSTGRES is its address, and postgres_stop and postgres_start are the commands that stop and start
# it.

# Debian's folder of the newest version's programs.
newest_postgres() {
    find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1 || true
}

start_postgres() {
    local port=${PARVIS_POSTGRES_PORT:-15432} bin data
    bin=$(newest_postgres)
    [ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
    if [ ! -x "$bin/initdb" ]; then
        tools/debian.sh 'PostgreSQL, for the tests over it' postgresql
        bin=$(newest_postgres)
    fi
    data=$(mktemp -d)
    # PostgreSQL refuses to run as root.
    local as_user=()
    if [ "$(id -u)" = 0 ]; then
        chown nobody "$data"
        as_user=(setpriv --reuid nobody --regid nogroup --clear-groups)
    fi
    local control=("${as_user[@]}" "$bin/pg_ctl" -D "$data/db" -w -m fast)
    # shellcheck disable=SC2034 # Used by the script that sources this.
    postgres_stop=("${control[@]}" stop)
    postgres_start=("${control[@]}" start -l "$data/log"
        -o "-p $port -h 127.0.0.1 -k $data -c fsync=off -c max_connections=400")
    # shellcheck disable=SC2064 # The values of now.
    trap "$(printf '%q ' "${control[@]}" -m immediate stop) >/dev/null 2>&1 || true; rm -rf $(printf '%q' "$data")" EXIT
    "${as_user[@]}" "$bin/initdb" -D "$data/db" -U parvis --auth trust --no-sync >/dev/null
    "${postgres_start[@]}" >/dev/null || { cat "$data/log" >&2; exit 1; }
    export PARVIS_TEST_POSTGRES="postgres://parvis@127.0.0.1:$port"
}
