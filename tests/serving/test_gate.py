"""What is answered while the site is being made, and after it could not be made."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from starlette.responses import PlainTextResponse

from dashboard.serving import gate
from dashboard.serving.gate import Gate
from tests.asgi import ask, run_beside


@pytest.fixture
def made(monkeypatch) -> Event:
    """Set it, and the site is there: every answer of it is "site"."""
    made = Event()

    def make(self: Gate) -> None:
        assert made.wait(10)
        self._site.set_result(PlainTextResponse("site"))

    monkeypatch.setattr(Gate, "_make", make)
    return made


def test_health_does_not_wait_but_pages_do(made):
    gated = Gate(PlainTextResponse("streamlit"))
    early = {path: ask(gated, path) for path in ("/_stcore/health", "/health/live", "/health/ready")}
    assert {path: answer.status for path, answer in early.items()} == {
        "/_stcore/health": 200,
        "/health/live": 200,
        "/health/ready": 503,
    }
    assert all(answer.headers["x-content-type-options"] == "nosniff" for answer in early.values())
    with ThreadPoolExecutor(2) as visitors:
        pages = [visitors.submit(ask, gated, "/?lang=ru") for _ in range(2)]
        assert not any(page.done() for page in pages)
        made.set()
        assert [page.result(10).content for page in pages] == [b"site", b"site"]
    assert ask(gated, "/_stcore/health").content == b"site", "which answers for itself from now on"


def test_a_start_makes_the_site_though_nobody_asks(made, monkeypatch):
    monkeypatch.setattr(gate, "PAUSE", 0)
    made.set()

    async def lifespan(*_):
        await asyncio.sleep(0.2)

    gated = Gate(lifespan)
    run_beside(gated({"type": "lifespan"}, None, None))
    assert gated._site.result(10)


def test_a_site_that_cannot_be_made_is_no_healthy_one(monkeypatch):
    monkeypatch.setattr("dashboard.serving.site.site", lambda _: 1 / 0)
    gated = Gate(PlainTextResponse("streamlit"))
    for path in ("/", "/_stcore/health"):
        with pytest.raises(ZeroDivisionError):
            ask(gated, path)
