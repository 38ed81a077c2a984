"""The files that a browser fetches, without drawing, over kept connections."""

from __future__ import annotations

import asyncio
import gzip
import re
from contextlib import suppress
from time import perf_counter

from tests.benchmarks.load.figures import Figures

HOST = "127.0.0.1"
CONNECTIONS = 6  # of one browser to one server
PATIENCE = 120.0  # s without an answer after which a visitor gives up
BUSY = (429, 503)  # a server that says so has not failed
TRIES = 60  # at a server that says that it is busy
READ = re.compile("html|json")  # types of files that lead to others


class Files:
    """Requests over at most CONNECTIONS connections, which are kept; files with a hash in the name once."""

    def __init__(self, port: int, figures: Figures) -> None:
        self.port, self.figures = port, figures
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._known: dict[str, bytes] = {}

    async def get(self, path: str, kind: str = "file") -> bytes:
        """Return the content at a path; count its time, and wait if the server asks for it."""
        if path in self._known:
            return self._known[path]
        for _ in range(TRIES):
            async with self._slots:
                begun = perf_counter()
                status, headers, content = await asyncio.wait_for(self._answer(path), PATIENCE)
            if status not in BUSY:
                break
            self.figures.told_to_wait += 1
            await asyncio.sleep(float(headers.get("retry-after", 1)))
        self.figures.took(kind, perf_counter() - begun)
        if status != 200:
            raise OSError(f"{status} for {path.partition('?')[0]}")
        if "immutable" in headers.get("cache-control", ""):
            self._known[path] = content if path.endswith(".json") else b""
        return content

    async def _answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        while self._free:  # one that the server has closed meanwhile is no fault
            kept = self._free.pop()
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                return await self._ask(path, *kept)
        return await self._ask(path, *await asyncio.open_connection(HOST, self.port))

    async def _ask(
        self, path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> tuple[int, dict[str, str], bytes]:
        asked = f"GET {path} HTTP/1.1\r\nHost: {HOST}:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n"
        writer.write(asked.encode())
        head, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        content = await reader.readexactly(int(headers["content-length"]))
        self._free.append((reader, writer))
        if headers.get("content-encoding") == "gzip" and READ.search(headers["content-type"]):
            content = gzip.decompress(content)
        return int(head.split()[1]), headers, content

    def close(self) -> None:
        """Close the connections; the files stay, as in the cache of a browser."""
        while self._free:
            self._free.pop()[1].close()


def linked(html: str) -> list[str]:
    """Paths of the files that a page links and a browser fetches at once."""
    found = re.findall(r'(?:href|src)="\.?(/(?:app/)?static/[^"]+|/favicon\.png)"', html)
    return list(dict.fromkeys(found))
