"""Message to the panel: HTML rendered by Python, with every value escaped."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class PanelData(TypedDict):
    """Message to the panel component.

    html  one <section> with `lang`, `data-key` (its subject) and `data-kind` (its form); elements with data-select,
          data-act, data-open, data-set or data-page send events when clicked, see src/panel/state.js
    part  id of a part or record to scroll to when the panel is mounted, or when `part` changes
    """

    html: str
    part: NotRequired[str]
