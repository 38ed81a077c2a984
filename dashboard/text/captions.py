"""What each chart shows, in a plain sentence in the language of the visitor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dashboard.catalogue import metrics
from dashboard.catalogue.comparison import Comparison
from dashboard.catalogue.filtering import View
from dashboard.catalogue.schema import Named
from dashboard.text.phrases import Phrases


def matrix_caption(view: View, words: Phrases) -> str:
    """How many of the possible pairs have records, how close they are, and who has most."""
    t, cells = words.t, metrics.count_matrix(view).cells
    if not cells:
        return t("insights.nothing")
    close = Counter(str(pair.closeness) for pair in view.regional())
    possible = 1
    for country in view.catalogue.atlas.countries:
        possible *= len(metrics.units_of(view.catalogue, country))
    most = max(cells, key=lambda key: cells[key])
    return t(
        "insights.matrix.says",
        n=len(cells),
        possible=possible,
        closeness=_counted(close, view.catalogue.kinds.closeness, words),
        name=words.title(most),
        records=t("count.records", n=cells[most]),
    )


def units_without_pairs(view: View, words: Phrases) -> str:
    """Which units have no row or column, and why; nothing where all have."""
    names = [words.name(unit) for units in metrics.count_matrix(view).bare for unit in units]
    return words.t("insights.matrix.bare", names=words.t.listed(names)) if names else ""


def sectors_caption(view: View, country: str, words: Phrases) -> str:
    """Which sector is named most, and which region has the widest range."""
    t, counts = words.t, metrics.count_sectors(view, country)
    of_units = Counter(side for side, _ in counts if side in view.catalogue.units)
    if not of_units:
        return t("insights.nothing")
    of_sectors: Counter[str] = Counter()
    for (_, sector), count in counts.items():
        of_sectors[sector] += count
    (sector, ties), (unit, wide) = of_sectors.most_common(1)[0], of_units.most_common(1)[0]
    return t(
        "insights.sectors.says",
        sector=t.name(view.catalogue.sectors[sector]),
        ties=t("count.ties", n=ties),
        region=words.name(unit),
        n=wide,
        all=len(view.catalogue.sectors),
    )


def stages_caption(view: View, country: str, words: Phrases) -> str:
    """How many projects stand at each stage, and which region has most."""
    t = words.t
    by_unit = [
        (unit, n)
        for unit, n in metrics.totals(metrics.count_stages(view, country)).items()
        if unit in view.catalogue.units
    ]
    if not by_unit:
        return t("insights.nothing")
    return t(
        "insights.stages.says",
        projects=t("count.projects", n=view.count("projects")),
        stages=_shares(Counter(row.stage for row in view.rows if row.stage), words),
        name=words.name(by_unit[0][0]),
        n=by_unit[0][1],
    )


def sector_stages_caption(view: View, words: Phrases) -> str:
    """Which sector has most projects, and at which stages they stand."""
    t, counts = words.t, metrics.count_sector_stages(view)
    if not counts:
        return t("insights.nothing")
    sector, total = metrics.totals(counts).most_common(1)[0]
    own: Counter[str | None] = Counter({stage: n for (key, stage), n in counts.items() if key == sector})
    name = t.name(view.catalogue.sectors[sector])
    return t("insights.by_sector.says", name=name, n=total, stages=_shares(own, words))


def years_caption(view: View, words: Phrases) -> str:
    """In which year most was signed or held, and how much has no date."""
    t, counts, lost = words.t, metrics.count_years(view), metrics.count_undated(view)
    if not counts:
        return t("insights.nothing")
    of_year: Counter[int] = Counter()
    for (year, _), n in counts.items():
        of_year[year] += n
    year = of_year.most_common(1)[0][0]
    kinds = [
        t("insights.item", name=t(f"timeline.{name}"), n=counts[year, name])
        for name in metrics.DATED
        if counts[year, name]
    ]
    told = t("insights.years.says", year=year, kinds=t.listed(kinds))
    if lost:
        then = t("insights.years.undated", undated=t("timeline.undated", n=lost))
        told = t("insights.then", first=told, second=then)
    return told


def difference_caption(found: Comparison, words: Phrases) -> str:
    """The main difference of two things."""
    t, (first, second) = words.t, found.dossiers
    if not found.widest_difference:
        return t("compare.same")
    a, b = words.title(first.key), words.title(second.key)
    counts = {"n": first.counts[found.widest_difference], "m": second.counts[found.widest_difference]}
    told = t("compare.main", what=t(f"compare.what.{found.widest_difference}"), a=a, b=b, **counts)
    if found.widest_sector_difference:
        n, m = found.sectors[found.widest_sector_difference]
        name = t.name(words.catalogue.sectors[found.widest_sector_difference])
        told = t("insights.then", first=told, second=t("compare.main_sector", sector=name, n=n, m=m))
    return told


def units_without_ties(country: str, found: metrics.Gaps, words: Phrases) -> str:
    """How many units of a country have no tie at all."""
    bare = len(found.untied[country])
    if not bare:
        return words.t("insights.gaps.untied_none")
    return words.t("insights.gaps.untied_says", n=bare, all=len(metrics.units_of(words.catalogue, country)))


def sectors_without_projects(found: metrics.Gaps, words: Phrases) -> str:
    """Which region has the fewest sectors without a project."""
    if not found.idle:
        return ""
    unit = min(found.idle, key=lambda key: len(found.idle[key]))
    return words.t(
        "insights.gaps.idle_says",
        name=words.name(unit),
        n=len(found.idle[unit]),
        all=found.asked,
    )


def _counted(counts: Counter[str], vocabulary: Mapping[str, Named], words: Phrases) -> str:
    """Counts with their names, in the order of the vocabulary."""
    t = words.t
    return t.listed([t("insights.item", name=t.name(vocabulary[k]), n=counts[k]) for k in vocabulary if counts[k]])


def _shares(counts: Counter[str | None], words: Phrases) -> str:
    """How many stand at each stage, and what share of all that is."""
    t, known = words.t, words.catalogue.kinds.stages
    return t.listed(
        [
            t("insights.share", stage=t.name(known[key]), n=counts[key], share=t.percent(counts[key] / counts.total()))
            for key in known
            if counts[key]
        ]
    )
