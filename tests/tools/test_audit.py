"""`make audit` asks about everything in the lock, tells what is known, and says so if nobody answers."""

import json
import os
import re
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.browser.host import free_port

ROOT = Path(__file__).parents[2]
LOCKED = dict(
    re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
)
FAULT = {
    "id": "PYSEC-0000-1",
    "summary": "An invented fault.",
    "affected": [],
    "aliases": [],
    "modified": "2026-01-01T00:00:00Z",
}


class Service(HTTPServer):
    """An advisory service on loopback in the manner of OSV, which knows a fault of one package."""

    def __init__(self, faulty: str) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.faulty, self.asked = faulty, dict[str, str]()


class Answer(BaseHTTPRequestHandler):
    """Answer to a question about one version of a package."""

    def do_POST(self) -> None:
        """Tell the fault, if the package is the one that has it."""
        service: Any = self.server
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = asked["package"]["name"]
        service.asked[name] = asked["version"]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"vulns": [FAULT]} if name == service.faulty else {}).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(params=["", "jinja2"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    with Service(request.param) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        found.shutdown()


def audit(address: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", "audit", f"OSV={address}"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)


def test_everything_in_the_lock_is_asked_about_and_a_fault_is_told(service: Service) -> None:
    found = audit(f"http://127.0.0.1:{service.server_port}/v1/query")
    assert found.returncode == (2 if service.faulty else 0), found.stderr
    assert service.asked.items() <= LOCKED.items()
    assert {"streamlit", "jinja2", "typst"} <= service.asked.keys()
    assert (FAULT["id"] in found.stdout) == bool(service.faulty)


def test_a_service_that_does_not_answer_is_no_clean_bill() -> None:
    address = f"http://127.0.0.1:{free_port()}/v1/query"
    found = audit(address)
    assert found.returncode == 2
    assert found.stderr.splitlines()[-2].startswith(f"audit: a fault is listed above, or {address} did not answer")
