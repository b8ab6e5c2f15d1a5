# Throw-away servers for tests and measurements; to be sourced by bash.
#
#   prepare_servers   installs what is missing (as root on Debian or Ubuntu) or says what is
#   start_servers     starts PostgreSQL and Redis on free ports of 127.0.0.1 and exports
#                       TEST_PG        an Npgsql connection string with the right to create databases
#                       TEST_REDIS     host:port of a Redis with 4096 databases
#                       TEST_CHROMIUM  the path of a Chromium program
#                       TEST_NGINX     the path of an nginx program; tests start it themselves
#                     a variable that is already set is used as it is; see $postgres_may_forget
#   run COMMAND …     runs a command that ends with this script, whatever ends it
#   stop_servers      stops what was started and removes its files
#   stop_servers_at_exit
#                     does so when the script ends, whatever ends it
#
# A guardian process does the same when this script is killed without a chance to clean up.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# No server of a build outlives the script: one compiler for all projects takes two thirds of the time of one for
# each; it has a name of its own and ends with the command that has started it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
export UseSharedCompilation=true SharedCompilationId=ts$$

# Not empty when nothing that PostgreSQL has written has to outlive the machine: it then does not wait for the disk.
postgres_may_forget=""

servers_folder=""
servers_guardian=""
running=""

find_postgres() { # the directory of the newest PostgreSQL server, 15 or later
    local directory
    for directory in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5,5nr) $(dirname "$(command -v initdb || echo /none/initdb)"); do
        if [ -x "$directory/initdb" ] && [ "$("$directory/initdb" --version | sed -E 's/[^0-9]*([0-9]+).*/\1/')" -ge 15 ]; then
            echo "$directory"
            return
        fi
    done
    return 1
}

find_chromium() {
    local name
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        # Ubuntu has a stub of that name that only asks for a snap.
        if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

find_nginx() { # not on the path of everybody
    PATH=$PATH:/usr/sbin:/usr/local/sbin command -v nginx
}

chromium_package() { # without a window of its own it takes half the time, but not every distribution has that
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then echo chromium-headless-shell; else echo chromium; fi
}

missing_packages() {
    [ -n "${TEST_PG:-}" ] || find_postgres >/dev/null || echo postgresql
    [ -n "${TEST_REDIS:-}" ] || command -v redis-server >/dev/null || echo redis-server
    [ -n "${TEST_CHROMIUM:-}" ] || find_chromium >/dev/null || chromium_package
    [ -n "${TEST_NGINX:-}" ] || find_nginx >/dev/null || echo nginx
    command -v fc-list >/dev/null || echo fontconfig
    [ -n "$(fc-list :lang=ru 2>/dev/null)" ] || echo fonts-dejavu-core
}

can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

update_packages() {
    run env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::http::Timeout=20 update
}

install_packages() {
    # RUNLEVEL=1 keeps the packages from starting servers of their own.
    run env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "$@" >/dev/null
}

prepare_servers() {
    local missing
    missing=$(missing_packages | tr '\n' ' ')
    if [ -n "$missing" ] && can_install; then
        update_packages
        missing=$(missing_packages | tr '\n' ' ')
        echo "Installing $missing"
        # shellcheck disable=SC2086
        install_packages $missing
        missing=$(missing_packages | tr '\n' ' ')
    fi
    if [ -z "$missing" ]; then
        prepare_light_chromium
        return 0
    fi
    echo "Missing on this machine (names of Debian packages): $missing" >&2
    echo "Install them, or run as root on Debian or Ubuntu, where this is done by itself." >&2
    return 1
}

prepare_light_chromium() { # beside a Chromium that is there and will do otherwise
    [ -z "${TEST_CHROMIUM:-}" ] && can_install && ! command -v chromium-headless-shell >/dev/null || return 0
    [ "$(chromium_package)" = chromium-headless-shell ] || update_packages
    [ "$(chromium_package)" = chromium-headless-shell ] || return 0
    echo "Installing chromium-headless-shell"
    install_packages chromium-headless-shell || echo "It cannot be had; $(find_chromium) takes its place."
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

as_postgres() { # initdb and postgres refuse to run as root
    if [ "$(id -u)" = 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

start_postgres() {
    local bin data=$servers_folder/pg/data password port locale=C attempt safety="-c fsync=on"
    bin=$(find_postgres) || return 1
    # PostgreSQL lowers Cyrillic letters only in a UTF-8 locale.
    locale -a 2>/dev/null | grep -qix 'c\.utf-\?8' && locale=C.UTF-8
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    [ -z "$postgres_may_forget" ] || safety="-c fsync=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off"
    mkdir "$servers_folder/pg"
    (umask 077 && echo "$password" >"$servers_folder/pg/password")
    [ "$(id -u)" != 0 ] || chown -R postgres "$servers_folder/pg"
    as_postgres "$bin/initdb" -D "$data" -U tests --auth=scram-sha-256 --pwfile="$servers_folder/pg/password" \
        --encoding=UTF8 --locale="$locale" >"$servers_folder/initdb.log" 2>&1 || { cat "$servers_folder/initdb.log" >&2; return 1; }
    for attempt in 1 2 3; do
        port=$(free_port)
        if as_postgres "$bin/pg_ctl" -D "$data" -w -t 60 -l "$servers_folder/pg/log" start \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$servers_folder/pg' $safety -c max_connections=300 -c timezone=UTC" \
            >/dev/null 2>&1; then
            export TEST_PG="Host=127.0.0.1;Port=$port;Database=postgres;Username=tests;Password=$password"
            return 0
        fi
    done
    echo "PostgreSQL did not start:" >&2
    cat "$servers_folder/pg/log" >&2
    return 1
}

start_redis() {
    local port attempt
    for attempt in 1 2 3; do
        port=$(free_port)
        setsid redis-server --bind 127.0.0.1 --port "$port" --databases 4096 --save "" --appendonly no --daemonize no \
            --dir "$servers_folder" >"$servers_folder/redis.log" 2>&1 </dev/null &
        echo $! >"$servers_folder/redis.pid"
        for _ in $(seq 100); do
            # Somebody else's may answer at that port, while ours could not have it.
            if redis-cli -h 127.0.0.1 -p "$port" info server 2>/dev/null | tr -d '\r' |
                grep -qx "process_id:$(cat "$servers_folder/redis.pid")"; then
                export TEST_REDIS="127.0.0.1:$port"
                return 0
            fi
            kill -0 "$(cat "$servers_folder/redis.pid")" 2>/dev/null || break
            sleep 0.1
        done
    done
    echo "Redis did not start:" >&2
    cat "$servers_folder/redis.log" >&2
    return 1
}

start_servers() {
    # Short, since paths of sockets are limited; as root below /tmp, since the user postgres has to get there.
    local parent=${TMPDIR:-/tmp}
    [ "$(id -u)" != 0 ] || parent=/tmp
    servers_folder=$(mktemp -d "$parent/ts.XXXXXX") || return 1
    chmod 755 "$servers_folder"
    mkdir "$servers_folder/t"
    guard_servers
    [ -n "${TEST_PG:-}" ] || start_postgres || return 1
    [ -n "${TEST_REDIS:-}" ] || start_redis || return 1
    if [ -z "${TEST_CHROMIUM:-}" ]; then
        TEST_CHROMIUM=$(find_chromium) || return 1
        export TEST_CHROMIUM
    fi
    if [ -z "${TEST_NGINX:-}" ]; then
        TEST_NGINX=$(find_nginx) || return 1
        export TEST_NGINX
    fi
    # Whatever tests leave behind goes with the folder.
    export TMPDIR=$servers_folder/t
}

# What is to be stopped stands in files, so that the guardian can do it as well.
end_servers() { # folder
    local folder=$1 file pid
    for file in "$folder/run.pid" "$folder/redis.pid" "$folder/pg/data/postmaster.pid"; do
        pid=$(head -n 1 "$file" 2>/dev/null) || continue
        [ -n "$pid" ] || continue
        case $file in
            */run.pid) kill -TERM -- "-$pid" 2>/dev/null ;;
            */postmaster.pid) kill -QUIT "$pid" 2>/dev/null ;;
            *) kill -TERM "$pid" 2>/dev/null ;;
        esac
        for _ in $(seq 50); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        case $file in
            */run.pid) kill -KILL -- "-$pid" 2>/dev/null ;;
            *) kill -KILL "$pid" 2>/dev/null ;;
        esac
    done
    rm -rf "$folder"
}

guard_servers() {
    setsid bash -c 'source "$1"; tail --pid="$2" -f /dev/null; end_servers "$3"' guardian \
        "$(realpath "${BASH_SOURCE[0]}")" $$ "$servers_folder" >/dev/null 2>&1 </dev/null &
    servers_guardian=$!
}

stop_servers() {
    if [ -n "$running" ]; then
        kill -TERM -- "-$running" 2>/dev/null
        running=""
    fi
    [ -n "$servers_folder" ] || return 0
    [ -z "$servers_guardian" ] || kill -KILL -- "-$servers_guardian" 2>/dev/null
    wait "$servers_guardian" 2>/dev/null
    end_servers "$servers_folder" 2>/dev/null
    servers_folder=""
}

stop_servers_at_exit() {
    trap 'code=$?; trap "" INT TERM HUP; stop_servers; exit $code' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

# In a session of its own, so that everything it starts can be stopped together; waited for with `wait`, so that a signal is
# answered at once.
run() {
    local result
    setsid "$@" </dev/null &
    running=$!
    [ -z "$servers_folder" ] || echo "$running" >"$servers_folder/run.pid"
    wait "$running"
    result=$?
    # What it has left behind, a compiler for example.
    kill -TERM -- "-$running" 2>/dev/null
    running=""
    [ -z "$servers_folder" ] || rm -f "$servers_folder/run.pid"
    return $result
}
