#!/usr/bin/env bash
# Measures the venue against something in the same run, on servers that exist for this run only; see bench/README.md.
#
#   bench/run.sh          everything
#   bench/run.sh a d      only these
#
# Exits with 1 when a bound is missed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
source .ci/servers.sh
stop_servers_at_exit

prepare_servers && start_servers || exit 1
if [ -z "${PGBENCH:-}" ]; then
    PGBENCH=$(command -v pgbench || echo "$(find_postgres)/pgbench")
    export PGBENCH
fi
run dotnet build bench/TantraSmoke.Bench --configuration Release -verbosity:quiet -consoleLoggerParameters:NoSummary || exit 1
echo "$(nproc) cores, $(uname -m), load $(cut -d' ' -f1 /proc/loadavg)"
run dotnet bench/TantraSmoke.Bench/bin/Release/net10.0/TantraSmoke.Bench.dll "$@"
