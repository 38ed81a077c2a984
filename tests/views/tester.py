"""Pages as Streamlit's own tester runs them: opened by an address, and what their components are sent."""

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
    """The page after an event of the browser."""
    app.session_state["visit"].apply(event, LOADED.catalogue)
    app.run()
    assert not app.exception
    return app


def message(app: AppTest, key: str) -> bytes:
    """What the component of this key is sent."""
    (found,) = [each.proto for each in app.get("bidi_component") if each.proto.id.endswith(f"-{key}")]
    return found.bytes


def sent(app: AppTest, key: str) -> Any:
    return json.loads(message(app, key))


def html(app: AppTest, key: str) -> str:
    return sent(app, key)["html"]


def address(app: AppTest) -> dict[str, list[str]]:
    """What the address of the page is to be."""
    return parse_qs(sent(app, "reload")["address"])
