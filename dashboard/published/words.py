"""The texts of the interface and of the table that the browser needs in one language."""

from __future__ import annotations

from typing import cast

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.model import Catalogue
from dashboard.contract.atlas import UiTexts, Words
from dashboard.published.columns import texts
from dashboard.text.finding import finding
from dashboard.text.glyphs import has_fonts
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator


def words(catalogue: Catalogue, t: Translator) -> Words:
    """Texts of the interface, and those of the table in the order of its columns."""
    title, lead = finding(select(catalogue, Filter()), Phrases(catalogue, t))
    return {
        "language": t.language,
        "direction": t.direction,
        "locale": t.find("locale"),
        "grouped": t.number(1000) != "1000",
        "printed": has_fonts(t.language),
        "dash": catalogue.dash(t.language),
        "title": t.text(catalogue.atlas.title),
        "finding": {"title": title, "lead": lead},
        "ui": cast(UiTexts, {group: t.find(group) for group in UiTexts.__annotations__}),
        "table": texts(catalogue, t),
    }
