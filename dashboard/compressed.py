"""Files whose names contain a hash of their content: Streamlit's, our scripts and what is published. Compressed once.

Streamlit sends its own files as they are, three times as large, and compresses those of an app anew at each request.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from weakref import WeakSet

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from dashboard.components.built import BUILD
from dashboard.loading import live
from dashboard.published import store
from dashboard.published.files import late_file, published

COMPRESSED = frozenset({".css", ".js", ".json", ".svg", ".wasm"})
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}
FOLDERS = {
    "/static": [Path(file_util.get_static_dir()) / "static"],
    "/app/static/build": [BUILD],
}


class HashedFiles:
    """Middleware that answers for FOLDERS, which no route may do: Streamlit's own come first."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.folders = {path: CompressedFiles(folders) for path, folders in FOLDERS.items()}
        self.folders[f"/{store.URL}"] = LateFiles(store.FOLDERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request below one of FOLDERS, and pass on all others."""
        base = scope.get("root_path", "")
        asked = scope["path"] if scope["type"] == "http" else ""
        for path, files in self.folders.items():
            if asked.startswith(f"{base}{path}/"):
                return await files({**scope, "root_path": f"{base}{path}"}, receive, send)
        await self.app(scope, receive, send)


class CompressedFiles(StaticFiles):
    """Files of some folders, which need not exist, sent compressed to browsers that take them so."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__()
        self.all_directories = list(folders)
        self.full: dict[str, str] = {}  # paths of the files that were sent compressed, by what was asked for
        _every.add(self)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path; the exceptions are those of `StaticFiles`."""
        packs = _packs(path, scope)
        if packs and (full := self.full.get(path)):  # its content never changes: the disk need not be asked again
            return await _packed(full)
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS)
        if response.status_code != 200 or not packs:
            return response
        full, _ = self.lookup_path(path)
        self.full[path] = full
        return await _packed(full)


_every = WeakSet[CompressedFiles]()
"""All that are in use, for `forget`."""


class LateFiles(CompressedFiles):
    """Published files: late ones are made when they are asked for, and what a disk has spoilt is made anew."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path, from memory if it is a late one."""
        if path not in self.full and not await run_in_threadpool(store.is_as_named, path):
            try:
                return _answer(await run_in_threadpool(_late, path), path, packs=_packs(path, scope))
            except LookupError:
                await run_in_threadpool(_mend, path)
        return await super().get_response(path, scope)


@lru_cache(maxsize=1024)
def _late(name: str) -> bytes:
    """Compress a late file of the table, or of one before it that is still there; LookupError if there is none."""
    snapshot = live().get()
    content = store.sealed(name) or late_file(snapshot.catalogue, snapshot.translators, name)
    if content is None:
        raise LookupError(name)
    return gzip.compress(content, 9)


def _mend(name: str) -> None:
    """Have a file of the first page made anew, which is not what its name says."""
    table = live().get()
    if name in published(table.catalogue, table.translators)["sizes"]:
        store.remove(name)
        published(table.catalogue, table.translators)


def _packs(path: str, scope: Scope) -> bool:
    """Tell whether a file is sent compressed to a browser."""
    return Path(path).suffix in COMPRESSED and b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")


async def _packed(path: str) -> Response:
    return _answer(await run_in_threadpool(_compressed, path), path, packs=True)


def _answer(compressed: bytes, path: str, *, packs: bool) -> Response:
    kind = mimetypes.guess_type(path)[0]
    if not packs:
        return Response(gzip.decompress(compressed), media_type=kind, headers=HEADERS)
    return Response(
        compressed, media_type=kind, headers={**HEADERS, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    )


def forget() -> None:
    """Drop what is kept in memory, most of which an edit replaces; what is asked for again is compressed again."""
    _late.cache_clear()
    _compressed.cache_clear()
    for files in _every:
        files.full.clear()


@lru_cache(maxsize=1024)
def _compressed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 9)
