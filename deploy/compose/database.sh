# shellcheck shell=sh
# Creates the portal's role and database when the data folder is new. The portal is not PostgreSQL's superuser.
psql --set ON_ERROR_STOP=1 --username postgres --set password="$(cat /secrets/password)" <<'SQL'
CREATE ROLE parvis LOGIN PASSWORD :'password';
CREATE DATABASE parvis OWNER parvis;
SQL
