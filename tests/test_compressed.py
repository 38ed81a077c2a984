"""Files with a hash in their names: sent compressed where that is taken, kept for good, and nothing else touched."""

import asyncio
import gzip
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.exceptions import HTTPException
from streamlit import file_util

from dashboard import compressed
from dashboard.components.built import BUILD, built
from dashboard.compressed import HashedFiles
from dashboard.loading import load_all
from dashboard.published import store
from dashboard.published.files import published
from tests.conftest import TINY
from tests.hostile import complete

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
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "missing", tmp_path])
    file = store.hashed("rows", [1] * 99)
    (tmp_path / file.name).write_bytes(file.content)
    status, headers, body = got(f"/app/static/layers/{file.name}")
    assert (status, headers[b"content-encoding"]) == (200, b"gzip")
    assert gzip.decompress(body) == file.content


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """The tiny atlas as it is on show, published in a folder of its own."""
    complete(Path(shutil.copytree(TINY, tmp_path / "config")))
    monkeypatch.setattr(store, "FOLDERS", [tmp_path / "layers"])
    loaded = load_all(tmp_path / "config")
    monkeypatch.setattr(compressed, "live", lambda: SimpleNamespace(get=lambda: loaded))
    compressed._late.cache_clear()
    return loaded


HARMS = {"cut": lambda content: content[:-9], "changed": lambda content: content[:-9] + b"#" + content[-8:]}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
@pytest.mark.parametrize("name", ["index", "table"])
def test_a_published_file_that_is_cut_or_changed_on_the_disk_is_made_anew(shown, harm, name):
    url = published(shown.catalogue, shown.translators)["files"][name]
    good = gzip.decompress(got(f"/{url}")[2])
    assert set(json.loads(good)) >= {"index": {"stems", "chinese"}, "table": {"records", "units"}}[name]
    [path] = store.FOLDERS[0].glob(Path(url).name)
    path.write_bytes(harm(path.read_bytes()))
    compressed._late.cache_clear()  # as in a server that was started since
    compressed._compressed.cache_clear()
    for accepted in (b"gzip", b"br"):
        status, headers, body = got(f"/{url}", accepted)
        assert (status, gzip.decompress(body) if b"content-encoding" in headers else body) == (200, good)


def test_a_name_that_leads_out_of_the_folder_is_not_looked_at(shown, tmp_path):  # noqa: ARG001
    file = store.hashed("rows", [1])
    (tmp_path / file.name).write_bytes(file.content)
    with pytest.raises(HTTPException):
        got(f"/app/static/layers/../{file.name}")
    assert not store.is_as_named(f"../{file.name}")
    with pytest.raises(HTTPException):
        got("/app/static/layers/no\0name.json")
    assert (tmp_path / file.name).exists()


def test_what_is_forgotten_is_compressed_again():
    path = f"/app/static/build/{OURS.name}"
    kept = compressed._compressed.cache_info
    first = got(path)
    assert kept().currsize > 0
    compressed.forget()
    assert kept().currsize == 0
    assert got(path) == first
    assert kept().currsize == 1
