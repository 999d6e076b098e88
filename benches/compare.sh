#!/usr/bin/env bash
# Measures every figure of COMPARE.md, and collects what is printed in one text.
#
#     benches/compare.sh [ENVIRONMENT [OUTPUT]]
#
# ENVIRONMENT is a folder with a Python environment, made where there is none: target/peers. It gets the peers that
# benches/peers/requirements.txt pins; benches/rust-peers pins those in Rust. OUTPUT is the text: target/compare.txt.
#
# It needs Rust, Python 3.11 or later, a network, 4 GB of memory, and about half an hour, much of it for compilers.
# Names from elsewhere are read where NETPOLITY_DATA or ../shared/data has them (benches/resolve.rs). Nothing else should run.
set -euo pipefail
cd "$(dirname "$0")/.."
environment=${1:-target/peers}
output=${2:-target/compare.txt}
mkdir -p target "$(dirname "$output")"

[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
NETPOLITY_PEERS="$(cd "$environment" && pwd)/bin/python"
export NETPOLITY_PEERS
"$NETPOLITY_PEERS" -m pip install --quiet --requirement benches/peers/requirements.txt

step() { printf '\n== %s\n' "$*"; }

# A bench that fails leaves a line, and the others run.
run() {
    step "$1"
    shift
    "$@" || { echo "failed: $*"; failed=1; }
}

measure() {
    failed=0
    step 'with'
    rustc --version
    "$NETPOLITY_PEERS" --version
    echo "$(nproc) cores, $(grep -m 1 'model name' /proc/cpuinfo 2> /dev/null || uname -m)"
    grep -v '^#' benches/peers/requirements.txt
    grep -E '^(celes|keshvar|statrs) =' benches/rust-peers/Cargo.toml
    for bench in $(sed -n '/^\[\[bench\]\]/,/^name/s/^name = "\(.*\)"$/\1/p' Cargo.toml); do
        run "$bench" cargo bench --quiet --bench "$bench"
    done
    run rust-peers cargo run --quiet --release --manifest-path benches/rust-peers/Cargo.toml
    return "$failed"
}

measure | tee "$output"
