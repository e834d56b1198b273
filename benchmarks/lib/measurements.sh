# What is measured. Each leaves its numbers in a file of "work" and prints what they say.

# Starts all that take part in warm measurements, warms them up, and pauses them.
warm_servers() {
    local name
    [ -z "${warm_ready:-}" ] || return 0
    for name in "${servers[@]}"; do
        start "$name"
        rate "$name" 16 "$warm_up"
        pause "$name"
    done
    for name in "${peers[@]}"; do
        rate "$name" 16 "$warm_up"
    done
    warm_ready=yes
}

end_warm_servers() {
    local name
    [ -n "${warm_ready:-}" ] || return 0
    for name in "${servers[@]}"; do
        end "$name"
    done
    warm_ready=
}

in_turn() {
    resume "$1"
    rate "$1" "$2" "$3"
    pause "$1"
}

others() {
    local all=("$@")
    echo "${all[@]:1}"
}

measure_warm() {
    local connections all=("${servers[@]}" "${peers[@]}")
    warm_servers
    for connections in 1 16 128; do
        take_turns "$rounds" "$work/warm.$connections" "${all[*]}" in_turn "$connections" "$seconds_each"
        compare "warm, connections: $connections" requests/s "$work/warm.$connections" vaportrail "$(others "${all[@]}")"
    done
    take_turns 1 "$work/loaded" "${servers[*]}" memory_of
    compare "memory after load" MB "$work/loaded" vaportrail "$(others "${servers[@]}")"
    # A batch goes to the servers that are warm already.
    [[ " $wanted " == *" batch "* ]] || end_warm_servers
}

measure_batch() {
    local name all=("${servers[@]}" "${peers[@]}")
    warm_servers
    export BATCH=10
    for name in "${all[@]}"; do
        in_turn "$name" 16 "$seconds_each"
    done
    take_turns "$rounds" "$work/batch" "${all[*]}" in_turn 16 "$seconds_each"
    unset BATCH
    compare "batches of ten, connections: 16" requests/s "$work/batch" vaportrail "$(others "${all[@]}")"
    end_warm_servers
}

cold_rate() {
    start "$1"
    rate "$1" 16 $cold_seconds
    end "$1"
}

measure_cold() {
    take_turns "$rounds" "$work/cold" "${servers[*]}" cold_rate
    compare "first $cold_seconds s, connections: 16" requests/s "$work/cold" vaportrail "$(others "${servers[@]}")"
}

start_time() {
    start "$1"
    end "$1"
    result=$waited
}

measure_start() {
    take_turns $((3 * rounds)) "$work/start" "${servers[*]}" start_time
    compare "start to first answer" ms "$work/start" vaportrail "$(others "${servers[@]}")"
}

idle_memory() {
    start "$1"
    sleep 2
    memory_of "$1"
    end "$1"
}

measure_memory() {
    take_turns "$rounds" "$work/memory" "${servers[*]}" idle_memory
    compare "memory, idle after first answer" MB "$work/memory" vaportrail "$(others "${servers[@]}")"
}

# Long polls open, and how long after a send they answer: alone, and beside 16 connections of traffic. The bare server has none.
measure_polls() {
    local name number
    ulimit -n "$(ulimit -Hn)"
    end_warm_servers
    for name in vaportrail ${elasticmq_path:+elasticmq} "${peers[@]}"; do
        if [[ " ${peers[*]} " != *" $name "* ]]; then
            start "$name"
        fi
        rate "$name" 16 "$warm_up"
        for number in $polls; do
            wakeups "$name" "$number"
        done
        if [ -n "${pid_of[$name]:-}" ]; then
            end "$name"
        fi
    done
}

wakeups() {
    local traffic=
    echo "$1, wake-up, ms: $(wakeup "$1" "$2")"
    (
        PAUSE_MILLIS=4 rate "$1" 16 25
        echo "$result" > "$work/traffic"
    ) &
    traffic=$!
    echo "$1, wake-up beside traffic, ms: $(wakeup "$1" "$2")"
    wait "$traffic" || fail "the traffic beside the polls of $1 failed"
    result=-
    if [ -n "${pid_of[$1]:-}" ]; then
        memory_of "$1"
    fi
    echo "    that traffic: $(cat "$work/traffic") requests/s, memory $result MB"
}

wakeup() {
    "${plain[@]}" "$package.PollWakeup" "${address_of[$1]}" "$2" 10 2>> "$work/wakeup.log" \
        || echo "failed: $(tail -n 1 "$work/wakeup.log")"
}

# Hundredths of a second that a server has computed so far.
computed() {
    awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/${pid_of[$1]}/stat"
}

# turn_and_cost MODE CONNECTIONS SECONDS: a turn that leaves the processor time of a request in "result", in microseconds, and its
# requests a second in a file.
turn_and_cost() {
    local before
    curl -sSf -X POST "http://${address_of[audit]}/_benchmark/$1" || fail "the audit cannot be switched: $1"
    before=$(computed audit)
    rate audit "$2" "$3"
    echo "$result" >> "$work/audit.rate.$1"
    result=$(awk -v ticks=$(($(computed audit) - before)) -v rate="$result" -v seconds="$3" \
        'BEGIN { printf "%.2f", ticks * 10000 / (rate * seconds) }')
}

# What a request costs without the audit, with it, and with a trail that delivers everything besides: in one process, since no two are
# compiled alike, and in many short turns, since the machine's speed changes from one second to the next.
measure_audit() {
    local names="on trail off"
    end_warm_servers
    rm -f "$work"/audit.rate.*
    start audit
    take_turns 1 "$work/audit.warm" "trail on off" turn_and_cost 16 $((2 * warm_up))
    rm -f "$work"/audit.rate.*
    take_turns $((24 * rounds)) "$work/audit" "$names" turn_and_cost 16 1
    compare "processor time with the audit on, with a trail of everything, off" us/request "$work/audit" "on trail" off
    paste -d' ' "$work"/audit.rate.{on,trail,off} > "$work/audit.rates"
    compare "the same, as requests" requests/s "$work/audit.rates" "on trail" off
    end audit
}

measure_metrics() {
    "${plain[@]}" "$package.MetricsLoad"
    "${plain[@]}" "$package.AlarmDay"
}

# Messages of SNS to queues: the first round makes the signing key and finds nothing compiled.
measure_fanout() {
    start vaportrail
    "${plain[@]}" "$package.FanoutLoad" "${address_of[vaportrail]##*:}" $((rounds + 3)) > "$work/fanout" \
        || fail "the fan-out ended early: $(tail -n 1 "$work/fanout")"
    memory_of vaportrail
    end vaportrail
    echo "fan-out of SNS, ms"
    echo "    one publish to 1,000 queues, signed: first $(head -n 1 "$work/fanout" | cut -d' ' -f1), then $(tail -n +4 "$work/fanout" | cut -d' ' -f1 | spread)"
    echo "    10,000 messages to 10 queues, batches of ten, eight clients: first $(head -n 1 "$work/fanout" | cut -d' ' -f2), then $(tail -n +4 "$work/fanout" | cut -d' ' -f2 | spread)"
    echo "    memory thereafter: $result MB"
}
