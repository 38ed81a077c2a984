"""Liveness, readiness, metrics and the log of a real server, while its table breaks and is mended."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from dashboard.serving.metrics import RunTimes
from tests.browser.host import ROOT, Server, free_port

SECRETS = ("198.51.100.7", "fachhochschule", "oatmeal")
"""What a visitor brings along: an address behind a proxy, words searched for, a cookie."""


@pytest.fixture(scope="module")
def config(tmp_path_factory) -> Path:
    return Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("health") / "config"))


@pytest.fixture(scope="module")
def metrics() -> int:
    return free_port()


@pytest.fixture(scope="module")
def server(config, metrics) -> Iterator[Server]:
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--log", "json"]
    server = Server(
        lambda port: [*command, "--metrics-port", str(metrics), "--port", str(port)], healthy="/health/ready"
    )
    server.start()
    yield server
    server.end()


def asked(port: int, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), {name.lower(): value for name, value in answer.getheaders()}


def state(server: Server) -> tuple[int, dict]:
    status, body, _ = asked(server.port, "/health/ready")
    return status, json.loads(body)


def until(holds: Callable[[], bool]) -> None:
    """Wait for an edit to be seen."""
    for _ in range(100):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("nothing came of it within ten seconds")


def test_a_broken_table_leaves_a_copy_ready_and_the_answer_says_so(server, config, metrics):
    status, before = state(server)
    assert (status, before["status"], before["shows"], before["problems"]) == (200, "ready", "current table", 0)
    file = config / "sectors.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole + "\nbroken: [", "utf-8")
    until(lambda: state(server)[1]["problems"] > 0)
    status, broken = state(server)
    assert (status, broken["status"], broken["shows"]) == (200, "ready", "last valid table")
    assert broken["table"] == before["table"], "which is the one on show"
    assert f"twinned_table_problems {broken['problems']}\n" in asked(metrics, "/metrics")[1]
    assert "sectors.yaml" not in json.dumps(broken), "that is for the editor alone"
    file.write_text(whole, "utf-8")
    until(lambda: state(server)[1]["problems"] == 0)
    assert state(server)[1]["table"] == before["table"]


def test_alive_is_another_question(server):
    status, body, headers = asked(server.port, "/health/live")
    assert (status, json.loads(body), headers["cache-control"]) == (200, {"status": "alive"}, "no-store")


def test_the_log_is_json_and_says_nothing_of_a_visitor(server):
    address, word, cookie = SECRETS
    headers = {"X-Forwarded-For": address, "Cookie": f"tasty={cookie}", "X-Request-ID": "given-by-a-proxy"}
    status, _, answered = asked(server.port, f"/data?lang=en&text={word}", **headers)
    assert (status, answered["x-request-id"]) == (200, "given-by-a-proxy")
    assert asked(server.port, f"/download/json?lang=en&text={word}", **headers)[0] == 200
    assert asked(server.port, "/data", **{"X-Request-ID": 'no" id'})[2]["x-request-id"].isalnum()
    lines = [json.loads(line) for line in server.said().splitlines()]
    assert all({"time", "level", "request", "event"} <= line.keys() for line in lines)
    mine = [line for line in lines if line["request"] == "given-by-a-proxy"]
    assert [(line["method"], line["path"], line["status"]) for line in mine] == [
        ("GET", "/data", 200),
        ("GET", "/download/json", 200),
    ]
    assert not [secret for secret in SECRETS if secret in server.said()]


def lines_of_a_start_in_vain(*options: str) -> list[dict]:
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--log", "json", *options]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert ended.returncode == 1
    return [json.loads(line) for line in (ended.stdout + ended.stderr).splitlines()]


def test_a_table_that_is_broken_at_the_start_is_told_as_json_too(tmp_path):
    broken = Path(shutil.copytree(ROOT / "config", tmp_path / "config"))
    (broken / "sectors.yaml").write_text("broken: [", "utf-8")
    told = lines_of_a_start_in_vain("--config", str(broken), "--port", str(free_port()))
    assert all((line["level"], line["request"]) == ("error", None) for line in told)
    assert any("sectors.yaml" in line["event"] for line in told)


def test_a_port_that_is_taken_is_told_as_json_too(server):
    [line] = lines_of_a_start_in_vain("--port", str(server.port))
    assert "choose with --port" in line["event"]


def test_metrics_have_a_port_of_their_own(server, metrics):
    status, text, headers = asked(metrics, "/metrics")
    assert (status, headers["content-type"].partition(";")[0]) == (200, "text/plain")
    samples = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert samples[f'twinned_table_info{{version="{state(server)[1]["table"]}"}}'] == "1"
    assert samples["twinned_visitors"] == "0"
    assert 50e6 < int(samples["process_resident_memory_bytes"]) < 2e9
    assert asked(metrics, "/")[0] == 404
    assert "twinned_visitors" not in asked(server.port, "/metrics")[1]


def test_run_times_are_counted_once_and_by_class():
    runs = RunTimes()
    for seconds in (0.004, 0.03, 0.03, 9):
        runs.add(seconds)
    assert 'twinned_run_seconds_bucket{le="0.01"} 1' in runs.lines()
    assert 'twinned_run_seconds_bucket{le="0.05"} 3' in runs.lines()
    assert 'twinned_run_seconds_bucket{le="+Inf"} 4' in runs.lines()
    assert "twinned_run_seconds_count 4" in runs.lines()
    inner = runs.measured(lambda: None)
    runs.measured(inner)()
    assert sum(runs.counts) == 5, "a run inside another is part of it"


def test_run_that_fails_is_counted_too():
    runs = RunTimes()

    @runs.measured
    def fail() -> None:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - our own
        fail()
    assert sum(runs.counts) == 1
