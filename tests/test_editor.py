"""Only the editor is told what is wrong with the table: who sits at this machine, or has shown the key."""

from types import SimpleNamespace
from urllib.parse import quote, urlencode

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit.testing.v1 import AppTest

from dashboard import loading
from dashboard.catalogue.problems import Problem
from dashboard.editor import COOKIE, is_editor, token_of
from dashboard.serving.pages import answer_page
from dashboard.views.parts import status
from tests.asgi import ask
from tests.views.tester import LOADED, SCRIPT

HERE = {"host": "localhost:8501"}
KEY = "a long key"


@pytest.mark.parametrize(
    ("address", "headers", "local"),
    [
        (None, HERE, True),
        ("127.0.0.1", {"host": "127.0.0.1:8501"}, True),
        ("::1", {"host": "[::1]:8501"}, True),
        ("::ffff:127.0.0.1", HERE, True),
        ("192.168.1.20", HERE, False),
        ("2001:db8::1", HERE, False),
        (None, HERE | {"x-forwarded-for": "192.168.1.20"}, False),
        (None, HERE | {"x-forwarded-for": "127.0.0.1"}, False),
        (None, HERE | {"forwarded": "for=192.168.1.20"}, False),
        (None, HERE | {"x-real-ip": "192.168.1.20"}, False),
        (None, HERE | {"via": "1.1 proxy"}, False),
        (None, {"host": "atlas.example.org"}, False),
        (None, {"host": "127.0.0.1.example.org"}, False),
        (None, {"host": "["}, False),
        (None, {}, False),
    ],
)
def test_someone_at_this_machine_is_the_editor_and_a_visitor_through_a_proxy_is_not(address, headers, local):
    assert is_editor(address, headers, {}, key="") == local


@pytest.mark.parametrize(
    ("cookie", "key", "let_in"),
    [
        (token_of(KEY), KEY, True),
        (token_of("another key"), KEY, False),
        (KEY, KEY, False),
        ("", KEY, False),
        ("", "", False),
        (token_of(""), "", False),
    ],
)
def test_the_cookie_of_the_key_makes_an_editor_anywhere(cookie, key, let_in):
    headers = {"host": "atlas.example.org", "x-forwarded-for": "192.168.1.20"}
    assert is_editor("10.0.0.1", headers, {COOKIE: cookie}, key) == let_in


@pytest.fixture
def pages() -> Starlette:
    """The pages of the atlas, without Streamlit."""

    async def answer(request: Request) -> Response:
        return await answer_page(request, request.url.path)

    return Starlette(routes=[Route("/{page}", answer), Route("/", answer)])


@pytest.mark.parametrize(("shown", "key", "let_in"), [(KEY, KEY, True), ("wrong", KEY, False), ("", "", False)])
def test_an_address_carries_the_key_once(pages, monkeypatch, shown, key, let_in):
    monkeypatch.setenv("TWINNED_EDITOR_KEY", key)
    answer = ask(pages, f"/data?lang=ru&{urlencode({'editor': shown})}&sectors=medicine&sectors=trade")
    assert answer.status == 307
    assert answer.headers["location"] == "./data?lang=ru&sectors=medicine&sectors=trade"
    assert answer.headers["cache-control"] == "no-store"
    given = answer.headers.get("set-cookie", "")
    assert (f"{COOKIE}={token_of(KEY)}; HttpOnly" in given) == let_in
    assert KEY not in given
    assert bool(given) == let_in
    assert ask(pages, f"/?editor={quote(shown)}").headers["location"] == "./"


@pytest.mark.parametrize("editor", [True, False])
def test_visitors_are_told_nothing_and_see_the_last_good_table(monkeypatch, editor):
    broken = loading.replace(LOADED, version="2", problems=(Problem("atlas.yaml", 7, "title", "is no text"),))
    monkeypatch.setattr(loading, "live", lambda: SimpleNamespace(get=lambda: broken))
    monkeypatch.setattr(status, "is_editor", lambda *_: editor)
    app = AppTest.from_file(str(SCRIPT), default_timeout=60).run()
    assert not app.exception
    sent = b"".join(each.proto.bytes for each in app.get("bidi_component"))
    assert (b"atlas.yaml:7: title: is no text" in sent) == editor
    assert (b"The table has" in sent) == editor
