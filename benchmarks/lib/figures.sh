# Rounds in which the servers take turns, and what their numbers say.

# Median, smallest and largest of the numbers on standard input.
spread() {
    sort -n | awk -v format="${1:-%.0f}" '
        { value[NR] = $1 }
        END {
            median = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
            printf format " (" format " to " format ")", median, value[1], value[NR]
        }'
}

# take_turns ROUNDS FILE NAMES FUNCTION [ARGUMENTS]: calls the function with each name and the arguments in every round, each round
# beginning with another name, and writes a line of what it left in "result" for each, in the order of the names.
take_turns() {
    local count=$1 file=$2 names turn name line round
    local -A value
    read -r -a names <<< "$3"
    local measure=$4
    shift 4
    : > "$file"
    for ((round = 0; round < count; round++)); do
        for ((turn = 0; turn < ${#names[@]}; turn++)); do
            name=${names[(round + turn) % ${#names[@]}]}
            "$measure" "$name" "$@"
            value[$name]=$result
        done
        line=
        for name in "${names[@]}"; do
            line+="${value[$name]} "
        done
        echo "${line% }" >> "$file"
    done
}

# compare TITLE UNIT FILE SUBJECTS OTHERS: what the columns say, each with its spread, and how many times each other's figure a
# subject's is, round by round. The columns are the subjects, then the others.
compare() {
    local title=$1 unit=$2 file=$3 names subjects column=0 subject
    read -r -a subjects <<< "$4"
    read -r -a names <<< "$4 $5"
    echo "$title"
    for name in "${names[@]}"; do
        column=$((column + 1))
        printf '    %-16s %s %s' "$name" "$(cut -d' ' -f"$column" "$file" | spread)" "$unit"
        if [ "$column" -gt "${#subjects[@]}" ]; then
            for ((subject = 1; subject <= ${#subjects[@]}; subject++)); do
                printf ';  %s/%s %s' "${subjects[subject - 1]}" "$name" \
                    "$(awk -v a="$subject" -v b="$column" '{ print $a / $b }' "$file" | spread %.2f)"
            done
        fi
        echo
    done
}
