"""Show rendered HTML; clicks in it come back as events."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.components.mount import mount
from dashboard.contract.panel import PanelData


def show_html(html: Markup, *, key: str, part: str = "") -> None:
    """Show a <section> rendered by `dashboard.html.render`, scrolled to the element with the id `part`, if any."""
    data: PanelData = {"html": html, "part": part}
    mount("panel", data, key=key)
