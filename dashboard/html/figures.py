"""Render the pages of charts: the insights, and the comparison of two units or two pairs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from dashboard.catalogue.comparison import Comparison, candidates
from dashboard.catalogue.filtering import View
from dashboard.catalogue.metrics import find_gaps
from dashboard.catalogue.model import Subject
from dashboard.catalogue.outcomes import harvest_of
from dashboard.charts import insights as charts
from dashboard.charts.grid import Lines, step
from dashboard.html.context import TemplateContext
from dashboard.html.render import MAP_PAGE, environment
from dashboard.text import captions
from dashboard.text.phrases import Phrases

SUBJECTS: tuple[Subject, ...] = ("unit", "pair")
"""Kinds of thing of which two can be compared."""


def insights_html(
    view: View,
    country: str,
    words: Phrases,
    *,
    here: str,
    dossier: Callable[[str], str],
    download: Callable[[Lines], str],
) -> Markup:
    """Render the insights; some charts count by the regions of one country.

    `here` is the address of the page, `dossier` gives that of a dossier
    and `download` that of a file with a plain table.
    """
    drawn = [
        charts.matrix(view, words),
        charts.sectors(view, country, words),
        charts.sector_stages(view, words),
        charts.stages(view, country, words),
        charts.years(view, words),
    ]
    gaps, harvest = find_gaps(view, country), harvest_of(view)
    return _filled(
        "insights.html",
        ctx=TemplateContext(words=words, year=view.filter.until, opens=MAP_PAGE),
        view=view,
        country=country,
        columns=charts.in_columns([chart for chart in drawn if not chart.wide]),
        wide=[chart for chart in drawn if chart.wide],
        told=partial(charts.told, view, words),
        bare=captions.units_without_pairs(view, words),
        step=step,
        harvest=harvest,
        harvest_finding=captions.outcomes_caption(harvest, words),
        harvest_lines=charts.outcome_lines(harvest, words),
        gaps=gaps,
        gaps_finding=captions.gaps_caption(gaps, words),
        gaps_lines=charts.gap_lines(gaps, words),
        ties_caption={code: captions.units_without_ties(code, gaps, words) for code in gaps.without_ties},
        projects_caption=captions.sectors_without_projects(gaps, words),
        here=here,
        dossier=dossier,
        download=download,
        filtered=view.filter.active,
    )


def compare_html(found: Comparison | None, keys: tuple[str, str] | None, subject: Subject, words: Phrases) -> Markup:
    """Render two units or two pairs side by side, with the choice of the two; without `found` only the choice.

    `keys` is None if there are fewer than two to choose from.
    """
    t, catalogue = words.t, words.catalogue
    ctx = TemplateContext(words=words, year=found.dossiers[0].year if found else None, opens=MAP_PAGE)
    counts = [dossier.counts for dossier in found.dossiers] if found else []
    vocabularies = {"sectors": catalogue.sectors, "stages": catalogue.kinds.stages}
    named = {
        name: [(t.name(vocabulary[key]), "", both) for key, both in getattr(found, name).items()] if found else []
        for name, vocabulary in vocabularies.items()
    }
    return _filled(
        "compare.html",
        ctx=ctx,
        found=found,
        finding=captions.difference_caption(found, words) if found else None,
        counts=[
            (ctx.name_of(name), ctx.meaning_of(name), tuple(count[name] for count in counts))
            for name in (counts[0] if counts else ())
        ],
        keys=keys or (),
        subject=subject,
        subjects={name: " ".join(candidates(catalogue, name)[:2]) for name in SUBJECTS},
        options=_options(subject, words),
        **named,
    )


def _options(subject: Subject, words: Phrases) -> list[tuple[str, list[str]]]:
    """Keys that can be compared, in named groups: the units of each country, or the pairs of each closeness."""
    t, catalogue = words.t, words.catalogue
    keys = candidates(catalogue, subject)
    if subject == "unit":
        return [
            (t.name(entry), [key for key in keys if catalogue.country_of(key) == country])
            for country, entry in catalogue.atlas.countries.items()
        ]
    levels: list[tuple[str | None, str]] = [(key, t.name(entry)) for key, entry in catalogue.kinds.closeness.items()]
    levels.append((None, t("terms.badge.nothing")))
    groups = [(name, [key for key in keys if catalogue.pairs[key].closeness == level]) for level, name in levels]
    return [group for group in groups if group[1]]


def _filled(template: str, **values: object) -> Markup:
    return Markup(environment().get_template(template).render(**values))  # noqa: S704 - autoescaped by Jinja
