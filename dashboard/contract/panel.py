"""What the panel is sent: HTML that Python has rendered, which escapes every value."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class PanelData(TypedDict):
    """The message of the panel component.

    html  one <section> with `lang`, `data-key` (what it shows) and `data-kind` (of what form it is); what is marked
          in it with data-select, data-act, data-open, data-set or data-page is told as events, see src/panel/state.js
    part  the id of a part or record to go to when the panel is mounted, or when it changes
    """

    html: str
    part: NotRequired[str]
