"""Comparisons in the tiny atlas, counted by hand."""

import pytest

from dashboard.catalogue.comparison import candidates, comparison_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.problems import BrokenTable


def test_units(tiny):
    found = comparison_of(select(tiny, Filter()), ("XA-N", "XA-S"))
    assert found.dossiers[0].counts == {
        "agreements": 2,
        "contacts": 0,
        "links": 3,
        "projects": 3,
        "indicators": 1,
        "events": 1,
    }
    assert found.dossiers[1].counts == {
        "agreements": 0,
        "contacts": 0,
        "links": 0,
        "projects": 0,
        "indicators": 0,
        "events": 1,
    }
    assert found.sectors == {"medicine": (2, 0), "logistics": (5, 0)}
    assert list(found.stages.items()) == [("intent", (1, 0)), ("agreed", (1, 0)), ("operation", (1, 0))]
    assert found.partners == (("XB-W",), ("XB-E",), ())
    assert (found.widest_difference, found.widest_sector_difference, found.figures) == ("links", "logistics", {})


MORE = """  - id: share-{low}
    measure: share
    value: 5
    unit: percent
    of: {unit}
    title: {{en: Share of {unit}, fr: Part de {unit}}}
    sectors: []
    sources: [gazette-2]
"""


def figures(config):
    found = comparison_of(select(load(config), Filter()), ("XA-N", "XB-E"))
    return {key: [[row.record.id for row in rows] for rows in both] for key, both in found.figures.items()}


def test_figures_are_compared_by_series_and_never_by_measure(config, edit):
    assert figures(config) == {}, "the turnover of the tiny atlas is of no series"
    edit("relations/XA-N_XB-E.yaml", "indicators:\n", "indicators:\n" + MORE.format(unit="XA-N", low="north"))
    edit("relations/XA-N_XB-E.yaml", "indicators:\n", "indicators:\n" + MORE.format(unit="XB-E", low="east"))
    assert figures(config) == {}, "both are shares, but of what?"
    edit("relations/XA-N_XB-E.yaml", "measure: turnover", "series: trade\n    measure: turnover")
    assert figures(config) == {"trade": [["turnover-2022"], ["turnover-2022"]]}


def test_a_series_has_one_measure_and_unit(config, edit):
    edit("relations/XA-N_XB-E.yaml", "measure: turnover", "series: trade\n    measure: turnover")
    share = MORE.format(unit="XA-N", low="north").replace("measure:", "series: trade\n    measure:")
    edit("relations/XA_XB.yaml", "links:\n", f"indicators:\n{share}links:\n")
    with pytest.raises(BrokenTable) as broken:
        load(config)
    assert [str(problem) for problem in broken.value.problems] == [
        "relations/XA_XB.yaml:4: indicators.share-north.series: the series 'trade' is turnover in USD for "
        "'turnover-2022' in relations/XA-N_XB-E.yaml, here it is share in percent"
    ]


def test_pairs_share_places_and_organisations(tiny):
    found = comparison_of(select(tiny, Filter()), ("XA-N_XB-E", "XA-N_XB-W"))
    assert found.partners == (("northport",), ("eastham", "east-works", "north-university"), ("west-park",))


def test_nothing_differs_where_nothing_is_left(tiny):
    found = comparison_of(select(tiny, Filter(text="zeppelin")), ("XA-N_XB-E", "XA-N_XB-W"))
    assert (found.widest_difference, found.widest_sector_difference, found.sectors, found.stages) == (
        None,
        None,
        {},
        {},
    )


def test_the_fullest_are_offered_first(tiny):
    assert candidates(tiny, "unit") == ("XA-N", "XA-S", "XB-E", "XB-W")
    assert candidates(tiny, "pair") == ("XA-N_XB-E", "XA-N_XB-W", "XA-S_XB-W")
