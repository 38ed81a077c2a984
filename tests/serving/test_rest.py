"""Once nobody is there any more, memory is given back to the system."""

import asyncio
from dataclasses import replace

import pytest

from dashboard.serving import visitors
from dashboard.serving.visitors import Visitors
from tests.asgi import run_beside


@pytest.fixture
def given(monkeypatch):
    """One entry for each time that memory was given back; sessions are forgotten at once."""
    given: list[None] = []
    monkeypatch.setattr(visitors, "FORGOTTEN", 0.05)
    monkeypatch.setattr(visitors, "LIMITS", replace(visitors.LIMITS, left_seconds=0))
    monkeypatch.setattr(visitors, "give_back", lambda: given.append(None))
    return given


async def visit(seconds: float) -> None:
    async def page(scope, receive, send):  # noqa: ARG001
        await asyncio.sleep(seconds)

    await Visitors(page)({"type": "websocket", "client": ("127.0.0.1", 1)}, None, None)  # type: ignore[arg-type]


def test_memory_is_given_back_after_the_last_has_left(given):
    async def crowd() -> None:
        await asyncio.gather(visit(0), visit(0.01))
        await asyncio.sleep(0.2)

    run_beside(crowd())
    assert given == [None]


def test_it_waits_anew_for_whoever_comes_back(given):
    async def crowd() -> None:
        await visit(0)
        await visit(0.03)  # the first visit ended 0.05 s before the second one has been over for 0.02
        await asyncio.sleep(0.03)
        assert given == []
        await asyncio.sleep(0.2)

    run_beside(crowd())
    assert given == [None]


def test_it_is_not_while_somebody_is_there_again(given):
    async def crowd() -> None:
        await visit(0)
        await visit(0.2)

    run_beside(crowd())
    assert given == []
