"""The filters as a Streamlit component: every option with its count, the years and the words.

`st.pills` sends and draws each of some sixty options anew at every click, which takes longer than the map does;
here only the numbers that changed are exchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.components.mount import encode, registered


def facets(
    groups: Sequence[Mapping[str, Any]],
    *,
    key: str,
    language: str,
    on_change: Callable[[str, object], None],
    years: Mapping[str, Any] | None = None,
    text: Mapping[str, Any] | None = None,
) -> None:
    """Shows the filters and calls `on_change` with a name and a value.

    groups     [{key, title, one, options: [[id, name, count, chosen], ...], marks: {id: {line: colour, dash}}}];
               a change is (key, id): the option was clicked; `one`: exactly one of them is chosen, always
    years      {title, from, to, first, last, chosen}; a change is ("years", [first, last])
    text       {title, placeholder, value}; a change is ("text", words)
    on_change  is given what a browser sent: it looks up names and values and trusts nothing
    """

    def report() -> None:
        match st.session_state[key].get("changed"):
            case [str(name), value]:
                on_change(name, value)

    data = {"lang": language, "groups": groups, "years": years, "text": text}
    registered("facets")(key=key, data=encode(data), on_changed_change=report)
