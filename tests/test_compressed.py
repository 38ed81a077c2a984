"""Files with a hash in their names: sent compressed where that is taken, kept for good, and nothing else touched."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from streamlit import file_util

from dashboard.components.built import BUILD, built
from dashboard.compressed import HashedFiles
from dashboard.published import store

STATIC = Path(file_util.get_static_dir()) / "static"
SCRIPT = next(STATIC.glob("js/index.*.js"))
OURS = BUILD / built("stage", "js")


async def other(_scope, _receive, send):
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b"passed on"})


def got(path: str, accepted: bytes = b"gzip", root: str = "") -> tuple[int, dict[bytes, bytes], bytes]:
    """Status, headers and body of an answer."""
    sent: list[dict] = []

    async def receive():
        await asyncio.Event().wait()  # the browser stays connected

    async def send(message):
        sent.append(message)

    headers = [(b"accept-encoding", accepted)]
    scope = {"type": "http", "method": "GET", "path": path, "root_path": root, "headers": headers}
    with ThreadPoolExecutor(1) as thread:  # in which no other test has left a loop running
        thread.submit(asyncio.run, HashedFiles(other)(scope, receive, send)).result()
    start, *bodies = sent
    return start["status"], dict(start["headers"]), b"".join(body.get("body", b"") for body in bodies)


@pytest.mark.parametrize("root", ["", "/atlas"])
@pytest.mark.parametrize(("path", "script"), [("/static/js", SCRIPT), ("/app/static/build", OURS)])
def test_a_script_is_sent_compressed(root, path, script):
    status, headers, body = got(f"{root}{path}/{script.name}", root=root)
    assert (status, headers[b"content-encoding"], headers[b"vary"]) == (200, b"gzip", b"Accept-Encoding")
    assert b"immutable" in headers[b"cache-control"]
    assert gzip.decompress(body) == script.read_bytes()
    assert len(body) < len(script.read_bytes()) / 2


def test_a_browser_that_takes_no_compression_gets_the_script_as_it_is():
    status, headers, body = got(f"/static/js/{SCRIPT.name}", accepted=b"br")
    assert (status, body) == (200, SCRIPT.read_bytes())
    assert b"content-encoding" not in headers


@pytest.mark.parametrize("path", ["/", "/app/static/fonts/inter-latin.woff2", "/staticky"])
def test_everything_else_is_passed_on(path):
    assert got(path)[::2] == (418, b"passed on")


def test_published_files_are_found_in_any_of_their_folders(tmp_path, monkeypatch):
    (tmp_path / "rows-1.json").write_text("[1]" * 99)
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "missing", tmp_path])
    status, headers, body = got("/app/static/layers/rows-1.json")
    assert (status, headers[b"content-encoding"]) == (200, b"gzip")
    assert gzip.decompress(body) == b"[1]" * 99
