"""Texts of the interface: missing ones, and ones that cannot be filled in, reported by file, line and key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.catalogue.problems import BrokenTable, report
from dashboard.loading import load_all

ENGLISH = """\
locale: en
nav: {map: Map, data: Data}
says: '{n} of {all} by {name}'
year: In {year:d}
count:
  pairs: {one: '{n} pair', other: '{n} pairs'}
currencies: {USD: '${n}'}
date:
  inflected: {year: y, month: MMMM y, day: d MMMM y}
  range: {year: {first: y–, last: y}}
numbers: {plain: '#,##0.###', large: long, from: '1000000'}
quotes: “”‘’
"""
FRENCH = """\
locale: fr
nav: {map: Carte, data: Données}
says: '{n} sur {all} par {name}'
year: En {year:d}
count:
  pairs: {one: '{n} paire', other: '{n} paires'}
currencies: {USD: '{n} dollars'}
date:
  inflected: {year: y, month: MMMM y, day: d MMMM y}
  range: {year: {first: y–, last: y}}
numbers: {plain: '#,##0.###', large: long, from: '1000000'}
quotes: «»“”
figures: {words: {years: {one: '{n} an', other: '{n} ans'}}, takes: {about: words}}
"""


@pytest.fixture
def words(config: Path) -> Callable[[str, str], list[str]]:
    """Load the tiny atlas with these texts and one change to the French ones."""

    def problems(old: str, new: str) -> list[str]:
        assert FRENCH.count(old) == 1
        (config / "i18n/en.yaml").write_text(ENGLISH, encoding="utf-8")
        (config / "i18n/fr.yaml").write_text(FRENCH.replace(old, new), encoding="utf-8")
        try:
            load_all(config)
        except BrokenTable as broken:
            return [str(problem) for problem in broken.problems]
        return []

    return problems


MISTAKES = [
    (
        "{name}'",
        "{nom}'",
        "3: says: this text lacks {name}, which the other languages have and has {nom}",
    ),
    ("{name}'", "X'", "3: says: this text lacks {name}, which the other languages have"),
    ("{year:d}", "{year}", "4: year: this text lacks {year:d}, which the other languages have and has {year}, which"),
    ("{name}'", "{name'", "3: says: '{n} sur {all} par {name' has an unmatched brace"),
    ("{name}'", "name}'", "3: says: '{n} sur {all} par name}' has an unmatched brace"),
    ("{name}'", "{name.x}'", "3: says: '{n} sur {all} par {name.x}' has a placeholder that is not a plain name"),
    ("{name}'", "{name[0]}'", "3: says: '{n} sur {all} par {name[0]}' has a placeholder that is not a plain name"),
    ("{name}'", "{0}'", "3: says: '{n} sur {all} par {0}' has a placeholder that is not a plain name"),
    ("{name}'", "{}'", "3: says: '{n} sur {all} par {}' has a placeholder that is not a plain name"),
    ("{name}'", "{name!r}'", "3: says: '{n} sur {all} par {name!r}' has a placeholder that is not a plain name"),
    ("{name}'", "{name:>99}'", "3: says: '{n} sur {all} par {name:>99}' has a placeholder that is not a plain name"),
    ("one: '{n} paire', ", "", "6: count.pairs: the plural form 'one' is missing, which 'fr' uses for 0"),
    (", other: '{n} paires'", "", "6: count.pairs: the plural form 'other' is missing, which 'fr' uses for 2"),
    ("one: '{n} paire'", "uno: '{n} paire'", "6: count.pairs.uno: 'fr' has no plural form 'uno'"),
    ("one: '{n} paire'", "few: '{n} paire', one: '{n} paire'", "6: count.pairs.few: 'fr' has no plural form 'few'"),
    ("one: '{n} paire'", "one: 7", "6: count.pairs.one: expected a text, found the number 7"),
    ("map: Carte", "map: [Carte]", "2: nav.map: expected a text, found a list"),
    ("map: Carte", "map: null", "2: nav.map: expected a text, found nothing"),
    ("map: Carte", "map: {}", "2: nav.map: expected a text, found a mapping"),
    ("locale: fr\n", "locale: qq\n", "1: locale: expected a locale such as 'fr', found 'qq'"),
    ("locale: fr\n", "locale: de\n", "1: locale: 'de' is not a locale of the language 'fr'"),
    ("locale: fr\n", "locale: 7\n", "1: locale: expected a locale such as 'fr', found the number 7"),
    ("'{n} dollars'", "dollars", "7: currencies.USD: 'dollars' needs '{n}' exactly once, and no other placeholder"),
    ("USD:", "UDS:", "7: currencies.UDS: 'UDS' is not an ISO 4217 currency code, such as USD"),
    ("day: d MMMM y", "day: d 'de' MMMM", "9: date.inflected.day: 'd 'de' MMMM' is not a date pattern with"),
    ("year: y,", "year: année y,", "9: date.inflected.year: 'année y' is not a date pattern with y"),
    ("first: y–", "first: M–", "10: date.range.year.last: 'M–' and 'y' is not a date pattern with y; put 'words'"),
    ("large: long", "large: wide", "11: numbers.large: expected long or short, found 'wide'"),
    ("from: '1000000'", "from: million", "11: numbers.from: expected a whole number, found 'million'"),
    ("'#,##0.###'", "'#,###'", "11: numbers.plain: expected a CLDR number pattern, such as '#,##0.###', found '#,###'"),
    ("«»“”", "«»", "12: quotes: expected four marks: outer left and right, inner left and right, found '«»'"),
    ("one: '{n} an'", "one: un an", "13: figures.words.years.one: 'un an' needs '{n}' exactly once, and no other"),
    (
        "about: words",
        "about: word",
        "13: figures.takes.about: 'word' is no group of words in 'figures'; did you mean 'words'?",
    ),
    (
        "data: Données",
        "dato: Données",
        "2: nav: no text for 'nav.data', which i18n/en.yaml has; did you mean 'nav.dato'?",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_a_mistake_in_a_language(words: Callable[[str, str], list[str]], old: str, new: str, message: str) -> None:
    told = [line for line in words(old, new) if line.startswith("i18n/fr.yaml")]
    assert any(line.startswith(f"i18n/fr.yaml:{message}") for line in told), told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{n} sur {all} par {name}", "{name} : {n} ({all})"),
        ("one: '{n} paire'", "one: 'une paire'"),
        ("map: Carte", "map: ''"),
        ("map: Carte", "map: '{{Carte}}'"),
        ("other: '{n} paires'", "other: '{n} paires', many: '{n} de paires'"),
        ("day: d MMMM y", "day: d 'du mois de' MMMM y"),
        ("locale: fr\n", "locale: fr_CA\n"),
        ("one: '{n} an'", "'=2': deux ans, one: '{n} an'"),
        ("figures: {words: {years: {one: '{n} an', other: '{n} ans'}}, takes: {about: words}}\n", ""),
    ],
)
def test_what_a_language_may_do(words: Callable[[str, str], list[str]], old: str, new: str) -> None:
    assert words(old, new) == []


def test_missing_texts_are_counted_by_section(words: Callable[[str, str], list[str]]) -> None:
    assert words("nav: {map: Carte, data: Données}\n", "") == [
        "i18n/fr.yaml:1: nav: 2 texts are missing that i18n/en.yaml has: nav.data, nav.map"
    ]


def test_a_new_language_is_told_of_at_once_and_in_few_lines(config: Path) -> None:
    """A translator gets one short list for table, map and texts."""
    atlas = config / "atlas.yaml"
    text = atlas.read_text(encoding="utf-8").replace("fr: Français}", "fr: Français, de: Deutsch}")
    atlas.write_text(text, encoding="utf-8")
    (config / "i18n/de.yaml").write_text("locale: de\n", encoding="utf-8")
    places = config / "places.yaml"
    places.write_text(places.read_text(encoding="utf-8").replace("lat: 15\n", "lat: 5\n"), encoding="utf-8")
    with pytest.raises(BrokenTable) as broken:
        load_all(config)
    lines = report(broken.value.problems)
    assert "i18n/de.yaml:1: no text for 'title', which i18n/en.yaml has" in lines
    assert "i18n/de.yaml:1: count: no text for 'count.pairs', which i18n/en.yaml has" in lines
    more = "(and 1 more like it in this file, down to line 3)"
    assert f"sectors.yaml:2: medicine.names: no text in language 'de' {more}" in lines
    files = {problem.file for problem in broken.value.problems}
    assert len(files) == 14
    assert len(lines) == len(files) + 1


def test_table_map_and_words_are_told_together(config: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("relations/XA-N_XB-E.yaml", "status: operating", "status: operates")
    edit("places.yaml", "lat: 15\n", "lat: 5\n")
    edit("i18n/fr.yaml", "title: Atlas\n", "")
    with pytest.raises(BrokenTable) as broken:
        load_all(config)
    assert [str(problem).split(":")[0] for problem in broken.value.problems] == [
        "i18n/fr.yaml",
        "places.yaml",
        "relations/XA-N_XB-E.yaml",
    ]
