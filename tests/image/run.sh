#!/usr/bin/env bash
# Builds the image and tries it as it is meant to run: no network, nothing writable but /tmp, no privileges.
# DOCKER_BUILD_FLAGS goes to `docker build`. Without an engine there is nothing to try.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${IMAGE:-twinned}

docker version >/dev/null 2>&1 || { echo "image-test: skipped, no Docker engine answers"; exit 0; }
now() { python3 -c 'import time; print(time.time_ns() // 1_000_000)'; }
fail() { docker logs "$atlas" >&2; echo "image-test: $*" >&2; exit 1; }

# shellcheck disable=SC2086 - several flags in one variable
docker build --quiet ${DOCKER_BUILD_FLAGS:-} --tag "$image" . >/dev/null

started=$(now)
atlas=$(docker run --detach --network none --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges "$image")
trap 'docker rm --force "$atlas" >/dev/null' EXIT
while state=$(docker inspect --format '{{.State.Status}} {{.State.Health.Status}}' "$atlas"); [ "$state" != "running healthy" ]; do
  [ "$state" = "running starting" ] || fail "$state"
  sleep 0.1
done
healthy=$(($(now) - started))

# The visitor looks at everything, says "ok", and is still there when the server is told to stop.
exec 3< <(docker exec --interactive "$atlas" python -u - <tests/image/visitor.py)
read -r answer <&3 && [ "$answer" = ok ] || fail "the visitor is not content"
stopping=$(now)
docker stop "$atlas" >/dev/null
stopped=$(($(now) - stopping))
exitcode=$(docker inspect --format '{{.State.ExitCode}}' "$atlas")
[ "$exitcode" = 0 ] || fail "ended with $exitcode"
[ "$stopped" -lt 2000 ] || fail "took $stopped ms to stop"

size=$(docker image inspect --format '{{.Size}}' "$image")
echo "image-test: passed; healthy after $healthy ms, stopped after $stopped ms, $((size / 1000000)) MB"
