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
trap 'code=$?; trap "" INT TERM HUP; stop_servers; exit $code' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

prepare_servers && start_servers || exit 1
if [ -z "${PGBENCH:-}" ]; then
    PGBENCH=$(command -v pgbench || echo "$(find_postgres)/pgbench")
    export PGBENCH
fi
run dotnet build bench/TantraSmoke.Bench --configuration Release -verbosity:quiet -consoleLoggerParameters:NoSummary || exit 1
echo "$(nproc) cores, $(uname -m), load $(cut -d' ' -f1 /proc/loadavg)"
run dotnet bench/TantraSmoke.Bench/bin/Release/net10.0/TantraSmoke.Bench.dll "$@"
