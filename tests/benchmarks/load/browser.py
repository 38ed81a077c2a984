"""What a browser does on the network, without drawing: files over kept connections, and Streamlit's websocket."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from time import perf_counter
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.load.figures import Figures

HOST = "127.0.0.1"
CONNECTIONS = 6  # of one browser to one server
PATIENCE = 120.0  # s without an answer after which a visitor gives up
BUSY = (429, 503)  # a server that says so has not failed
TRIES = 60  # at a server that says that it is busy
READ = re.compile("html|json")  # types of files that lead to others
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"


class BusyError(Exception):
    """The server asks to come back later."""


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


class Session:
    """One connection to Streamlit: it asks for runs, and keeps what the page would need for the next."""

    def __init__(self, port: int, page: str, query: str) -> None:
        self.port, self.page, self.query = port, page, query
        self.script = ""
        self.widgets: dict[str, str] = {}  # ids by name
        self.fragments: dict[str, str] = {}  # in which a widget stands, by its name
        self.data: dict[str, Any] = {}  # the last message to a component, by the name of its widget
        self.faults: list[str] = []

    async def open(self) -> None:
        """Connect; BusyError if the server asks to come back later."""
        address = f"ws://{HOST}:{self.port}/_stcore/stream"
        protocols = [websockets.Subprotocol("streamlit")]
        try:
            self.socket = await websockets.connect(
                address, subprotocols=protocols, max_size=None, open_timeout=PATIENCE, ping_interval=None
            )
        except websockets.InvalidStatus as refused:
            if refused.response.status_code in BUSY:
                raise BusyError from refused
            raise

    async def run(self, widgets: Mapping[str, Any] | None = None, fragment: str = "") -> None:
        """Ask for a run, with the values of widgets by id, and return when it has ended, with all it has led to."""
        asked = BackMsg()
        rerun = asked.rerun_script
        rerun.query_string, rerun.page_script_hash, rerun.fragment_id = self.query, self.script, fragment
        rerun.page_name = "" if self.script else self.page
        rerun.context_info.locale, rerun.context_info.timezone = "en-GB", "UTC"
        for key, value in (widgets or {}).items():
            state = rerun.widget_states.widgets.add(id=key)
            if isinstance(value, str):
                state.json_trigger_value = value
            else:
                state.string_array_value.data.extend(value)
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while not self._ended(ForwardMsg.FromString(await self.socket.recv(decode=False))):
                pass
        if self.faults:
            raise OSError(self.faults.pop())

    def _ended(self, message: ForwardMsg) -> bool:
        match message.WhichOneof("type"):
            case "new_session":
                self.script = message.new_session.page_script_hash
            case "navigation":
                self.script = message.navigation.page_script_hash
            case "delta" if message.delta.WhichOneof("type") == "new_element":
                self._drawn(message.delta.new_element, message.delta.fragment_id)
            case "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    self.faults.append("a script that cannot be compiled")
                return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    def _drawn(self, element: Any, fragment: str) -> None:
        match element.WhichOneof("type"):
            case "bidi_component":
                component = element.bidi_component
                name = component.id.rpartition("-")[2]
                self.widgets[name], self.fragments[name] = component.id, fragment
                if component.component_name == "reload":
                    self.data[name] = json.loads(component.bytes or component.json)
            case "button_group":
                self.widgets["pill"] = element.button_group.id
            case "exception":
                self.faults.append(f"{element.exception.type}: {element.exception.message[:120]}")

    async def close(self) -> None:
        """Leave."""
        await self.socket.close()


def linked(html: str) -> list[str]:
    """Paths of the files that a page links and a browser fetches at once."""
    found = re.findall(r'(?:href|src)="\.?(/(?:app/)?static/[^"]+|/favicon\.png)"', html)
    return list(dict.fromkeys(found))


def trigger(widget: str, value: Any) -> dict[str, str]:
    """The values of widgets that say that the component sends its event "told"."""
    return {TRIGGER.format(widget): json.dumps([{"event": "told", "value": value}])}
