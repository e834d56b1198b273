# The servers: built, started, asked, paused, ended.

pids=()
pid=
port=0
began=0
waited=0
result=
declare -A address_of pid_of queue_of
servers=()  # that are started here, Vaportrail first
peers=()    # that run already

end_all() {
    for each in "${pids[@]}"; do
        kill -9 "$each" 2>/dev/null || true
    done
    wait 2>/dev/null || true
}
trap end_all EXIT

build() {
    mkdir -p "$work"
    if [ -z "${SKIP_BUILD:-}" ]; then
        echo "building..." >&2
        (cd "$root" && ./mvnw -B -ntp -q -Dfast -Pbenchmarks -DskipTests -pl benchmarks -am package) > "$work/build.log" 2>&1 \
            || fail "the build failed: $(cat "$work/build.log")"
        "$root/vaportrail" version >&2
    fi
    jar=$(ls "$root"/benchmarks/target/fast/benchmarks-*.jar) || fail "nothing is built (expected: a run without SKIP_BUILD first)"
    class_path=$jar:$(ls "$root"/benchmarks/target/lib/*.jar | tr '\n' ':')
    # The bare server has no logging library to load.
    bare_path=$jar:$(ls "$root"/benchmarks/target/lib/{netty,jackson}-*.jar | tr '\n' ':')
    rm -f "$work"/*
}

next_port() {
    port=$((port == 0 ? 20000 + RANDOM % 10000 : port + 1))
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((port + 1))
    done
}

# Takes the command that ./vaportrail runs, archive of classes included, and gives the bare server the same.
prepare() {
    next_port
    : > "$work/first.log"
    "$root/vaportrail" start --port "$port" > "$work/first.log" 2>&1 &
    local first=$! argument
    pids+=("$first")
    until grep -q '^Ready' "$work/first.log"; do
        [ -d "/proc/$first" ] || fail "the emulator did not start: $(cat "$work/first.log")"
        sleep 0.1
    done
    mapfile -d '' -t vaportrail < "/proc/$first/cmdline"
    kill -9 "$first"
    wait "$first" 2>/dev/null || true
    vaportrail=("${vaportrail[@]:0:${#vaportrail[@]}-2}")
    flags=()
    local archive=
    for argument in "${vaportrail[@]}"; do
        case $argument in
            -XX:AOTCache=*) archive=AOTCache ;;
            -XX:SharedArchiveFile=*) archive=SharedArchiveFile ;;
            -jar | *.jar | start) ;;
            *) flags+=("$argument") ;;
        esac
    done
    plain=("${flags[@]}" -cp "$class_path")
    bare=("${flags[@]}" -cp "$bare_path" "$package.BareServer")
    if [ -n "$archive" ]; then
        train "$archive"
    fi
    servers=(vaportrail bare)
}

# A run of the bare server that leaves an archive of its classes behind.
train() {
    local make=-XX:AOTCacheOutput
    [ "$1" = AOTCache ] || make=-XX:ArchiveClassesAtExit
    bare=("${bare[0]}" "$make=$work/bare.archive" "${bare[@]:1}")
    start bare
    rate bare 4 6
    kill "$pid"
    wait "$pid" || true
    [ -f "$work/bare.archive" ] || fail "no archive of the bare server: $(cat "$work/bare.log")"
    bare=("${bare[0]}" "-XX:$1=$work/bare.archive" "${bare[@]:2}")
}

# ElasticMQ as published, with the virtual machine's own settings and with Vaportrail's; and the servers that run already.
prepare_peers() {
    local each
    peers=()
    for each in ${PEERS:-}; do
        [[ $each =~ ^([a-z][a-z0-9-]*)=http://([^/]+)/?$ ]] || fail "PEERS: $each (expected: name=http://host:port)"
        peers+=("${BASH_REMATCH[1]}")
        address_of[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}
        find_queue "${BASH_REMATCH[1]}" || fail "PEERS: $each does not answer CreateQueue over awsJson: $created"
    done
    [ "${ELASTICMQ:-yes}" != no ] || return 0
    rm -rf "$root/benchmarks/target/elasticmq"
    (cd "$root" && ./mvnw -B -ntp -q -f benchmarks/elasticmq/pom.xml package) > "$work/elasticmq.log" 2>&1 \
        || fail "ElasticMQ cannot be fetched (ELASTICMQ=no measures without it): $(grep -m 3 ERROR "$work/elasticmq.log")"
    elasticmq_path=$(ls "$root"/benchmarks/target/elasticmq/*.jar | tr '\n' ':')
    servers+=(elasticmq elasticmq-flags)
}

# Asks until an answer comes, and leaves in "waited" the milliseconds since "began".
await_answer() {
    local body='{"QueueName":"Benchmark"}' line= deadline=$((SECONDS + 60))
    until { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; do
        [ -d "/proc/$pid" ] || fail "the server ended: $(tail -n 5 "$work/$1.log")"
        [ "$SECONDS" -lt "$deadline" ] || fail "the server does not listen: $(tail -n 5 "$work/$1.log")"
        read -r -t 0.002 <> <(:) || true
    done
    printf 'POST / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Amz-Target: AmazonSQS.CreateQueue\r\n%s\r\nContent-Length: %d\r\n\r\n%s' \
        "$port" "Content-Type: application/x-amz-json-1.0" ${#body} "$body" >&3
    read -r -t 60 line <&3 || true
    waited=$(((${EPOCHREALTIME/./} - began) / 1000))
    exec 3>&-
    case $line in
        "HTTP/1.1 200"*) ;;
        *) fail "first answer of $1: $line (expected: 200)" ;;
    esac
}

# Leaves the address of the queue, which a server makes as it likes, or one that the bare server does not look at.
find_queue() {
    local url
    created=$(curl -sS --max-time 20 -H 'Content-Type: application/x-amz-json-1.0' -H 'X-Amz-Target: AmazonSQS.CreateQueue' \
        -d '{"QueueName":"Benchmark"}' "http://${address_of[$1]}/" 2>&1) || return 1
    url=$(sed -n 's/.*"QueueUrl": *"\([^"]*\)".*/\1/p' <<< "$created")
    if [ "$1" = bare ]; then
        url=http://${address_of[$1]}/000000000000/Benchmark
    fi
    [ -n "$url" ] || return 1
    queue_of[$1]=$url
}

# Starts a server and waits for the first answer.
start() {
    local name=$1 command
    next_port
    local mq=(-Drest-sqs.bind-hostname=127.0.0.1 "-Drest-sqs.bind-port=$port" -Dnode-address.host=127.0.0.1
        "-Dnode-address.port=$port" -Drest-stats.enabled=false -Dpekko.http.server.max-connections=16384
        -Dpekko.http.server.request-timeout=60s -cp "${elasticmq_path:-}" org.elasticmq.server.Main)
    case $name in
        bare) command=("${bare[@]}" "$port") ;;
        vaportrail) command=("${vaportrail[@]}" --port "$port") ;;
        elasticmq) command=("${vaportrail[0]}" "${mq[@]}") ;;
        elasticmq-flags) command=("${flags[@]}" "${mq[@]}") ;;
        audit) command=("${plain[@]}" "$package.WiredEmulator" "$port") ;;
    esac
    began=${EPOCHREALTIME/./}
    "${command[@]}" > "$work/$name.log" 2>&1 &
    pid=$!
    pids+=("$pid")
    await_answer "$name"
    pid_of[$name]=$pid
    address_of[$name]=127.0.0.1:$port
    find_queue "$name" || fail "$name has no queue: $created"
}

end() {
    local each=${pid_of[$1]}
    kill -9 "$each" 2>/dev/null || true
    wait "$each" 2>/dev/null || true
}

# A server that is not measured takes nothing from the one that is.
pause() {
    [ -z "${pid_of[$1]:-}" ] || kill -STOP "${pid_of[$1]}"
}

resume() {
    [ -z "${pid_of[$1]:-}" ] || kill -CONT "${pid_of[$1]}"
}

# rate NAME CONNECTIONS SECONDS: leaves requests a second in "result"; an answer that is an error ends the run.
rate() {
    local out
    out=$(ADDRESS=${address_of[$1]} QUEUE_URL=${queue_of[$1]} \
        wrk -t1 "-c$2" "-d$3" -s "$script" "http://${address_of[$1]}/" 2>&1) || fail "wrk against $1: $out"
    if grep -qE 'Non-2xx|Socket errors' <<< "$out"; then
        fail "wrk against $1: $(grep -E 'Non-2xx|Socket errors' <<< "$out")"
    fi
    result=$(awk '/Requests\/sec/ { print $2 }' <<< "$out")
    [ -n "$result" ] || fail "wrk against $1: $out"
}

# Leaves the resident set in "result", in MB.
memory_of() {
    result=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/${pid_of[$1]}/status")
}
