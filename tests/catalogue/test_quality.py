"""Quality figures of the tiny atlas, counted by hand."""

from dataclasses import replace

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.quality import Tally, as_of, by_kind, by_region, by_source, tally


def test_the_whole_table(tiny):
    # The depot is inferred, the ferry has a note; the ferry and two ties have no date: see the files.
    assert tally(tiny.rows) == Tally(records=13, inferred=1, noted=1, undated=2)
    assert tally([]) == Tally(0, 0, 0, 0)


def test_by_kind(tiny):
    assert by_kind(tiny) == {
        "agreements": (3, 0, 0, 0),
        "links": (4, 0, 0, 1),
        "projects": (3, 1, 1, 1),
        "indicators": (1, 0, 0, 0),
        "events": (2, 0, 0, 0),
    }


def test_a_record_counts_on_both_sides(tiny):
    found = by_region(tiny)
    assert list(found) == ["XA", "XB", "XA-N", "XA-S", "XB-E", "XB-W"]
    assert found["XA-N"] == (10, 1, 1, 2)
    assert found["XA-S"] == (1, 0, 0, 0)
    assert sum(figures.records for figures in found.values()) == 2 * 13


def test_a_record_counts_for_each_source(tiny):
    # Of thirteen records, three cite only the first, one cites both, nine only the second.
    assert by_source(tiny) == {"gazette-1": (4, 0, 0, 0), "gazette-2": (10, 1, 1, 2)}


def test_as_of_is_the_newest_source_that_is_cited(tiny):
    assert str(as_of(tiny)) == "2024"
    newer = tiny.sources["unused-book"].model_copy(update={"date": Edtf.parse("2025")})
    assert str(as_of(replace(tiny, sources={**tiny.sources, "unused-book": newer}))) == "2024"
    undated = tiny.sources["gazette-2"].model_copy(update={"date": None})
    assert str(as_of(replace(tiny, sources={**tiny.sources, "gazette-2": undated}))) == "2020-05-01"
    assert as_of(replace(tiny, pairs={})) is None
