#!/bin/sh
# Runs once, on an empty data folder. The application's role owns nothing and cannot go around row-level security.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set=password="$APP_DATABASE_PASSWORD" <<'SQL'
create role deftmail_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'password';
SQL
