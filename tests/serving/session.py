"""A visitor without a browser: Streamlit's websocket, and what a page keeps of its answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

HOST = "127.0.0.1"
PATIENCE = 120.0  # s without an answer after which a visitor gives up
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"


class Session:
    """One connection to Streamlit: it asks for runs, and keeps what the page would need for the next.

    `address` is the one of this machine from which it comes; browsers compress what they send. Use it as an
    asynchronous context manager, or open and close it.
    """

    def __init__(
        self, port: int, page: str = "", query: str = "lang=en", address: str = HOST, *, compresses: bool = True
    ) -> None:
        self.page, self.query = page, query
        self._opening = connect(
            f"ws://{HOST}:{port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            local_addr=(address, 0),
            max_size=None,
            open_timeout=PATIENCE,
            ping_interval=None,
            compression="deflate" if compresses else None,
        )
        self.script = ""
        self.widgets: dict[str, str] = {}  # ids by name
        self.fragments: dict[str, str] = {}  # in which a widget stands, by its name
        self.data: dict[str, Any] = {}  # the last message to a component, by the name of its widget
        self.faults: list[str] = []

    async def __aenter__(self) -> Session:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self) -> None:
        """Connect; raises InvalidStatus if the server refuses, as when it is full."""
        self.line: ClientConnection = await self._opening

    async def run(self, widgets: Mapping[str, Any] | None = None, fragment: str = "") -> float:
        """Ask for a run; return the seconds until it has ended, with all it has led to."""
        begun = perf_counter()
        await self.ask(widgets, fragment)
        async with asyncio.timeout(PATIENCE):
            while not self._ended(ForwardMsg.FromString(await self.line.recv(decode=False))):
                pass
        if self.faults:
            raise OSError(self.faults.pop())
        return perf_counter() - begun

    async def ask(self, widgets: Mapping[str, Any] | None = None, fragment: str = "") -> None:
        """Ask for a run, with the values of widgets by id, and do not wait for it."""
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
        await self.line.send(asked.SerializeToString())

    async def read_on(self) -> None:
        """Read whatever comes, for ever."""
        async for _ in self.line:
            pass

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
        await self.line.close()


def trigger(widget: str, value: Any) -> dict[str, str]:
    """The values of widgets that say that the component sends its event "told"."""
    return {TRIGGER.format(widget): json.dumps([{"event": "told", "value": value}])}
