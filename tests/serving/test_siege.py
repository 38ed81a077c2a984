"""Limits of a running server: an honest visitor is answered while others hold it."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.asgi import run_beside
from tests.browser.host import Server
from tests.serving.session import Session
from tests.serving.siege import Numbers, siege


def test_the_greedy_and_the_half_do_not_stop_an_honest_visitor():
    """With room for a busy machine: alone, a click takes some 30 ms, and 20 greedy visitors made it 880."""
    found = siege(Numbers(idle=200, greedy=20, half=50, unfinished=10))
    assert found.during < max(0.25, 8 * found.before), found
    assert found.memory < 400, found


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    few = {
        "TWINNED_CONNECTIONS": "20",
        "TWINNED_SESSIONS_OF_ADDRESS": "2",
        "TWINNED_HEAD_SECONDS": "1",
        "TWINNED_MESSAGE_BYTES": "1000",
    }
    made = Server(lambda port: [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)], **few)
    made.start()
    yield made
    made.end()


def test_a_session_too_many_is_refused_until_another_ends(server: Server) -> None:
    async def visit() -> None:
        async with Session(server.port):
            async with Session(server.port):
                with pytest.raises(InvalidStatus) as refused:
                    async with Session(server.port):
                        pass
                assert refused.value.response.status_code == 503
                assert refused.value.response.headers["retry-after"] == "30"
                async with Session(server.port, address="127.0.0.2"):
                    pass
            await asyncio.sleep(0.3)
            async with Session(server.port):
                pass

    run_beside(visit())


def test_too_long_a_message_ends_the_connection(server: Server) -> None:
    async def visit() -> None:
        async with Session(server.port, address="127.0.0.3") as visitor:
            await visitor.line.send(bytes(1001))
            with suppress(ConnectionClosed):
                await visitor.read_on()
            assert visitor.line.close_code == 1009

    run_beside(visit())


def test_a_connection_too_many_is_told_that_the_atlas_is_full(server: Server) -> None:
    async def crowd() -> tuple[bytes, bytes]:
        lines = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(20)]
        answer, last = await asyncio.open_connection("127.0.0.1", server.port)
        last.write(b"GET /?lang=ru HTTP/1.1\r\nHost: localhost\r\n\r\n")
        said = await asyncio.wait_for(answer.read(), 4)  # to the end: it is closed
        for _, line in lines:
            line.close()
        await asyncio.sleep(0.3)
        answer, again = await asyncio.open_connection("127.0.0.1", server.port)
        again.write(b"GET /config-version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return said, await asyncio.wait_for(answer.read(), 4)

    full, later = run_beside(crowd())
    assert full.startswith(b"HTTP/1.1 503 ")
    assert b"retry-after: 30" in full
    assert b"content-security-policy: " in full.lower()
    assert "переполнен" in full.decode()
    assert later.startswith(b"HTTP/1.1 200 ")


def test_what_is_no_http_is_refused_with_the_headers_of_every_answer(server: Server) -> None:
    async def nonsense() -> bytes:
        answer, line = await asyncio.open_connection("127.0.0.1", server.port)
        line.write(b"nonsense\r\n\r\n")
        return await asyncio.wait_for(answer.read(), 4)

    said = run_beside(nonsense())
    assert said.startswith(b"HTTP/1.1 400 ")
    assert b"x-content-type-options: nosniff" in said


WHOLE = b"GET /config-version HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.mark.parametrize("begun", [[b""], [b"GET / HTT"], [WHOLE, b"GET / "]])
def test_a_head_that_does_not_come_ends_the_connection(server: Server, begun: list[bytes]) -> None:
    async def wait() -> bytes:
        answer, line = await asyncio.open_connection("127.0.0.1", server.port)
        for part in begun:
            line.write(part)
            await asyncio.sleep(0.5)
        said = await asyncio.wait_for(answer.read(), 4)
        line.close()
        return said

    assert run_beside(wait()).count(b"HTTP/1.1 200") == begun.count(WHOLE)
