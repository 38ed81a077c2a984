"""Fill the HTML templates. Every value is escaped, so that no text of the table is ever taken for HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import metadata
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from typing_extensions import TypedDict, Unpack

from dashboard.catalogue.borrowed import in_html
from dashboard.catalogue.dossier import (
    DOSSIER_PARTS,
    Dossier,
    around,
    dossier_of,
    figure_series,
    neighbours,
    projects_by_sector,
)
from dashboard.catalogue.filtering import View, bonds_at_end_of
from dashboard.catalogue.metrics import year_range
from dashboard.catalogue.model import Catalogue, Row
from dashboard.catalogue.pair import RECORD_TYPES, Bond
from dashboard.catalogue.problems import Problem, report
from dashboard.catalogue.quality import sizes, tally
from dashboard.catalogue.schema.atlas import Licence
from dashboard.catalogue.sector import SECTOR_PARTS, SectorDossier, briefs
from dashboard.charts.palette import LINES
from dashboard.html.context import DossierContext, TemplateContext
from dashboard.text.narrative import narrative, sector_narrative
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

Choice = tuple[str, str, str]
"""An option: key, name, and number of what it would show, "" for none."""

MAP_PAGE, DOSSIER_PAGE = "explore", "dossier"
"""The pages that show what is selected on pages without a map, or on paper."""

PANEL_LEVELS = dict.fromkeys(RECORD_TYPES, 3)
PAGE_LEVELS = dict.fromkeys(RECORD_TYPES, 5) | dict.fromkeys(("agreements", "contacts", "events"), 4)
"""Heading levels of record titles. On the page, the lists in groups have a heading for each group, at level 4."""


Link = Callable[[str], str]
"""Returns the address of a dossier or of the page of a sector, by its key."""


class Shown(TypedDict, total=False):
    """Parts of a dossier that are shown whole, in any case, or marked: see `DossierContext`."""

    whole: str
    wanted: str
    since: str | None


def _bound(value: object) -> object:
    """Bind dashes to the word before them, since no line may begin with one."""
    if isinstance(value, str):  # Markup too, which replace() keeps as it is
        for dash in "–—":
            value = value.replace(f" {dash} ", f"\N{NO-BREAK SPACE}{dash} ")
    return value


class _Template(Template):
    def render(self, *args: Any, **values: Any) -> str:
        """Render the template, with an element round each text that a draft of a language borrows."""
        return in_html(super().render(*args, **values))


@cache
def environment() -> Environment:
    """Return the Jinja environment of our templates: escaped, strict, without the lines of mere statements."""
    made = Environment(
        loader=PackageLoader("dashboard.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_bound,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.template_class = _Template
    return made


def panel_html(view: View, key: str, words: Phrases, href: str) -> Markup:
    """Render the panel of a pair, unit or place, with slots for its records and sources.

    `view` holds the whole table; `href` is the address of the dossier.
    """
    ctx = _in_panel(dossier_of(view, key), words)
    parts = ("partners", *RECORD_TYPES, "sources")
    return _render(
        "dossier.html",
        ctx=ctx,
        filled=[part for part in parts if ctx.count(part)],
        heads=_heads(ctx.dossier, words) if key in view.bonds else [(0, False, ctx)],
        story=next(iter(narrative(ctx.dossier, words)), "") if ctx.dossier.subject == "unit" else "",
        href=href,
    )


def records_html(view: View, rows: Iterable[Row], words: Phrases, sector_link: Link) -> list[Markup]:
    """Render records for the panels, with the pair that each belongs to; the panel of that pair hides its name."""
    ctx = replace(_in_panel(dossier_of(view, next(iter(view.catalogue.units))), words), sector_link=sector_link)
    return [_render("record.html", ctx=ctx, row=row) for row in rows]


def sources_html(view: View, keys: Iterable[str], words: Phrases) -> list[Markup]:
    """Render sources for the panels."""
    ctx = _in_panel(dossier_of(view, next(iter(view.catalogue.units))), words)
    return [_render("source.html", ctx=ctx, key=key) for key in keys]


def _in_panel(found: Dossier, words: Phrases) -> DossierContext:
    return DossierContext(words=words, year=found.year, dossier=found, full=False, levels=PANEL_LEVELS)


def _heads(found: Dossier, words: Phrases) -> Iterator[tuple[int, bool, DossierContext]]:
    """Badges of a dossier: the last year from which they hold, whether only dated records count, and their context.

    Those for year 0 hold while no years are chosen; the next ones hold before the first year of the table too.
    """
    first, last = year_range(words.catalogue)
    before_all = max(first - 1, 1)
    for dated in (False, True):
        before = None
        for year in (0, *range(before_all, last + 1)):
            bond = bonds_at_end_of(words.catalogue, year or None, dated=dated).get(found.key, Bond())
            if year in (0, before_all) or bond != before:
                yield year, dated, _in_panel(replace(found, bond=bond, year=year or None), words)
            before = bond


def dossier_page_html(
    view: View, found: Dossier, words: Phrases, link: Link, sector_link: Link, **shown: Unpack[Shown]
) -> Markup:
    """Render the full dossier with its story."""
    ctx = _on_page(found, words, link=link, sector_link=sector_link, **shown)
    return _dossier_page(ctx, neighbours(view, found.key), narrative(found, words))


def sector_page_html(
    found: SectorDossier, words: Phrases, link: Link, sector_link: Link, **shown: Unpack[Shown]
) -> Markup:
    """Render the full dossier of a sector with its story."""
    key, links = found.dossier.key, {"link": link, "opens": DOSSIER_PAGE, "sector_link": sector_link}
    ctx = _on_page(found.dossier, words, **links, sector=found, **shown)
    return _dossier_page(ctx, around(key, words.catalogue.sectors), sector_narrative(found, words))


def _on_page(found: Dossier, words: Phrases, **more: Any) -> DossierContext:
    return DossierContext(words=words, year=found.year, dossier=found, full=True, levels=PAGE_LEVELS, **more)


def _dossier_page(ctx: DossierContext, beside: tuple[str | None, str | None], story: Sequence[str]) -> Markup:
    before, after = beside
    parts = SECTOR_PARTS if ctx.sector else DOSSIER_PARTS
    return _render(
        "dossier_page.html",
        ctx=ctx,
        before=before,
        after=after,
        parts=[part for part in parts if ctx.count(part) or (part == "events" and ctx.dossier.calendar)],
        story=story,
        sectors=projects_by_sector(ctx.dossier),
        figures=[(measure, *figure_series(rows)) for measure, rows in ctx.dossier.indicators],
    )


def sectors_html(view: View, words: Phrases, sector_link: Link) -> Markup:
    """Render the list of all sectors, with their counts in a view that no sector limits."""
    return _render(
        "sectors.html",
        ctx=TemplateContext(words=words, sector_link=sector_link),
        briefs=briefs(view),
        hidden=len(view.catalogue.rows) - len(view.rows),
    )


def choose_html(view: View, words: Phrases, link: Link) -> Markup:
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
        ctx=TemplateContext(words=words, year=view.filter.until, link=link),
        groups=[group for group in groups if group[1]],
        hidden=len(catalogue.pairs) - len(pairs),
        countries=countries,
    )


def data_choice_html(
    tables: Sequence[Choice],
    table: str,
    extents: Sequence[Choice],
    extent: str,
    t: Translator,
    *,
    conditions: Sequence[str] = (),
    note: str = "",
) -> Markup:
    """Render the choice of a table and of an extent.

    `conditions` are those of the filter in words, `note` says why the table has no rows, or not all.
    """
    chosen = {"table": table, "extent": extent, "conditions": conditions, "note": note}
    return _render("data_choice.html", t=t, tables=tables, extents=extents, **chosen)


def data_files_html(
    groups: Mapping[str, Sequence[tuple[str, str]]], records: int, licence: Licence, t: Translator
) -> Markup:
    """Render links to files, each as (address, name), in groups by title, and the terms."""
    return _render("data_files.html", t=t, groups=list(groups.items()), records=records, licence=licence)


def quality_html(figures: Sequence[tuple[str, str, str, str]], t: Translator) -> Markup:
    """Render figures about the table, each as (name, figure, share, definition)."""
    return _render("quality.html", t=t, figures=figures)


def problems_html(problems: Sequence[Problem], t: Translator) -> Markup:
    """Render the problems of config/, with file and line, which are in English."""
    return _render("problems.html", t=t, count=len(problems), lines=report(problems))


def begin_html(t: Translator) -> Markup:
    """Render the first steps of an editor, while the table is empty."""
    return _render("begin.html", t=t)


def failed_html(t: Translator, text: str = "status.failed") -> Markup:
    """Render the sentence for what could not be drawn: a page, or what a text says."""
    return _render("failed.html", t=t, text=text)


def about_html(catalogue: Catalogue, words: Phrases) -> Markup:
    """Render the page about the atlas, with the numbers of the whole table."""
    kinds, t = catalogue.kinds, words.t
    program = metadata("twinned")
    projects = Counter(project.status for pair in catalogue.pairs.values() for project in pair.projects)
    stages: dict[str, list[tuple[str, int]]] = {key: [] for key in kinds.stages}
    for key, status in kinds.statuses.items():
        stages[status.stage].append((key, projects[key]))
    made_by: dict[str, list[str]] = {key: [] for key in kinds.closeness}
    for instrument in kinds.agreements.values():
        made_by[instrument.closeness].append(t.name(instrument))
    made_by[kinds.met].append(t("about.meetings"))
    cited = catalogue.cited(row.record for row in catalogue.rows)
    return _render(
        "about.html",
        ctx=TemplateContext(words=words),
        countries=[t.name(country) for country in catalogue.atlas.countries.values()],
        sizes=sizes(catalogue),
        tally=tally(catalogue.rows),
        lines=LINES,
        bonds=Counter(pair.closeness for pair in catalogue.pairs.values()),
        made_by={key: " · ".join(names) for key, names in made_by.items()},
        stages=stages.items(),
        source_kinds=Counter(source.kind for source in cited.values()).most_common(),
        version=program["Version"],
        code_licence=program["License-Expression"],
    )


def _render(template: str, **values: object) -> Markup:
    return Markup(environment().get_template(template).render(**values))  # noqa: S704 - autoescaped by Jinja
