"""Readable tables of the tiny atlas, and a text for every column of the shipped one."""

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.yamlfile import read
from dashboard.exports.readable import COLUMNS, DATES, ENDING, LINKS, PAIR, readable
from dashboard.loading import CONFIG
from dashboard.text.phrases import Phrases
from dashboard.text.terms import name_of
from dashboard.text.translator import Translator


@pytest.fixture
def words(tiny):
    between = {"items": {"between": ", "}, "citation": ", ", "titles": "; "}
    texts = {"locale": "fr", "currencies": {}, "date": {"undated": "sans date", "year": "{year:d}"}, "list": between}
    return Phrases(tiny, Translator("fr", texts))


def rows(table):
    return [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]


def test_every_table_has_its_rows(tiny, words):
    view = select(tiny, Filter())
    assert {name: len(readable(view, name, words).rows) for name in COLUMNS} == {
        "agreements": 3,
        "contacts": 0,
        "links": 4,
        "projects": 3,
        "indicators": 1,
        "events": 2,
        "pairs": 5,
        "places": 5,
        "organisations": 3,
        "sources": 3,
    }


def test_a_source_is_cited_with_its_own_title_and_translated_names(words):
    assert words.cite("unused-book") == "A. Plume, Les mots, Le livre des liens, Presse, 1999"
    assert words.cite("gazette-1") == "Gazette, 1 mai 2020"


def test_a_record_in_one_language(tiny, words):
    clinic, depot, _ = rows(readable(select(tiny, Filter()), "projects", words))
    assert clinic["side_a"] == "Nordlande"
    assert clinic["title"] == "Une clinique"
    assert clinic["status"] == "En service"
    assert clinic["date"] == "2021-06", "EDTF, so that it sorts"
    assert clinic["agreement"] == "Jumelage"
    assert clinic["amounts"] == "environ 31 millions USD · 2,5 t par mois"
    assert clinic["sources"] == "La Gazette, 2024"
    assert clinic["url"] is None
    assert depot["organisations"] == "Usines de l’Est"
    assert depot["inferred"] == "Le lieu est déduit"


def test_other_records(tiny, words):
    view = select(tiny, Filter())
    memorandum, *_ = rows(readable(view, "agreements", words))
    assert memorandum["url"] == "https://example.org/1"
    (turnover,) = rows(readable(view, "indicators", words))
    assert (turnover["of"], turnover["with"], turnover["value"]) == ("Nordlande", "Blande", 2_000_000_000)
    freight = rows(readable(view, "links", words))[-1]
    assert (freight["a"], freight["b"], freight["with"]) == (
        "Université de Portnord",
        "Lignes de Blande",
        "Usines de l’Est",
    )
    visit = rows(readable(view, "events", words))[0]
    assert (visit["place"], visit["signed_there"]) == ("Hamest", "Mémorandum")


def test_entries_count_the_records_that_name_them(tiny, words):
    places = {place["name"]: place["records"] for place in rows(readable(select(tiny, Filter()), "places", words))}
    assert places == {"Portnord": 3, "Portsud": 1, "Hamest": 2, "Hamouest": 0, "Parc Ouest": 1}
    sources = rows(readable(select(tiny, Filter()), "sources", words))
    assert [(source["number"], source["records"]) for source in sources] == [(1, 4), (2, 10), (3, 0)]


def test_under_a_filter_only_what_is_named_is_left(tiny, words):
    view = select(tiny, Filter(levels=frozenset({"zone"})))
    assert [place["name"] for place in rows(readable(view, "places", words))] == ["Portnord", "Parc Ouest"]
    assert [source["number"] for source in rows(readable(view, "sources", words))] == [2]
    assert [pair["side_b"] for pair in rows(readable(view, "pairs", words))] == ["Ouestlande"]


@pytest.mark.parametrize("name", schema.RECORD_KINDS)
def test_no_field_of_a_record_is_forgotten(name):
    renamed = {"signed": "signed_there"} if name == "events" else {}
    within = {"id", "series", "currency", "unit", "qualifier"}
    fields = {renamed.get(field, field) for field in schema.writable(schema.RECORD_KINDS[name])} - within
    assert fields <= set(COLUMNS[name])
    assert set(COLUMNS[name]) - fields <= {*PAIR, *ENDING, "figure"}


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_every_column_has_a_name(language):
    t = Translator(language, read(CONFIG / f"i18n/{language}.yaml", language).content)
    columns = {column for table in COLUMNS.values() for column in table}
    assert all(name_of(column, "data.columns", t) for column in columns)
    assert all(name_of(table, "data.tables", t) for table in COLUMNS)
    assert columns >= DATES | LINKS
