#!/usr/bin/env bash
# Checks the style, builds without warnings and runs every test, on SQLite and on real servers that exist for this run only.
#
#   ./test.sh              everything
#   ./test.sh --filter X   only tests whose full name contains X, or any filter that `dotnet test` knows; not the style
#
# Needs the .NET SDK; PostgreSQL 15 or later, Redis, Chromium, nginx and a font are installed when missing (as root on Debian
# or Ubuntu). CONFIGURATION=Release builds and tests that. The last line is `N passed, N failed, N skipped`; the exit
# code is 0 only when something passed, nothing failed and nothing was skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
source .ci/servers.sh

filter=()
while [ $# -gt 0 ]; do
    case $1 in
        --filter) filter=(--filter "${2:?--filter wants a name}"); shift 2 ;;
        --filter=*) filter=(--filter "${1#--filter=}"); shift ;;
        -h | --help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; exit 0 ;;
        *) echo "Unknown argument: $1 (see --help)" >&2; exit 2 ;;
    esac
done

configuration=${CONFIGURATION:-Debug}
# Tests end processes, never the machine.
postgres_may_forget=yes
passed=0 failed=0 skipped=0 red=()

# What took how long, in seconds; those of the tests are sums, of which several run at once.
took=""

timed() { # name, command …
    local name=$1 start=$SECONDS result
    shift
    "$@"
    result=$?
    took+="${took:+, }$name $((SECONDS - start))"
    return $result
}

kinds() { # the sums of the tests of each kind, from the results
    awk '/<UnitTestResult / && match($0, /testName="TantraSmoke\.Tests\.[A-Za-z]+/) {
            kind = substr($0, RSTART + 28, RLENGTH - 28)
            if (match($0, /duration="[0-9:.]+/)) {
                split(substr($0, RSTART + 10, RLENGTH - 10), part, ":")
                sum[kind] += part[1] * 3600 + part[2] * 60 + part[3]
            }
        }
        END { for (kind in sum) printf "%s %.0f\n", kind, sum[kind] }' "$1" | sort -k2,2nr | paste -sd, | sed 's/,/, /g'
}

finish() {
    local code=$?
    trap - EXIT
    trap '' INT TERM HUP
    stop_servers
    [ -z "$took" ] || echo "Seconds: $took"
    [ ${#red[@]} -eq 0 ] || printf 'Red: %s\n' "${red[@]}"
    [ $code -ne 0 ] || [ ${#red[@]} -eq 0 ] || code=1
    echo "$passed passed, $failed failed, $skipped skipped"
    exit $code
}
trap finish EXIT
trap 'red+=("interrupted"); exit 130' INT
trap 'red+=("terminated"); exit 143' TERM HUP

export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en TESTINGPLATFORM_TELEMETRY_OPTOUT=1
# Nothing runs long enough here to be worth measuring for a better second compilation, the compiler included.
export DOTNET_TieredPGO=0
# Memory that code is written to and a small nursery cost a tenth of the processor in tests that each compile what they run.
export DOTNET_EnableWriteXorExecute=0 DOTNET_GCgen0size=0x4000000

command -v dotnet >/dev/null || { red+=("the .NET SDK is missing (dotnet)"); exit 1; }
prepare_servers || { red+=("servers or tools are missing"); exit 1; }
start_servers || { red+=("servers did not start"); exit 1; }

echo "Building"
timed build run dotnet build TantraSmoke.sln --configuration "$configuration" -warnaserror -verbosity:quiet -consoleLoggerParameters:NoSummary ||
    { red+=("the build"); exit 1; }

# CSharpier leaves strings and markup as they are. Counts characters: in the C locale grep would count bytes.
narrow() {
    local long
    long=$(LC_ALL=C.UTF-8 grep -rnHP '^.{121,}' --include='*.cs' --include='*.razor' \
        --exclude-dir={bin,obj,Migrations} .)
    [ -z "$long" ] || { echo "Longer than 120 characters:"; cut -d: -f1,2 <<<"$long"; return 1; }
}

# What the build has not looked at: names, accessibility, needless usings and the like are errors there.
style() {
    run dotnet tool restore --verbosity quiet && run dotnet csharpier check . --log-level Warning &&
        run dotnet format whitespace . --folder --verify-no-changes --verbosity minimal && narrow
}
if [ ${#filter[@]} -eq 0 ]; then
    echo "Checking the style"
    timed style style || red+=("the style: see above, or run dotnet csharpier format .")
fi

echo "Testing"
results=$servers_folder/results
timed tests run dotnet test TantraSmoke.Tests --no-build --configuration "$configuration" "${filter[@]}" \
    --results-directory "$results" --logger "trx;LogFileName=tests.trx" --logger "console;verbosity=minimal" \
    --blame-hang --blame-hang-timeout 15m --blame-hang-dump-type none || red+=("the tests")

[ ! -f "$results/tests.trx" ] || took+=" ($(kinds "$results/tests.trx"))"

counter() { # name of an attribute of <Counters …> in the results
    sed -n "s/.*<Counters [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$results/tests.trx" 2>/dev/null | head -n 1
}
total=$(counter total) executed=$(counter executed)
passed=$(counter passed) passed=${passed:-0}
skipped=$((${total:-0} - ${executed:-0}))
failed=$((${executed:-0} - passed))

[ "$passed" -gt 0 ] || red+=("no test passed")
if [ "$skipped" -gt 0 ]; then
    red+=("skipped tests:")
    red+=("$(sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".*outcome="NotExecuted".*/    \1/p' "$results/tests.trx")")
fi
[ ${#red[@]} -eq 0 ]
