#!/usr/bin/env bash
# Builds the image and tries it as it is meant to run: no network, nothing writable but /tmp, no privileges; then once more as
# any user and with a mounted table, which is swapped as Kubernetes swaps a ConfigMap.
# DOCKER_BUILD_FLAGS goes to `docker build`. Without an engine there is nothing to try.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${IMAGE:-twinned}

docker version >/dev/null 2>&1 || { echo "image-test: skipped, no Docker engine answers"; exit 0; }
now() { python3 -c 'import time; print(time.time_ns() // 1_000_000)'; }
fail() { docker logs "$atlas" >&2; echo "image-test: $*" >&2; exit 1; }
start() { # with further options of docker run; returns once the atlas is healthy
  atlas=$(docker run --detach --network none --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges "$@" "$image")
  while state=$(docker inspect --format '{{.State.Status}} {{.State.Health.Status}}' "$atlas"); [ "$state" != "running healthy" ]; do
    [ "$state" = "running starting" ] || fail "$state"
    sleep 0.1
  done
}
run() { docker exec --interactive "$atlas" python -u - "${@:2}" <"tests/image/$1"; }

# shellcheck disable=SC2086 - several flags in one variable
docker build --quiet ${DOCKER_BUILD_FLAGS:-} --tag "$image" . >/dev/null

folder=$(mktemp --directory)
trap 'docker rm --force "${atlas:-}" >/dev/null 2>&1; rm -r "$folder"' EXIT
started=$(now)
start
healthy=$(($(now) - started))

# The visitor looks at everything, says "ok", and is still there when the server is told to stop.
exec 3< <(run visitor.py)
read -r answer <&3 && [ "$answer" = ok ] || fail "the visitor is not content"
stopping=$(now)
docker stop "$atlas" >/dev/null
stopped=$(($(now) - stopping))
exitcode=$(docker inspect --format '{{.State.ExitCode}}' "$atlas")
[ "$exitcode" = 0 ] || fail "ended with $exitcode"
[ "$stopped" -lt 2000 ] || fail "took $stopped ms to stop"
docker rm "$atlas" >/dev/null

# As in a ConfigMap, every name is a link through ..data, and an edit replaces that one link.
cp -r config "$folder/..one"
cp -r config "$folder/..two"
sed -i 's/^  en: Belarus .*/  en: Swapped under the atlas/' "$folder/..two/atlas.yaml"
ln -s ..one "$folder/..data"
for each in config/*; do ln -s "..data/${each#config/}" "$folder/"; done
chmod -R a+rX "$folder"
start --user 54321:0 --volume "$folder:/app/config:ro"
run titled.py "Belarus" || fail "does not serve what is mounted"
ln -s ..two "$folder/..next"
mv --no-target-directory "$folder/..next" "$folder/..data"
swapped=$(now)
run titled.py "Swapped under the atlas" || fail "does not see the other table"
seen=$(($(now) - swapped))

size=$(docker image inspect --format '{{.Size}}' "$image")
echo "image-test: passed; healthy after $healthy ms, stopped after $stopped ms, another table seen after $seen ms, $((size / 1000000)) MB"
