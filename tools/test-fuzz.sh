#!/usr/bin/env bash
# Runs the fuzz targets (fuzz/), each for PARVIS_FUZZ_SECONDS (60).
# usage: tools/test-fuzz.sh [TARGET [FILE…]]: one target only; with files, these inputs only.
# Inputs that reached new code are kept in target/fuzz/corpus/TARGET, those that failed in target/fuzz/failures/TARGET.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${PARVIS_FUZZ_SECONDS:-60}
tools/setup.sh fuzz

# Counts which branches an input takes, and shows the fuzzer what is compared. The compiler has no option of its own for
# it outside its nightly builds, but passes these to LLVM.
coverage=(-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares)
# With a named platform, build scripts and macros are built without these flags: they have no fuzzer to call.
platform=$(rustc -vV | sed -n 's/^host: //p')

# Prints the packages that have another version here than in the product.
differing() {
    awk -F'"' '/^name = /{name=$2} /^version = "/{
        if (FNR == NR) { known[name]; same[name, $2] }
        else if (name in known && !((name, $2) in same)) print name, $2
    }' Cargo.lock fuzz/Cargo.lock
}
if [ -n "$(differing)" ]; then
    cp Cargo.lock fuzz/Cargo.lock
    echo 'fuzz: fuzz/Cargo.lock has the versions of Cargo.lock now: commit it' >&2
fi

echo 'fuzz: building the targets (some minutes the first time)'
RUSTFLAGS="${coverage[*]}" CARGO_TARGET_DIR=target/fuzz/build \
    cargo build --release --quiet --manifest-path fuzz/Cargo.toml --target "$platform"

# run TARGET ARGUMENT…: a run or a text of more than 10 s, or of more than 2 GB, is a failure.
run() {
    local target=$1
    shift
    mkdir -p "target/fuzz/failures/$target"
    "target/fuzz/build/$platform/release/$target" -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="target/fuzz/failures/$target/" "$@"
}

# report TARGET LOG: what failed, and how to try it again, here or elsewhere.
report() {
    local file
    echo "fuzz: $1 failed:" >&2
    grep -vE '^#[0-9]+|^INFO: |^stat::|^MS: ' "$2" | tail -n 40 >&2
    file=$(sed -n 's/.*Test unit written to //p' "$2" | tail -n 1)
    [ -n "$file" ] || return 0
    echo "fuzz: to try this input again: tools/test-fuzz.sh $1 $file" >&2
    if [ "$(stat -c %s "$file")" -le 4096 ]; then
        echo "fuzz: elsewhere, first: echo $(base64 -w 0 "$file") | base64 -d >INPUT" >&2
    fi
}

if [ $# -gt 1 ]; then
    run "$@"
    exit
fi

sources=(fuzz/fuzz_targets/*.rs)
[ $# = 0 ] || sources=("fuzz/fuzz_targets/$1.rs")
failed=()
printf '%-20s%12s%12s%12s\n' target runs runs/s coverage
for source in "${sources[@]}"; do
    target=$(basename "$source" .rs)
    corpus=target/fuzz/corpus/$target
    log=target/fuzz/$target.log
    mkdir -p "$corpus"
    if ! run "$target" -max_total_time="$seconds" -print_final_stats=1 "$corpus" "fuzz/seeds/$target" >"$log" 2>&1; then
        failed+=("$target")
        report "$target" "$log"
        continue
    fi
    printf '%-20s%12s%12s%12s\n' "$target" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
        "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")" \
        "$(sed -n 's/.*DONE *cov: \([0-9]*\).*/\1/p' "$log")"
done
if [ "${#failed[@]}" -gt 0 ]; then
    echo "fuzz: failed: ${failed[*]}" >&2
    exit 1
fi
