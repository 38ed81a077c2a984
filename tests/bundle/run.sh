#!/usr/bin/env bash
# Packs the atlas, then unpacks, installs and serves it where there is no network at all, as on a laptop on a stage.
# Without the right to make such a place there is nothing to try.
set -euo pipefail
cd "$(dirname "$0")/../.."

unshare -rn true 2>/dev/null || { echo "bundle-test: skipped, a network of its own may not be made here (unshare -rn)"; exit 0; }
make --no-print-directory bundle
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar xf build/twinned.tar -C "$folder"
size=$(wc -c <build/twinned.tar)

# shellcheck disable=SC2016 - what stands in quotes runs in there
unshare -rn bash -euc '
  cd "$0/twinned" && ip link set lo up
  ! curl -s -o /dev/null --max-time 2 https://pypi.org || { echo "there is a network" >&2; exit 1; }
  make --no-print-directory run &
  trap "kill %1; true" EXIT
  for _ in $(seq 600); do
    curl -sf http://localhost:8501/health/ready | grep -q "\"ready\"" && break
    kill -0 %1 || { echo "it does not run" >&2; exit 1; }
    sleep 0.5
  done
  curl -sf "http://localhost:8501/?lang=zh" | grep -q "<html lang=\"zh\">"
  curl -sfI http://localhost:8501/download/xlsx?lang=ru | grep -q "200 OK"
' "$folder"
echo "bundle-test: passed in $SECONDS s, $((size / 1000000)) MB, $(du -sm "$folder/twinned/.venv" | cut -f1) MB installed"
