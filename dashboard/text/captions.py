"""Captions: the finding of each chart as a headline, and what more there is to say, in the visitor's language.

A function returns None where its chart would be empty; the page then says so in its own words.
"""

from __future__ import annotations

from collections import Counter
from math import prod

from dashboard.catalogue import metrics
from dashboard.catalogue.comparison import Comparison
from dashboard.catalogue.filtering import View
from dashboard.catalogue.outcomes import Harvest
from dashboard.text.narrative import what_of
from dashboard.text.phrases import Phrases

Finding = tuple[str, str]
"""A headline, and the sentences that follow it, "" if there are none."""


def matrix_caption(view: View, words: Phrases) -> Finding | None:
    """The share of possible pairs with records, their closeness, and the pair with most records."""
    t, catalogue = words.t, view.catalogue
    cells = metrics.count_matrix(view).cells
    if not cells:
        return None
    closeness = Counter(pair.closeness for pair in view.regional() if pair.closeness)
    fullest = max(cells, key=lambda key: cells[key])
    possible = prod(len(metrics.units_of(catalogue, country)) for country in catalogue.atlas.countries)
    return t("insights.matrix.says", n=len(cells), all=_of("pairs", possible, words)), t(
        "insights.matrix.more",
        closeness=_by_closeness(closeness, words),
        name=words.title(fullest),
        records=t("count.records", n=cells[fullest]),
    )


def units_without_pairs(view: View, words: Phrases) -> str | None:
    """Units that have no row or column in the matrix, and the reason."""
    names = [words.name(unit) for units in metrics.count_matrix(view).without_pairs for unit in units]
    return words.t("insights.matrix.bare", names=words.t.listed(names)) if names else None


def sectors_caption(view: View, country: str, words: Phrases) -> Finding | None:
    """The sector named most often, and the region of a country with the widest range."""
    t, counts = words.t, metrics.count_sectors(view, country)
    ranges = Counter(side for side, _ in counts if side in view.catalogue.units)
    if not ranges:
        return None
    of_sectors: Counter[str] = Counter()
    for (_, sector), count in counts.items():
        of_sectors[sector] += count
    (sector, ties), (unit, sectors) = of_sectors.most_common(1)[0], ranges.most_common(1)[0]
    every = _of("sectors", len(view.catalogue.sectors), words)
    return (
        t("insights.sectors.says", sector=t.name(view.catalogue.sectors[sector]), ties=t("count.ties", n=ties)),
        t("insights.sectors.more", region=words.name(unit), n=sectors, all=every),
    )


def stages_caption(view: View, country: str, words: Phrases) -> Finding | None:
    """The number of projects at each stage, and the region of a country with most of them."""
    t = words.t
    of_sides = metrics.totals(metrics.count_stages(view, country))
    of_units = [(unit, n) for unit, n in of_sides.items() if unit in view.catalogue.units]
    if not of_units:
        return None
    unit, projects = of_units[0]
    stages = _shares(Counter(row.stage for row in view.rows if row.stage), words)
    return (
        t("insights.stages.says", projects=t("count.projects", n=view.count("projects")), stages=stages),
        t("insights.stages.more", name=words.name(unit), n=projects),
    )


def sector_stages_caption(view: View, words: Phrases) -> Finding | None:
    """The sector with most projects, and their stages."""
    t, counts = words.t, metrics.count_sector_stages(view)
    if not counts:
        return None
    sector, total = metrics.totals(counts).most_common(1)[0]
    stages: Counter[str | None] = Counter({stage: n for (key, stage), n in counts.items() if key == sector})
    name = t.name(view.catalogue.sectors[sector])
    return t("insights.by_sector.says", name=name, n=total), t("insights.by_sector.more", stages=_shares(stages, words))


def years_caption(view: View, words: Phrases) -> Finding | None:
    """The year in which most was signed or held, and how much has no date."""
    t, counts, undated = words.t, metrics.count_years(view), metrics.count_undated(view)
    if not counts:
        return None
    of_years: Counter[int] = Counter()
    for (year, _), n in counts.items():
        of_years[year] += n
    busiest = of_years.most_common(1)[0][0]
    kinds = [t(f"count.{name}", n=counts[busiest, name]) for name in metrics.SIGNED_OR_HELD if counts[busiest, name]]
    rest = t("insights.years.undated", undated=t("timeline.undated", n=undated)) if undated else ""
    return t("insights.years.says", year=busiest, kinds=t.listed(kinds)), rest


def outcomes_caption(found: Harvest, words: Phrases) -> Finding | None:
    """The number of agreements with a project, and of projects under way or completed without a document."""
    t = words.t
    if not found.pairs:
        return None
    rest = t("insights.outcomes.more", n=found.done, loose=found.loose) if found.done else ""
    if not found.agreements:
        return rest, ""
    return t("insights.outcomes.says", n=found.agreements, fruitful=found.fruitful), rest


def difference_caption(found: Comparison, words: Phrases) -> Finding:
    """The main difference between two units or two pairs."""
    t, (first, second) = words.t, found.dossiers
    name, sector = found.widest_difference, found.widest_sector_difference
    if not name:
        return t("compare.same"), ""
    a, b = words.title(first.key), words.title(second.key)
    caption = t("compare.main", what=t(f"compare.what.{name}"), a=a, b=b, n=first.counts[name], m=second.counts[name])
    if not sector:
        return caption, ""
    n, m = found.sectors[sector]
    return caption, t("compare.main_sector", sector=t.name(words.catalogue.sectors[sector]), n=n, m=m)


def gaps_caption(found: metrics.Gaps, words: Phrases) -> Finding:
    """The number of units that have no tie at all, of both countries together."""
    every = [unit for country in found.without_ties for unit in metrics.units_of(words.catalogue, country)]
    return _without_ties(sum(map(len, found.without_ties.values())), len(every), words), ""


def units_without_ties(country: str, found: metrics.Gaps, words: Phrases) -> str:
    """The number of units of a country that have no tie at all."""
    return _without_ties(len(found.without_ties[country]), len(metrics.units_of(words.catalogue, country)), words)


def sectors_without_projects(found: metrics.Gaps, words: Phrases) -> str | None:
    """The region with the fewest sectors without a project."""
    missing = found.without_projects
    if not missing:
        return None
    unit = min(missing, key=lambda key: len(missing[key]))
    every = _of("sectors", found.sectors, words)
    return words.t("insights.gaps.idle_says", name=words.name(unit), n=len(missing[unit]), all=every)


def _without_ties(count: int, total: int, words: Phrases) -> str:
    if not count:
        return words.t("insights.gaps.untied_none")
    return words.t("insights.gaps.untied_says", n=count, all=_of("regions", total, words))


def _of(name: str, total: int, words: Phrases) -> str:
    """A whole of which some are counted, in the form for its own number: "21 regions"."""
    return words.t(f"insights.of.{name}", n=total)


def _by_closeness(counts: Counter[str], words: Phrases) -> str:
    """Numbers of pairs of each closeness, the closest first."""
    t, known = words.t, words.catalogue.kinds.closeness
    patterns = {key: f"insights.matrix.closeness.{key}" for key in known if t.find(f"insights.matrix.closeness.{key}")}
    return t.listed(
        [t(patterns.get(key, "insights.item"), name=t.name(known[key]), n=counts[key]) for key in known if counts[key]]
    )


def _shares(counts: Counter[str | None], words: Phrases) -> str:
    """Stages with their counts and shares of the total, as clauses: "9 are agreed (90%) and 1 is stopped (10%)".

    Numbers beside a percentage are not spelt out.
    """
    known, total = words.catalogue.kinds.stages, counts.total()
    stages = [(key, counts[key]) for key in known if counts[key]]
    parts = [
        words.t("insights.share", n=n, what=what_of("stages", key, n, known, words.t), share=words.t.percent(n / total))
        for key, n in stages
    ]
    return words.t.listed(parts, "clauses")
