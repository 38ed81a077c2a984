"""Values derived from the records: closeness, since, lifetime, level, side."""

from datetime import date

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.model import Pair, closeness, lifetime, since

WORDS = {"en": "x", "fr": "x"}
COMMON = {"id": "x", "title": WORDS, "sources": ["gazette-1"]}


def dated(values):
    return {name: Edtf.parse(text) for name, text in values.items()}


def agreement(kind="memorandum", **values):
    return schema.Agreement.model_construct(**COMMON, kind=kind, **dated(values))


def project(**values):
    return schema.Project.model_construct(**COMMON, status="agreed", **dated(values))


def event(*participants):
    return schema.Event.model_construct(**COMMON, participants=list(participants))


def pair(*agreements, events=()):
    return Pair("XA-N_XB-E", "XA-N", "XB-E", agreements=agreements, events=tuple(events))


@pytest.mark.parametrize(
    ("found", "close"),
    [
        (pair(), "institutions"),
        (pair(events=[event("XA-N", "eastham")]), "institutions"),
        (pair(events=[event("XA-N", "XB-E", "eastham")]), "contacts"),
        (pair(agreement("letter_of_intent")), "contacts"),
        (pair(agreement("letter_of_intent"), agreement("memorandum")), "agreement"),
        (pair(agreement("memorandum"), agreement("twinning"), events=[event("XA-N", "XB-E")]), "twinned"),
    ],
)
def test_closeness_is_that_of_the_strongest_agreement_else_whether_they_met(tiny, found, close):
    assert closeness(found, tiny.kinds) == close


def test_closeness_of_each_pair(tiny):
    assert {key: pair.closeness for key, pair in tiny.pairs.items()} == {
        "XA-N_XB-E": "twinned",
        "XA-N_XB-W": "institutions",
        "XA-S_XB-W": "contacts",
        "XA_XB": None,
        "XA_XB-E": None,
    }


def test_since_is_the_earliest_signing(tiny):
    late, early = agreement("twinning", signed="2017-03"), agreement(signed="2016-11")
    assert since(pair(late, early), tiny.kinds) == Edtf.parse("2016-11")
    assert since(pair(late, early), tiny.kinds, "twinned") == Edtf.parse("2017-03")
    assert since(pair(late, early), tiny.kinds, "contacts") is None
    assert since(pair(agreement(valid="2015/2016")), tiny.kinds) is None
    assert since(pair(agreement(signed="../2016")), tiny.kinds) is None


def test_since_compares_days_and_not_texts(tiny):
    summer, july = agreement(signed="2017-22"), agreement(signed="2017-07")
    assert since(pair(july, summer), tiny.kinds) == Edtf.parse("2017-22")


@pytest.mark.parametrize(
    ("record", "days"),
    [
        (agreement(), (None, None)),
        (agreement(signed="2017-03"), (date(2017, 3, 1), None)),
        (agreement(valid="2018/2019"), (date(2018, 1, 1), date(2019, 12, 31))),
        (agreement(signed="2017-03", valid="2018/2019"), (date(2017, 3, 1), date(2019, 12, 31))),
        (agreement(signed="2017-03", valid="2017-03/.."), (date(2017, 3, 1), None)),
        (agreement(valid="../2019"), (None, date(2019, 12, 31))),
        (project(), (None, None)),
        (project(date="2024-08"), (date(2024, 8, 1), None)),
        (project(date="2024-08", period="2023/2025"), (date(2023, 1, 1), date(2025, 12, 31))),
    ],
)
def test_lifetime(record, days):
    assert lifetime(record) == days


def test_level_is_the_lower_of_the_ends(tiny):
    levels = {row.record.id: row.level for row in tiny.rows}
    assert levels["northport-eastham"] == "city"
    assert levels["northport-park"] == "zone"
    assert levels["university-works"] == "institution"
    assert levels["clinic"] == "region"  # under an agreement of the regions
    assert levels["depot"] == "institution"  # from the company that builds it
    assert levels["visit-2016"] == "region"


def test_where_a_party_lies(tiny):
    assert [tiny.side_of(key) for key in ("northport", "north-university", "east-works", "bland-lines", "XB-W")] == [
        "XA-N",
        "XA-N",
        "XB-E",
        "XB",
        "XB-W",
    ]
    assert [tiny.place_of(key) for key in ("northport", "north-university", "east-works", "XB-W")] == [
        "northport",
        "northport",
        None,
        None,
    ]
    assert tiny.names("east-works")["fr"] == "Usines de l’Est"
    with pytest.raises(KeyError, match="nowhere"):
        tiny.party("nowhere")


def test_a_record_as_it_is_written(tiny):
    depot, turnover = tiny.pairs["XA-N_XB-E"].projects[1], tiny.pairs["XA-N_XB-E"].indicators[0]
    assert schema.as_written(depot) == {
        "id": "depot",
        "title": {"en": "A depot", "fr": "Un dépôt"},
        "sectors": ["logistics"],
        "status": "agreed",
        "period": "2022/2023",
        "organisations": ["east-works"],
        "places": ["northport"],
        "sources": ["gazette-2"],
        "inferred": {"en": "The place is worked out", "fr": "Le lieu est déduit"},
    }
    assert schema.as_written(turnover)["with"] == "XB"
    assert repr(schema.as_written(turnover)["value"]) == "2000000000"


def test_titles_of_what_can_be_selected(tiny):
    assert tiny.title("XA-N_XB-E") == {"en": "Northland — Eastland", "fr": "Nordlande — Estlande"}
    assert tiny.title("XA-N") == {"en": "Northland", "fr": "Nordlande"}
    assert tiny.title("northport")["fr"] == "Portnord"


def test_cited_sources_stand_in_the_order_of_their_file(tiny):
    assert list(tiny.cited(row.record for row in tiny.rows)) == ["gazette-1", "gazette-2"]
    assert list(tiny.cited(tiny.pairs["XA-N_XB-W"].links)) == ["gazette-2"]
    assert tiny.cited([]) == {}
