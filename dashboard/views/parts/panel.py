"""Shows rendered HTML; what is clicked in it comes back as events."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.components.mount import mount
from dashboard.contract.panel import PanelData


def show_html(html: Markup, *, key: str, part: str = "") -> None:
    """Show a <section> that `dashboard.html.render` has made, at a part of it if one is given."""
    data: PanelData = {"html": html, "part": part}
    mount("panel", data, key=key)
