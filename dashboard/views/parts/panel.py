"""Show rendered HTML; clicks in it come back as events."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.components.mount import mount
from dashboard.contract.panel import CiteWords, PanelData
from dashboard.published.files import late_url
from dashboard.views.parts.context import Page, ui_words


def show_html(html: Markup, *, key: str, part: str = "") -> None:
    """Show a <section> rendered by `dashboard.html.render`, scrolled to the element with the id `part`, if any."""
    data: PanelData = {"html": html, "part": part}
    mount("panel", data, key=key)


def show_dossier(page: Page, html: Markup, *, key: str, part: str = "") -> None:
    """Show a dossier, whose sources can be copied as citations."""
    data: PanelData = {
        "html": html,
        "part": part,
        "citations": late_url(page.catalogue, "citations", page.t),
        "cite": ui_words(page.t, "cite.ui", CiteWords),
    }
    mount("panel", data, key=key)
