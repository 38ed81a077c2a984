"""From agreement to outcome, counted by hand on the tiny atlas.

Its agreements: a memorandum of 2016, ended in 2018, and a twinning of 2017, both of Northland and Eastland; a
memorandum of the whole country with Eastland. Its projects: a clinic that operates under the twinning, an agreed depot
and the idea of a ferry, both under nothing.
"""

import pytest

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.outcomes import expired, harvest_of

CLINIC = "status: operating\n    date: '2021-06'\n    agreement: twinning-2017"


def told(found):
    return {
        each.pair.key: [(outcome.row.record.id, outcome.stages, outcome.barren) for outcome in each.agreements]
        for each in found.pairs
    }


def numbers(found):
    return found.agreements, found.fruitful, found.done, found.loose


def test_each_agreement_has_its_projects_by_stage_and_the_newest_comes_first(tiny):
    found = harvest_of(select(tiny, Filter()))
    assert told(found) == {
        "XA-N_XB-E": [("twinning-2017", {"operation": 1}, False), ("memorandum-2016", {}, True)],
        "XA_XB-E": [("memorandum-2023", {}, True)],
    }
    assert numbers(found) == (3, 1, 1, 0)
    assert found.most == 1


def test_what_operates_under_no_document_is_named_also_of_a_pair_without_an_agreement(config, edit):
    edit("relations/XA-N_XB-E.yaml", CLINIC, CLINIC.partition("\n    agreement")[0])
    path = config / "relations/XA-S_XB-W.yaml"
    project = """projects:
  - id: canteen
    title: {en: A canteen, fr: Une cantine}
    sectors: [medicine]
    status: operating
    sources: [gazette-2]
"""
    path.write_text(path.read_text(encoding="utf-8") + project, encoding="utf-8")
    found = harvest_of(select(load(config), Filter()))
    assert numbers(found) == (3, 0, 2, 2)
    loose = {each.pair.key: [row.record.id for row in each.loose] for each in found.pairs}
    assert loose == {"XA-N_XB-E": ["clinic"], "XA-S_XB-W": ["canteen"], "XA_XB-E": []}
    assert told(found)["XA-S_XB-W"] == []


def test_a_project_under_a_tie_of_cities_rests_on_a_document(config, edit):
    edit("relations/XA-N_XB-E.yaml", CLINIC, CLINIC.replace("twinning-2017", "northport-eastham"))
    assert numbers(harvest_of(select(load(config), Filter()))) == (3, 0, 1, 0)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        # No agreement is at a stage, but the twinning has a project that is.
        (Filter(stages=frozenset({"operation"})), {"XA-N_XB-E": [("twinning-2017", {"operation": 1}, False)]}),
        # The twinning is about logistics too, but its clinic is not; what the filter hides is not barren.
        (Filter(sectors=frozenset({"logistics"})), {"XA-N_XB-E": [("twinning-2017", {}, False)]}),
        # A project has no kind, so it is asked for through its agreement.
        (Filter(kinds=frozenset({"twinning"})), {"XA-N_XB-E": [("twinning-2017", {"operation": 1}, False)]}),
        (Filter(text="zeppelin"), {}),
    ],
)
def test_the_filter_is_followed(tiny, wanted, expected):
    assert told(harvest_of(select(tiny, wanted))) == expected


def test_only_what_was_valid_until_a_day_before_the_date_of_the_table_is_expired(tiny):
    agreements = {each.id: each for pair in tiny.pairs.values() for each in pair.agreements}
    for day, over in (("2025-06", {"memorandum-2016", "memorandum-2023"}), ("2017-06", set())):
        assert {key for key, each in agreements.items() if expired(each, Edtf.parse(day))} == over
    assert not any(expired(each, None) for each in agreements.values()), "a table without a source has no date"
