"""The shipped table against facts taken by hand from its two sources."""

import re

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.loading import CONFIG

# Every pair of regions that the book names, with its closeness.
REGIONAL = {
    "BY-MI_CN-GD": "agreement",
    "BY-MI_CN-ZJ": "contacts",
    "BY-MI_CN-CQ": "twinned",
    "BY-VI_CN-HL": "twinned",
    "BY-VI_CN-JX": "agreement",
    "BY-VI_CN-SD": "agreement",
    "BY-BR_CN-LN": "twinned",
    "BY-BR_CN-SX": "twinned",
    "BY-BR_CN-AH": "twinned",
    "BY-BR_CN-HB": "twinned",
    "BY-MA_CN-HA": "contacts",
    "BY-MA_CN-JS": "contacts",
    "BY-MA_CN-HN": "contacts",
    "BY-MA_CN-SN": "agreement",
    "BY-MA_CN-TJ": "agreement",
    "BY-HO_CN-NM": "agreement",
    "BY-HO_CN-XJ": "agreement",
    "BY-HO_CN-SC": "agreement",
    "BY-HO_CN-JS": "agreement",
    "BY-HO_CN-HE": "agreement",
}


@pytest.fixture(scope="module")
def table() -> Catalogue:
    return load(CONFIG)


def test_a_publisher_has_one_name_in_each_language(table: Catalogue) -> None:
    names = {tuple(source.publisher.values()) for source in table.sources.values()}
    for language in table.atlas.languages:
        own = [publisher[list(table.atlas.languages).index(language)] for publisher in names]
        assert sorted(own) == sorted(set(own))
    assert {"en": "BelTA", "ru": "БЕЛТА", "zh": "白通社"} in [source.publisher for source in table.sources.values()]


def test_every_regional_pair_is_there_and_as_close_as_the_sources_say(table: Catalogue) -> None:
    found = {
        key: pair.closeness
        for key, pair in table.pairs.items()
        if pair.closeness not in (None, "institutions", "projects")
    }
    assert found == REGIONAL


def test_minsk_region_and_chongqing(table: Catalogue) -> None:
    pair = table.pairs["BY-MI_CN-CQ"]
    assert str(pair.bond.first_agreement) == "2002"
    assert str(pair.bond.since) == "2017-03"
    plan = next(agreement for agreement in pair.agreements if agreement.kind == "in_depth_plan")
    assert str(plan.signed) == "2024-08"


def test_the_six_city_pairs_of_vitebsk_region_and_shandong(table: Catalogue) -> None:
    ends = {(link.a, link.b) for link in table.pairs["BY-VI_CN-SD"].links}
    assert {
        ("vitebsk", "jinan"),
        ("novopolotsk", "weihai"),
        ("orsha", "qingdao"),
        ("polotsk", "dezhou"),
        ("glubokoe", "jining"),
        ("novopolotsk", "liaocheng"),
    } <= ends


def test_a_talk_is_no_agreement(table: Catalogue) -> None:
    """Zhlobin District and Baotou signed a document of intent, which does not make them twins."""
    (link,) = [link for link in table.pairs["BY-HO_CN-NM"].links if link.b == "baotou"]
    assert (link.a, link.kind, str(link.signed)) == ("zhlobin-district", "letter_of_intent", "2023-11")


def test_a_memorandum_of_understanding_is_one_in_every_language(table: Catalogue) -> None:
    records = [record for pair in table.pairs.values() for _, record in pair.records()]
    texts = [text for record in records for text in (record.title, record.summary, *record.aliases) if text]
    texts += [source.about for source in table.sources.values()]
    words = {"en": "of understanding", "ru": "о взаимопонимании", "zh": "谅解备忘录"}
    for text in texts:
        assert len({word in text[language] for language, word in words.items()}) == 1, text


def test_every_footnote_of_the_book_is_a_source(table: Catalogue) -> None:
    footnotes = [source.footnote for source in table.sources.values() if source.footnote]
    assert sorted(footnotes) == list(range(1, 99))


ABBREVIATION = re.compile(r"\b[A-ZА-ЯЁ][^\W\d_]*[A-ZА-ЯЁ]\b")
KNOWN = {"КНР", "PhD", "II", "VI", "XI"}
"""Abbreviations that every reader knows, and Roman numerals."""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_record_says_what_an_abbreviation_in_its_title_stands_for(table: Catalogue, language: str) -> None:
    unsaid = [
        (pair.key, record.id, short)
        for pair in table.pairs.values()
        for _, record in pair.records()
        for short in ABBREVIATION.findall(record.title[language])
        if short not in KNOWN and not explained(short, record, table, language)
    ]
    assert unsaid == []


def explained(short: str, record: schema.Record, table: Catalogue, language: str) -> bool:
    """Tell whether a record has the words of an abbreviation, or names an organisation that is known by it."""
    parties = [table.organisations[key].names for key in table.organisations if f"'{key}'" in str(record.model_dump())]
    texts = [text[language] for text in (record.title, record.summary, *parties) if text]
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", " ".join(texts)) if len(word) > 3).casefold()
    named = any(short in party[language] for party in parties) or f"({short})" in " ".join(texts)
    return named or "".join(filter(str.isupper, short)).casefold() in initials
