"""Helpers to run pages with Streamlit's AppTest: open an address, and read the messages to components."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.loading import CONFIG, load_all

SCRIPT = Path(__file__).parents[2] / "dashboard" / "main.py"
LOADED = load_all(CONFIG)
LANGUAGES = list(LOADED.catalogue.atlas.languages)


def opened(page: str = "", **query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(SCRIPT), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    if page:
        app._page_hash = calc_hash(page)
    app.run()
    assert not app.exception
    return app


def told(app: AppTest, **event: object) -> AppTest:
    """Run the page after an event of the browser."""
    app.session_state["visit"].apply(event, LOADED.catalogue)
    app.run()
    assert not app.exception
    return app


def message(app: AppTest, key: str) -> bytes:
    """Message to the component with a key."""
    (found,) = [each.proto for each in app.get("bidi_component") if each.proto.id.endswith(f"-{key}")]
    return found.bytes


def sent(app: AppTest, key: str) -> Any:
    return json.loads(message(app, key))


def html(app: AppTest, key: str) -> str:
    return sent(app, key)["html"]


def address(app: AppTest) -> dict[str, list[str]]:
    """Query of the address that the page reports to the browser."""
    return parse_qs(sent(app, "reload")["address"].partition("?")[2])
