#!/bin/sh
# One image, several programs: web, worker, migrate, first-boot, or any other command.
set -eu
case "${1:-web}" in
  web) exec bun src/server/serve.ts ;;
  worker) exec bun jobs/worker.ts ;;
  migrate) exec bun src/cli/db-migrate.ts ;;
  first-boot) exec docker/stalwart/first-boot.sh ;;
  *) exec "$@" ;;
esac
