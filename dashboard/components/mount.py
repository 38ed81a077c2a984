"""Mount the components of frontend/. Browsers fetch scripts and styles once by URL; a run sends only data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st

from dashboard.components.built import built

LOADER = """
const url = file => new URL(`app/static/build/${file}`, document.baseURI).href;
const style = %s, sheet = new CSSStyleSheet();
const styled = style && fetch(url(style)).then(answer => answer.text()).then(text => sheet.replace(text));
export default async component => {
  const [module] = await Promise.all([import(url(%s)), styled]);
  const root = component.parentElement.getRootNode();
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return module.default(component);
};
"""


def mount(name: str, data: Mapping[str, Any], *, key: str, **callbacks: Callable[[], None]) -> None:
    """Mount the component `name` with data of its type in `dashboard.contract`; KeyError if it was not built."""
    _component(name)(key=key, data=encode(data), **callbacks)


def encode(message: Mapping[str, Any]) -> bytes:
    """Encode as compact UTF-8 JSON. Streamlit's own JSON escapes Cyrillic and Chinese, which doubles the bytes."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")


@cache
def _component(name: str) -> Callable[..., Any]:
    script = LOADER % (json.dumps(built(name, "css")), json.dumps(built(name, "js")))
    component: Callable[..., Any] = st.components.v2.component(name, js=script)
    return component
