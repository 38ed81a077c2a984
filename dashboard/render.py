"""Fills the HTML templates; every value is escaped, so that no text of the table is ever taken for HTML."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.dossier import Dossier
from dashboard.catalogue.queries import View
from dashboard.charts.palette import Theme, shade
from dashboard.words import Words

STARTERS = 8
"""How many pairs are offered while nothing is selected."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dashboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> Markup:
    """The template filled with escaped values."""
    return Markup(_environment().get_template(template).render(**values))  # noqa: S704 - autoescaped by Jinja


def dossier_html(dossier: Dossier, words: Words, theme: Theme) -> Markup:
    """The dossier of a pair, unit or place as HTML."""
    catalogue = words.catalogue
    tones = _tones(catalogue, theme)
    return render("dossier.html", d=dossier, w=words, t=words.t, c=catalogue, kinds=catalogue.kinds, tones=tones)


def welcome_html(view: View, words: Words, theme: Theme) -> Markup:
    """What the panel says while nothing is selected, with the closest pairs to start from."""
    order = list(view.catalogue.kinds.closeness)
    pairs = sorted(view.regional(), key=lambda pair: (order.index(str(pair.closeness)), -len(pair.projects)))
    return render("welcome.html", w=words, t=words.t, pairs=pairs[:STARTERS], tones=_tones(view.catalogue, theme))


def _tones(catalogue: Catalogue, theme: Theme) -> dict[str, str]:
    return {key: shade(entry.colour, theme) for key, entry in catalogue.kinds.closeness.items()}
