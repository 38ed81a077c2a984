"""A visitor without a browser: opens the websocket of Streamlit, and asks it to run the page again."""

from __future__ import annotations

import asyncio
from time import perf_counter
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect


class Visitor:
    """Someone at an address of this machine; use as an asynchronous context manager."""

    def __init__(self, port: int, address: str = "127.0.0.1") -> None:
        self._opening = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            local_addr=(address, 0),
            max_size=None,
            open_timeout=60,
            ping_interval=None,
            compression=None,
        )
        self._page = ""

    async def __aenter__(self) -> Visitor:
        self.line: ClientConnection = await self._opening
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.line.close()

    async def ask(self) -> None:
        """Ask for a run, and do not wait for it."""
        message = BackMsg()
        message.rerun_script.query_string = "lang=en"
        message.rerun_script.page_script_hash = self._page
        if not self._page:
            message.rerun_script.page_name = "about"
        await self.line.send(message.SerializeToString())

    async def click(self) -> float:
        """Ask for a run; return the seconds until it is done."""
        began, begun = perf_counter(), False
        await self.ask()
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(self.line.recv(), 60))  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "new_session":
                begun, self._page = True, message.new_session.page_script_hash or self._page
            if kind == "script_finished" and begun and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return perf_counter() - began

    async def read_on(self) -> None:
        """Read whatever comes, for ever."""
        async for _ in self.line:
            pass
