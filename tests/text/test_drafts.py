"""Drafts of languages on the tiny atlas: Belarusian, which falls back to French, and Arabic, to English."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.borrowed import bare, borrowed, capitalised, in_html, isolated, lender, pieces
from dashboard.catalogue.dates import Edtf
from dashboard.catalogue.languages import is_mirrored, script_of
from dashboard.catalogue.problems import BrokenTable, report
from dashboard.catalogue.yamlfile import YamlFile
from dashboard.cli import main
from dashboard.html.render import environment
from dashboard.loading import Snapshot, load_all
from dashboard.text.glyphs import check_glyphs, has_fonts
from dashboard.text.translator import translators

LANGUAGES = "languages: {en: English, fr: Français}"
DRAFTS = "languages: {en: English, fr: Français, be: Беларуская, ar: العربية}\ndrafts: {be: fr, ar: }"
BELARUSIAN = "locale: be_BY\ntitle: Атлас\n"
ARABIC = """\
locale: ar
count:
  pairs: {zero: لا, one: زوج, two: زوجان, few: '{n} أزواج', many: '{n} زوجا', other: '{n} زوج'}
"""


@pytest.fixture
def drafts(config: Path, edit: Callable[[str, str, str], None]) -> Path:
    """The tiny atlas with two drafts: a title and a name in Belarusian, and one plural in Arabic."""
    edit("atlas.yaml", LANGUAGES, DRAFTS)
    edit("units/XA.yaml", "fr: Nordlande}", "fr: Nordlande, be: Паўночная}")
    (config / "i18n/be.yaml").write_text(BELARUSIAN, encoding="utf-8")
    (config / "i18n/ar.yaml").write_text(ARABIC, encoding="utf-8")
    return config


@pytest.fixture
def loaded(drafts: Path) -> Snapshot:
    return load_all(drafts)


def test_a_draft_has_its_own_texts_and_borrows_the_others(loaded: Snapshot) -> None:
    be, units = loaded.translators["be"], loaded.catalogue.units
    assert be("title") == "Атлас"
    assert be("count.pairs", n=21) == borrowed("21 pairs", "fr")  # in Belarusian, 21 takes the form for one
    assert be.name(units["XA-N"]) == "Паўночная"
    assert be.name(units["XA-S"]) == borrowed("Sudlande", "fr")
    assert loaded.translators["ar"].name(units["XA-S"]) == borrowed("Southland", "en")  # names none, so the first
    assert loaded.translators["ar"]("count.pairs", n=11) == "11 زوجا"


def test_files_have_the_borrowed_texts_without_marks_and_columns_of_other_languages_without_them(
    loaded: Snapshot,
) -> None:
    plain = loaded.translators["be"].for_files
    assert (plain("count.pairs", n=1), plain.name(loaded.catalogue.units["XA-S"])) == ("1 pair", "Sudlande")
    assert schema.as_written(loaded.catalogue.units["XA-S"])["names"] == {"en": "Southland", "fr": "Sudlande"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Regions & more", '<p title="Regions &amp; more">{}Regions &amp; more</bdi></p>'),
        (", ", '<p title=", ">, </p>'),  # has no letter, so it is of every language
        ("{n} · {all:d}", '<p title="{{n}} · {{all:d}}">{{n}} · {{all:d}}</p>'),
    ],
)
def test_a_borrowed_text_in_a_page_has_its_language_and_none_in_an_attribute(text: str, shown: str) -> None:
    template = environment().from_string('<p title="{{ text }}">{{ text }}</p>')
    begin = '<bdi class="borrowed" lang="en" dir="ltr">'
    assert template.render(text=borrowed(text, "en")) == shown.format(begin)


def test_sentences_and_names_within_them_are_one_text_and_pictures_hold_none() -> None:
    inner = borrowed("Minsk", "en")
    html = f"{borrowed(f'On {inner}.', 'en')} {borrowed('On all.', 'en')}<svg><text>{inner}</text></svg>"
    begin = '<bdi class="borrowed" lang="en" dir="ltr">'
    assert in_html(html) == f"{begin}On Minsk. On all.</bdi><svg><text>Minsk</text></svg>"
    assert in_html(f"{isolated('Minsk')}\u2069{borrowed('שלום', 'he')}") == (
        '\u2068Minsk\u2069<bdi class="borrowed" lang="he" dir="rtl">שלום</bdi>'
    )


def test_a_document_has_a_run_for_each_language() -> None:
    inner = borrowed("Minsk", "en")
    text = f"Пра {borrowed(f'regions of {inner}.', 'en')} {isolated('два')}"
    assert pieces(text) == [("Пра ", ""), ("regions of Minsk.", "en"), (" два", "")]


def test_marks() -> None:
    text = borrowed("two regions", "en")
    assert (lender(text), bare(text), bare(capitalised(text))) == ("en", "two regions", "Two regions")
    assert lender("two regions") is None


def test_what_is_known_of_languages() -> None:
    assert [code for code in ("en", "be", "zh", "ar", "fa", "he", "ur") if is_mirrored(code)] == [
        "ar",
        "fa",
        "he",
        "ur",
    ]
    assert [script_of(code) for code in ("be", "zh", "he")] == ["Cyrl", "Hans", "Hebr"]
    assert [has_fonts(code) for code in ("be", "zh", "he")] == [True, True, False]


def test_values_in_a_sentence_from_right_to_left_are_set_apart(loaded: Snapshot) -> None:
    ar, be = loaded.translators["ar"], loaded.translators["be"]
    assert ar.vformat("{a}، {n}", (), {"a": "Minsk", "n": 2500}) == "\u2068Minsk\u2069، 2,500"
    assert be.vformat("{a}", (), {"a": "Minsk"}) == "Minsk"


def test_of_a_range_of_years_the_first_stays_on_the_left() -> None:
    english = {"locale": "en", "date": {"range": {"year": {"first": "y–", "last": "y"}}}}
    files = {code: YamlFile(code, content, {}) for code, content in (("en", english), ("ar", {"locale": "ar"}))}
    made, when = translators(files, {"ar": "en"}), Edtf.parse("2023/2025")
    assert (made["en"].date(when), made["ar"].date(when)) == ("2023–2025", "\u20682023–2025\u2069")
    assert made["ar"].for_files.date(when) == "2023–2025"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("i18n/be.yaml", "title: Атлас", "title: 'Атлас {n}'", "this text has {n}, which no other language has"),
        ("i18n/be.yaml", "be_BY", "en", "'en' is not a locale of the language 'be'"),
        ("atlas.yaml", "be: fr", "be: ar", "'be' needs a language that is no draft itself to fall back to"),
        ("atlas.yaml", "be: fr", "be: fr, de: fr", "the draft 'de' is not among the languages"),
    ],
)
def test_what_a_draft_has_is_checked_like_all_else(drafts: Path, file: str, old: str, new: str, said: str) -> None:
    path = drafts / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenTable) as broken:
        load_all(drafts)
    assert said in "\n".join(report(broken.value.problems))


def test_check_tells_how_far_a_language_is(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--config", str(drafts), "--language", "be"]) == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert lines[lines.index("i18n/be.yaml: 1 of 2") + 1] == "  count.pairs"
    assert lines[lines.index("units/XA.yaml: 1 of 2") + 1] == "  3: XA-S.names"
    assert main(["check", "--config", str(drafts), "--language", "xx"]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == ["the atlas has no language 'xx', only en, fr, be, ar"]


def test_a_language_without_fonts_is_drawn_in_those_of_the_visitor(drafts: Path) -> None:
    assert check_glyphs(drafts) == ([], [])
