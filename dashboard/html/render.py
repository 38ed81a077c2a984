"""Fills the HTML templates; every value is escaped, so that no text of the table is ever taken for HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dashboard.catalogue.comparison import Comparison
from dashboard.catalogue.dossier import Dossier, figure_series, neighbours, projects_by_sector, truncated
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import Gaps
from dashboard.catalogue.model import LISTS, Catalogue
from dashboard.charts.palette import Theme, shade
from dashboard.text import captions
from dashboard.text.narrative import narrative
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

STARTERS = 8
"""How many pairs are offered while nothing is selected."""

BRIEF = (5, 2)
"""How many records of a list, and of a group of a list, the panel shows."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dashboard.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> Markup:
    """The template filled with escaped values."""
    return Markup(_environment().get_template(template).render(**values))  # noqa: S704 - autoescaped by Jinja


def dossier_html(found: Dossier, words: Phrases, theme: Theme, full: str = "") -> Markup:
    """The dossier of a pair, unit or place for the panel: its first records; `full` is the address of its page."""
    short = truncated(found, words.catalogue, *BRIEF)
    return render(
        "dossier.html",
        d=short,
        whole=found,
        open=full,
        full=False,
        levels=dict.fromkeys(LISTS, 3),
        **_about(words, theme),
    )


def dossier_page_html(view: View, found: Dossier, words: Phrases, theme: Theme, link: Callable[[str], str]) -> Markup:
    """The full dossier with its story; `link` gives the address of another one."""
    before, after = neighbours(view, found.key)
    return render(
        "dossier_page.html",
        d=found,
        whole=found,
        full=True,
        levels=dict.fromkeys(LISTS, 5) | {"agreements": 4, "events": 4},
        link=link,
        before=before,
        after=after,
        story=narrative(found, words),
        sectors=projects_by_sector(found),
        sector_tones={key: shade(sector.colour, theme) for key, sector in words.catalogue.sectors.items()},
        figures=[(measure, *figure_series(rows)) for measure, rows in found.indicators],
        **_about(words, theme),
    )


def choose_html(view: View, words: Phrases, theme: Theme, link: Callable[[str], str]) -> Markup:
    """Everything that has a dossier, to choose from: the pairs left by closeness, the units by country."""
    catalogue = view.catalogue
    pairs = view.pairs.values()
    groups = [(key, [pair for pair in pairs if pair.closeness == key]) for key in (*catalogue.kinds.closeness, None)]
    units = {side for pair in catalogue.pairs.values() for side in pair.sides}
    countries = [
        (country, [unit for unit in catalogue.units if unit in units and catalogue.country_of(unit) == country])
        for country in catalogue.atlas.countries
    ]
    return render(
        "choose.html",
        groups=[group for group in groups if group[1]],
        hidden=len(catalogue.pairs) - len(pairs),
        countries=countries,
        link=link,
        full=True,
        **_about(words, theme),
    )


def welcome_html(view: View, words: Phrases, theme: Theme) -> Markup:
    """What the panel says while nothing is selected, with the closest pairs to start from."""
    order = list(view.catalogue.kinds.closeness)
    pairs = sorted(view.regional(), key=lambda pair: (order.index(str(pair.closeness)), -len(pair.projects)))
    return render("welcome.html", w=words, t=words.t, pairs=pairs[:STARTERS], tones=_tones(view.catalogue, theme))


def row_link_html(key: str, href: str, words: Phrases) -> Markup:
    """A link to the dossier of what was chosen in a table; without a key, how to choose."""
    return render("lead.html", key=key, href=href, w=words, t=words.t)


def gaps_html(found: Gaps, words: Phrases, theme: Theme) -> Markup:
    """The white spots as HTML."""
    return render(
        "gaps.html",
        gaps=found,
        untied={country: captions.units_without_ties(country, found, words) for country in found.untied},
        idle=captions.sectors_without_projects(found, words),
        w=words,
        t=words.t,
        tones=_tones(words.catalogue, theme),
    )


def compare_html(found: Comparison, words: Phrases, theme: Theme) -> Markup:
    """Two things beside each other as HTML."""
    kinds = words.catalogue.kinds
    return render("compare.html", found=found, w=words, t=words.t, kinds=kinds, tones=_tones(words.catalogue, theme))


def _about(words: Phrases, theme: Theme) -> dict[str, Any]:
    """What every template of a dossier asks for."""
    catalogue = words.catalogue
    return {"w": words, "t": words.t, "c": catalogue, "kinds": catalogue.kinds, "tones": _tones(catalogue, theme)}


def _tones(catalogue: Catalogue, theme: Theme) -> dict[str, str]:
    return {key: shade(entry.colour, theme) for key, entry in catalogue.kinds.closeness.items()}


@dataclass(frozen=True)
class NavLink:
    """A page that the head leads to."""

    page: str
    href: str
    label: str
    current: bool


@dataclass(frozen=True)
class Switch:
    """A choice of the head, for the field `name` of the state; one option is always chosen."""

    name: str
    label: str
    options: Mapping[str, str]
    value: str


def head_html(links: Sequence[NavLink], switches: Sequence[Switch], t: Translator) -> Markup:
    """Pages and switches of the head."""
    return render("head.html", links=links, switches=switches, t=t)
