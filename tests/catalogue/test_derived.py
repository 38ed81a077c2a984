"""Values derived from the records: closeness, since, lifetime, level, side."""

from datetime import date

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.pair import Bond, Pair, bond_of, closeness, lifetime, since

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


def link(**values):
    return schema.Link.model_construct(**COMMON, kind="partnership", **dated(values))


def pair(*agreements, events=(), links=(), projects=()):
    lists = {"events": tuple(events), "links": tuple(links), "projects": tuple(projects)}
    return Pair("XA-N_XB-E", "XA-N", "XB-E", agreements=agreements, **lists)


@pytest.mark.parametrize(
    ("found", "close"),
    [
        (pair(), None),
        (pair(events=[event("XA-N", "eastham")]), None),
        (pair(projects=[project()], events=[event("XA-N", "eastham")]), "projects"),
        (pair(projects=[project()], links=[link()]), "institutions"),
        (pair(links=[link()], events=[event("XA-N", "XB-E", "eastham")]), "contacts"),
        (pair(agreement("letter_of_intent")), "contacts"),
        (pair(agreement("letter_of_intent"), agreement("memorandum")), "agreement"),
        (pair(agreement("memorandum"), agreement("twinning"), events=[event("XA-N", "XB-E")]), "twinned"),
    ],
)
def test_closeness_is_that_of_the_strongest_agreement_else_of_what_there_is(tiny, found, close):
    assert closeness(found, tiny.kinds) == close


TWINS = pair(agreement(signed="2002", valid="2002/2015"), agreement("twinning", signed="2017-03"), links=[link()])
LAPSED = pair(agreement(signed="2002", valid="2002/2015-06"), projects=[project(period="2010/2011")])
UNDATED = pair(agreement("twinning"), agreement("memorandum", signed="2005"))


@pytest.mark.parametrize(
    ("found", "years"),
    [
        (TWINS, {2001: "institutions", 2002: "agreement", 2015: "agreement", 2016: "institutions", 2017: "twinned"}),
        (LAPSED, {2001: None, 2002: "agreement", 2014: "agreement", 2015: None}),
        (UNDATED, {1990: "twinned", 2020: "twinned"}),
        (pair(agreement("letter_of_intent", signed="2012")), {2011: None, 2012: "contacts"}),
        (pair(projects=[project(period="2010/2011")]), {2009: None, 2010: "projects", 2012: None}),
        (pair(links=[link(valid="../2019")]), {2000: "institutions", 2019: "institutions", 2020: None}),
    ],
)
def test_closeness_at_the_end_of_a_year_is_that_of_what_was_in_force(tiny, found, years):
    assert {year: closeness(found, tiny.kinds, date(year, 12, 31)) for year in years} == years


def test_a_bond_has_the_dates_that_were_known_then(tiny):
    assert bond_of(TWINS, tiny.kinds, date(2016, 12, 31)) == Bond(
        "institutions", None, Edtf.parse("2002"), Edtf.parse("2002")
    )
    assert bond_of(TWINS, tiny.kinds) == Bond("twinned", Edtf.parse("2017-03"), Edtf.parse("2002"), Edtf.parse("2002"))
    assert bond_of(UNDATED, tiny.kinds).since is None


def test_a_whole_country_has_no_closeness(tiny):
    assert tiny.pairs["XA_XB-E"].bond == Bond(None, None, None, None)


def test_closeness_of_each_pair(tiny):
    assert {key: pair.closeness for key, pair in tiny.pairs.items()} == {
        "XA-N_XB-E": "twinned",
        "XA-N_XB-W": "institutions",
        "XA-S_XB-W": "contacts",
        "XA_XB": None,
        "XA_XB-E": None,
    }


def test_since_is_the_earliest_date_of_a_closeness(tiny):
    late, early = agreement("twinning", signed="2017-03"), agreement(signed="2016-11")
    assert since(pair(late, early), tiny.kinds, ["twinned", "agreement"]) == Edtf.parse("2016-11")
    assert since(pair(late, early), tiny.kinds, ["twinned"]) == Edtf.parse("2017-03")
    assert since(pair(late, early), tiny.kinds, ["contacts"]) is None
    assert since(pair(agreement(valid="2015/2016")), tiny.kinds, ["agreement"]) == Edtf.parse("2015/2016")
    assert since(pair(agreement(signed="../2016")), tiny.kinds, ["agreement"]) is None


def test_since_compares_days_and_not_texts(tiny):
    summer, july = agreement(signed="2017-22"), agreement(signed="2017-07")
    assert since(pair(july, summer), tiny.kinds, ["agreement"]) == Edtf.parse("2017-22")


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
    assert tiny.title("XA-N_XB-E") == {"en": "Northland – Eastland", "fr": "Nordlande – Estlande"}
    assert tiny.title("XA-N") == {"en": "Northland", "fr": "Nordlande"}
    assert tiny.title("northport")["fr"] == "Portnord"


def test_cited_sources_stand_in_the_order_of_their_file(tiny):
    assert list(tiny.cited(row.record for row in tiny.rows)) == ["gazette-1", "gazette-2"]
    assert list(tiny.cited(tiny.pairs["XA-N_XB-W"].links)) == ["gazette-2"]
    assert tiny.cited([]) == {}
