"""HAProxy with the shipped configuration, in front of copies of the atlas on the loopback address."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.host import ROOT, Server, free_port

SHIPPED = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
COPY = """
import sys
from pathlib import Path
from dashboard.published import store
store.FOLDERS[:] = [Path(sys.argv.pop(1))]
from dashboard.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""A server that shares no published files with others, as in a container of its own."""


def copy_of_atlas(files: Path, config: Path = ROOT / "config", **environment: str) -> Server:
    """A copy of the atlas; it is not started yet."""
    command = [sys.executable, "-c", COPY, str(files), "serve", "--config", str(config), "--port"]
    return Server(lambda port: [*command, str(port)], healthy="/health/ready", **environment)


def config_for(ports: Sequence[int], port: int, tls: int, changes: dict[str, str]) -> str:
    """The shipped configuration with the copies and ports of a test, and further changes."""
    servers = "\n".join(f"    server copy{n} 127.0.0.1:{each}" for n, each in enumerate(ports, 1))
    text, found = re.subn(r"^    server-template .*$", servers, SHIPPED, flags=re.MULTILINE)
    assert found == 1
    for old, new in {"bind :8080": f"bind 127.0.0.1:{port}", "bind :8443": f"bind 127.0.0.1:{tls}", **changes}.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def answers(port: int) -> None:
    """Wait until a port is open."""
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the proxy did not start")


@contextmanager
def proxied(
    folder: Path, ports: Sequence[int], changes: dict[str, str] | None = None, **environment: str
) -> Iterator[tuple[str, str]]:
    """The addresses of a proxy, for http and for https; ends the process that it started."""
    port, tls = free_port(), free_port()
    file, environment = folder / "haproxy.cfg", os.environ | environment
    file.write_text(config_for(ports, port, tls, changes or {}), "utf-8")
    checked = subprocess.run(
        ["haproxy", "-c", "-f", file], env=environment, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert "WARNING" not in checked.stderr, checked.stderr
    with (folder / "haproxy.log").open("w") as log:
        process = subprocess.Popen(["haproxy", "-db", "-f", file], env=environment, stdout=log, stderr=log)
        try:
            answers(port)
            yield f"http://127.0.0.1:{port}", f"https://127.0.0.1:{tls}"
        finally:
            process.terminate()
            process.wait(10)
