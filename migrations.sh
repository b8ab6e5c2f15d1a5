#!/usr/bin/env bash
# Adds a migration for both databases, or applies and takes back migrations on the configured one. See docs/migrations.md.
#
#   ./migrations.sh add NAME             writes NAME for PostgreSQL and SQLite from the model as it is in the code
#   ./migrations.sh status               what is applied, what is pending
#   ./migrations.sh up                   applies what is pending
#   ./migrations.sh down [--lose-data]   takes the newest migration back
#
# status, up and down work on the database that DB_* in the environment or .env name, else on SQLite under data/.
set -euo pipefail
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

usage() {
    sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
}

add() {
    local name=$1 provider
    cd "$folder/TantraSmoke.Core"
    dotnet tool restore
    dotnet restore --verbosity quiet
    for provider in Postgres Sqlite; do
        dotnet ef migrations add "$name" --context "${provider}Db" --output-dir "Data/Migrations/$provider"
    done
    echo "Read both files before you commit them; docs/migrations.md says what to look for."
}

case "${1:-}" in
    add)
        [[ "${2:-}" =~ ^[A-Z][A-Za-z0-9]+$ ]] || { echo "add wants a name such as GuestTags" >&2; exit 2; }
        add "$2"
        ;;
    status | up | down) exec dotnet run --project "$folder/TantraSmoke.Web" --no-launch-profile --verbosity quiet -- migrations "$@" ;;
    -h | --help) usage ;;
    *) usage >&2; exit 2 ;;
esac
