#!/bin/sh
# Once, after the first start of Stalwart: locks it down, makes the control panel's account and prints its key on standard output.
#   docker compose run --rm -T first-boot >> .env
set -eu
: "${STALWART_URL:?such as http://stalwart:8080}"
: "${STALWART_RECOVERY_ADMIN:?user:password that Stalwart was started with}"
: "${MAIL_HOST:?public name of the mail server}"
: "${ACME_EMAIL:?address for notices about certificates}"
: "${PANEL_NETWORK:?network that the control panel calls from, such as 172.30.2.0/24}"
exec bun "$(dirname "$0")/first-boot.ts"
