"""Mount the components of frontend/. Browsers fetch scripts once by URL; a run sends only data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v2.component_registry import BidiComponentDefinition
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager

from dashboard.components.built import BUILD, built

TO_BUILD = "../../../app/static/build/"
"""Way to the built files from the address at which Streamlit serves the files of a component."""


def mount(name: str, data: Mapping[str, Any], *, key: str, **callbacks: Callable[[], None]) -> None:
    """Mount the component `name` with data of its type in `dashboard.contract`; KeyError if it was not built."""
    component = _component(name)
    get_bidi_component_manager().register(_definition(name))  # again in each run: a test has a manager for each
    component(key=key, data=encode(data), **callbacks)


def encode(message: Mapping[str, Any]) -> bytes:
    """Encode as compact UTF-8 JSON. Streamlit's own JSON escapes Cyrillic and Chinese, which doubles the bytes."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


@cache
def _component(name: str) -> Callable[..., Any]:
    component: Callable[..., Any] = st.components.v2.component(name)
    return component


@cache
def _definition(name: str) -> BidiComponentDefinition:
    """A component whose script is one of our files; as text, browsers would have to be allowed `blob:`."""
    script = built(name, "js")
    return BidiComponentDefinition(name, js=str(BUILD / script), js_asset_relative_path=TO_BUILD + script)
