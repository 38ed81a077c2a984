"""Fill the HTML templates. Every value is escaped, so that no text of the table is ever taken for HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dashboard.catalogue.comparison import Comparison
from dashboard.catalogue.dossier import Dossier, figure_series, neighbours, projects_by_sector, truncated
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import Gaps
from dashboard.catalogue.pair import RECORD_TYPES
from dashboard.charts.palette import Theme
from dashboard.html.context import DossierContext, TemplateContext
from dashboard.text import captions
from dashboard.text.narrative import narrative
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

MAP_PAGE = "explore"
"""The page that shows what is selected on pages without a map."""

SUGGESTED_PAIRS = 8
"""Pairs that the panel offers while nothing is selected."""

SHOWN_OF_LIST, SHOWN_OF_GROUP = 5, 2
"""Records that the panel shows of a list, and of each group of a list."""

PANEL_LEVELS = dict.fromkeys(RECORD_TYPES, 3)
PAGE_LEVELS = dict.fromkeys(RECORD_TYPES, 5) | dict.fromkeys(("agreements", "contacts", "events"), 4)
"""Heading levels of record titles. On the page, the lists in groups have a heading for each group, at level 4."""


@dataclass(frozen=True)
class NavLink:
    """A link to a page of the atlas; `current` marks the page that is open."""

    page: str
    href: str
    label: str
    current: bool


@dataclass(frozen=True)
class Switch:
    """A choice of one value for the field `name` of the state. `options` gives the label of each value."""

    name: str
    label: str
    options: Mapping[str, str]
    value: str


def _bound(value: object) -> object:
    """Bind dashes to the word before them, since no line may begin with one."""
    if isinstance(value, str):  # Markup too, which replace() keeps as it is
        for dash in "–—":
            value = value.replace(f" {dash} ", f"\N{NO-BREAK SPACE}{dash} ")
    return value


@cache
def environment() -> Environment:
    """Return the Jinja environment of our templates: escaped, strict, without the lines of mere statements."""
    return Environment(
        loader=PackageLoader("dashboard.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_bound,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def head_html(links: Sequence[NavLink], switches: Sequence[Switch], t: Translator) -> Markup:
    """Render the navigation and the switches at the head of every page."""
    return _render("head.html", links=links, switches=switches, language=t.language)


def dossier_html(found: Dossier, words: Phrases, theme: Theme, href: str = "") -> Markup:
    """Render the panel of a pair, unit or place: its first records. `href` is the address of the full dossier."""
    ctx = DossierContext(words=words, theme=theme, year=found.year, dossier=found, full=False, levels=PANEL_LEVELS)
    shown = truncated(found, words.catalogue, SHOWN_OF_LIST, SHOWN_OF_GROUP)
    return _render("dossier.html", ctx=ctx, shown=shown, href=href)


def dossier_page_html(view: View, found: Dossier, words: Phrases, theme: Theme, link: Callable[[str], str]) -> Markup:
    """Render the full dossier with its story. `link` returns the address of the dossier of a key."""
    before, after = neighbours(view, found.key)
    return _render(
        "dossier_page.html",
        ctx=DossierContext(
            words=words, theme=theme, year=found.year, link=link, dossier=found, full=True, levels=PAGE_LEVELS
        ),
        before=before,
        after=after,
        story=narrative(found, words),
        sectors=projects_by_sector(found),
        figures=[(measure, *figure_series(rows)) for measure, rows in found.indicators],
    )


def choose_html(view: View, words: Phrases, theme: Theme, link: Callable[[str], str]) -> Markup:
    """Render the list of all dossiers: the pairs of the view by closeness, then the units by country."""
    catalogue = view.catalogue
    pairs = view.pairs.values()
    groups = [
        (key, [pair for pair in pairs if pair.closeness == key and pair.regional is regional])
        for key, regional in (*((key, True) for key in (*catalogue.kinds.closeness, None)), (None, False))
    ]
    units = {side for pair in catalogue.pairs.values() for side in pair.sides}
    countries = [
        (country, [unit for unit in catalogue.units if unit in units and catalogue.country_of(unit) == country])
        for country in catalogue.atlas.countries
    ]
    return _render(
        "choose.html",
        ctx=TemplateContext(words=words, theme=theme, year=view.filter.until, link=link),
        groups=[group for group in groups if group[1]],
        hidden=len(catalogue.pairs) - len(pairs),
        countries=countries,
    )


def welcome_html(view: View, words: Phrases, theme: Theme) -> Markup:
    """Render the panel while nothing is selected, with the closest pairs to start from."""
    order = [*view.catalogue.kinds.closeness, None]
    pairs = sorted(view.regional(), key=lambda pair: (order.index(pair.closeness), -len(pair.projects)))
    ctx = TemplateContext(words=words, theme=theme, year=view.filter.until)
    return _render("welcome.html", ctx=ctx, pairs=pairs[:SUGGESTED_PAIRS])


def row_link_html(key: str, href: str, words: Phrases) -> Markup:
    """Render a link to the dossier `key` at the address `href`; with an empty key, a hint to choose a row."""
    return _render("row_link.html", key=key, href=href, words=words)


def gaps_html(found: Gaps, words: Phrases, theme: Theme) -> Markup:
    """Render the white spots of a view."""
    return _render(
        "gaps.html",
        ctx=TemplateContext(words=words, theme=theme, opens=MAP_PAGE),
        gaps=found,
        ties_caption={country: captions.units_without_ties(country, found, words) for country in found.without_ties},
        projects_caption=captions.sectors_without_projects(found, words),
    )


def compare_html(found: Comparison, words: Phrases, theme: Theme) -> Markup:
    """Render two units or two pairs side by side."""
    ctx = TemplateContext(words=words, theme=theme, year=found.dossiers[0].year, opens=MAP_PAGE)
    return _render("compare.html", ctx=ctx, found=found)


def _render(template: str, **values: object) -> Markup:
    return Markup(environment().get_template(template).render(**values))  # noqa: S704 - autoescaped by Jinja
