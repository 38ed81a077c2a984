"""Dossiers of the tiny atlas: their records, groups and order."""

from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.dossier import dossier_of, dossier_of_all
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.pair import Bond


def ids(rows):
    return [row.record.id for row in rows]


def groups(grouped):
    return {key: ids(rows) for key, rows in grouped}


def test_pair(tiny):
    found = dossier_of(select(tiny, Filter()), "XA-N_XB-E")
    assert found.bond == Bond(
        "twinned",
        since=Edtf.parse("2017-03"),
        first_agreement=Edtf.parse("2016-11"),
        first_contact=Edtf.parse("2016-11"),
    )
    assert ids(found.agreements) == ["twinning-2017", "memorandum-2016"]
    assert list(groups(found.projects).items()) == [
        ("operating", ["clinic"]),
        ("agreed", ["depot"]),
        ("idea", ["ferry"]),
    ]
    assert list(groups(found.links).items()) == [("city", ["northport-eastham"]), ("institution", ["university-works"])]
    assert groups(found.indicators) == {"turnover": ["turnover-2022"]}
    assert ids(found.events) == ["visit-2016"]
    assert found.counts == {"agreements": 2, "contacts": 0, "links": 2, "projects": 3, "indicators": 1, "events": 1}
    assert (found.hidden, found.partners) == (0, ())
    assert found.sources == ("gazette-1", "gazette-2")


def test_filtered_pair_counts_what_is_hidden(tiny):
    found = dossier_of(select(tiny, Filter(sectors=frozenset({"medicine"}))), "XA-N_XB-E")
    assert ids(found.agreements) == ["twinning-2017"]
    assert groups(found.projects) == {"operating": ["clinic"]}
    assert str(found.bond.since) == "2017-03"
    assert found.hidden == 7


def test_pair_of_which_nothing_is_left(tiny):
    found = dossier_of(select(tiny, Filter(text="zeppelin")), "XA-N_XB-W")
    assert (found.closeness, found.counts["links"], found.hidden, found.sources) == ("institutions", 0, 1, ())


def test_unit(tiny):
    found = dossier_of(select(tiny, Filter()), "XA-N")
    assert [(partner.other, partner.count) for partner in found.partners] == [("XB-E", 9), ("XB-W", 1)]
    assert groups(found.links) == {
        "city": ["northport-eastham"],
        "zone": ["northport-park"],
        "institution": ["university-works"],
    }
    assert found.bond == Bond()


def test_unit_of_the_second_country(tiny):
    found = dossier_of(select(tiny, Filter()), "XB-E")
    assert [(partner.other, partner.count) for partner in found.partners] == [("XA-N", 9), ("XA", 1)]


def test_place_has_its_own_ties_and_those_of_its_organisations(tiny):
    found = dossier_of(select(tiny, Filter()), "northport")
    assert groups(found.links) == {
        "city": ["northport-eastham"],
        "zone": ["northport-park"],
        "institution": ["works-lines", "university-works"],  # dated before undated
    }
    assert groups(found.projects) == {"agreed": ["depot"]}
    assert [(partner.other, partner.count) for partner in found.partners] == [("XB-E", 3), ("XB-W", 1), ("XB", 1)]


def test_place_of_the_second_country(tiny):
    found = dossier_of(select(tiny, Filter()), "eastham")
    assert (ids(found.events), groups(found.links)) == (["visit-2016"], {"city": ["northport-eastham"]})
    assert [(partner.other, partner.count) for partner in found.partners] == [("XA-N", 2)]


def test_signings_that_no_event_tells_of_stand_between_the_events(tiny, config, edit):
    found = dossier_of(select(tiny, Filter()), "XA-N_XB-E")
    assert ids(found.calendar) == ["northport-eastham", "twinning-2017", "visit-2016"]  # the memorandum: at the visit
    assert (ids(found.events), found.counts["events"]) == (["visit-2016"], 1)
    assert ids(dossier_of(select(tiny, Filter()), "XA-N").calendar) == ["visit-2016"], "only a pair has signings"
    edit("relations/XA-N_XB-E.yaml", "    signed: [memorandum-2016]\n", "")
    found = dossier_of(select(load(config), Filter()), "XA-N_XB-E")
    assert ids(found.calendar) == ["northport-eastham", "twinning-2017", "visit-2016", "memorandum-2016"]


def test_the_whole_table_has_a_dossier_of_all_that_passes_the_filter(tiny):
    found = dossier_of_all(select(tiny, Filter(sectors=frozenset({"medicine"}))))
    assert (found.subject, found.key, found.partners, found.hidden) == ("whole", "", (), 10)
    assert ids(found.rows) == ["twinning-2017", "memorandum-2023", "clinic"]
