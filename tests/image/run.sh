#!/usr/bin/env bash
# Builds the image and tries it as it is meant to run: no network, nothing writable but /tmp, no privileges.
# DOCKER_BUILD_FLAGS goes to `docker build`. Without an engine there is nothing to try.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=${IMAGE:-twinned}

docker version >/dev/null 2>&1 || { echo "image-test: skipped, no Docker engine answers"; exit 0; }
fail() { echo "image-test: $*" >&2; docker logs "$atlas" >&2; exit 1; }
now() { date +%s%3N; }

# shellcheck disable=SC2086 - several flags in one variable
docker build --quiet ${DOCKER_BUILD_FLAGS:-} --tag "$image" . >/dev/null

started=$(now)
atlas=$(docker run --detach --network none --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges "$image")
trap 'docker rm --force "$atlas" >/dev/null' EXIT
until state=$(docker inspect --format '{{.State.Status}} {{.State.Health.Status}}' "$atlas"); [ "$state" = "running healthy" ]; do
  [ "$state" = "running starting" ] || fail "$state"
  sleep 0.1
done
healthy=$(($(now) - started))

docker exec --interactive "$atlas" python - <tests/image/inside.py || fail "not as it should be inside"
docker exec --detach "$atlas" python -c "$(cat tests/image/visitor.py)"  # is still there when the server has to stop
stopping=$(now)
docker stop "$atlas" >/dev/null
stopped=$(($(now) - stopping))
[ "$(docker inspect --format '{{.State.ExitCode}}' "$atlas")" = 0 ] || fail "did not end of its own accord"
[ "$stopped" -lt 2000 ] || fail "took $stopped ms to stop"

size=$(docker image inspect --format '{{.Size}}' "$image")
echo "image-test: healthy after $healthy ms, stopped after $stopped ms, $((size / 1000000)) MB"
