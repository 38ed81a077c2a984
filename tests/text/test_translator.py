"""Numbers and dates in words, written down by hand in each language of the shipped atlas."""

import pytest

from dashboard.catalogue.dates import Edtf
from dashboard.loading import CONFIG, load_all

TRANSLATORS = load_all(CONFIG).translators

DATES = [
    ("2017", "2017", "2017 г.", "2017年"),
    ("2017-03", "March 2017", "март 2017 г.", "2017年3月"),
    ("2017-03-05", "5 March 2017", "5 марта 2017 г.", "2017年3月5日"),
    ("2024-22", "summer 2024", "лето 2024 г.", "2024年夏"),
    ("2023/2025", "2023–2025", "2023–2025 гг.", "2023—2025年"),
    ("2023-01/2023-06", "January–June 2023", "январь — июнь 2023 г.", "2023年1—6月"),
    ("2022-12/2023-02", "December 2022 – February 2023", "декабрь 2022 г. — февраль 2023 г.", "2022年12月—2023年2月"),
    ("2017-03-05/2017-03-07", "5–7 March 2017", "5–7 марта 2017 г.", "2017年3月5—7日"),
    (
        "2017-03-30/2017-04-02",
        "30 March 2017 – 2 April 2017",
        "30 марта 2017 г. — 2 апреля 2017 г.",
        "2017年3月30日—2017年4月2日",
    ),
    ("2023-03/2026", "March 2023 – 2026", "март 2023 г. — 2026 г.", "2023年3月—2026年"),
    ("2017-03/..", "since March 2017", "с марта 2017 г.", "2017年3月起"),
    ("../2019", "until 2019", "по 2019 г.", "至2019年"),
    ("2017~", "about 2017", "около 2017 г.", "约2017年"),
    ("2017-03~", "about March 2017", "около марта 2017 г.", "约2017年3月"),
    ("2017?", "2017 (uncertain)", "2017 г. (предположительно)", "2017年（存疑）"),
    ("2017%", "about 2017 (uncertain)", "около 2017 г. (предположительно)", "约2017年（存疑）"),
    ("2017~/2019", "about 2017 – 2019", "около 2017 г. — 2019 г.", "约2017年—2019年"),
]
AFTER_SINCE = [
    ("2017", "2017", "2017 г.", "2017年"),
    ("2017-03", "March 2017", "марта 2017 г.", "2017年3月"),
    ("2017-03-05", "5 March 2017", "5 марта 2017 г.", "2017年3月5日"),
    ("2024-22", "summer 2024", "лета 2024 г.", "2024年夏"),
    ("2023/2025", "2023", "2023 г.", "2023年"),
    ("2017~", "about 2017", "примерно 2017 г.", "2017年前后"),
    ("2017?", "2017 (uncertain)", "2017 г. (предположительно)", "2017年（存疑）"),
    ("2017%", "about 2017 (uncertain)", "примерно 2017 г. (предположительно)", "2017年前后（存疑）"),
]
LISTS = [
    (["a"], "a", "a", "a"),
    (["a", "b"], "a and b", "a и b", "a、b"),
    (["a", "b", "c"], "a, b and c", "a, b и c", "a、b、c"),
    (["a", "b and b", "c"], "a, b and b, and c", "a, b and b и c", "a、b and b、c"),
    (["a", "b и b"], "a and b и b", "a, b и b", "a、b и b"),
]
QUOTED = [
    ("A plan", "“A plan”", "«A plan»", "“A plan”"),
    ("The “A” plan", "“The ‘A’ plan”", "«The “A” plan»", "“The ‘A’ plan”"),
    ("План «А»", "“План «А»”", "«План „А“»", "“План «А»”"),
]


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize(("text", "en", "ru", "zh"), DATES)
def test_a_date_by_itself(text: str, en: str, ru: str, zh: str) -> None:
    told = {language: plain(t.date(Edtf.parse(text))) for language, t in TRANSLATORS.items()}
    assert told == {"en": en, "ru": ru, "zh": zh}


@pytest.mark.parametrize(("text", "en", "ru", "zh"), AFTER_SINCE)
def test_a_date_after_since(text: str, en: str, ru: str, zh: str) -> None:
    start = Edtf.parse(text).start
    assert start
    told = {language: plain(t.inflected(start)) for language, t in TRANSLATORS.items()}
    assert told == {"en": en, "ru": ru, "zh": zh}


@pytest.mark.parametrize(("items", "en", "ru", "zh"), LISTS)
def test_an_enumeration(items: list[str], en: str, ru: str, zh: str) -> None:
    assert {language: t.listed(items) for language, t in TRANSLATORS.items()} == {"en": en, "ru": ru, "zh": zh}


@pytest.mark.parametrize(("text", "en", "ru", "zh"), QUOTED)
def test_a_title_in_quotation_marks(text: str, en: str, ru: str, zh: str) -> None:
    assert {language: t.quoted(text) for language, t in TRANSLATORS.items()} == {"en": en, "ru": ru, "zh": zh}


def test_a_missing_date() -> None:
    assert {language: t.date(None) for language, t in TRANSLATORS.items()} == {
        "en": "undated",
        "ru": "без даты",
        "zh": "日期不详",
    }


def test_a_number_has_separators_and_a_year_has_none() -> None:
    english = TRANSLATORS["en"]
    assert english("count.records", n=2017) == "2,017 records"
    assert english("date.summer", year=2017) == "summer 2017"


def test_a_language_spells_small_numbers_out_within_a_sentence() -> None:
    told = {n: TRANSLATORS["en"]("story.projects", n=n) for n in (0, 1, 9, 10)}
    assert told == {0: "0 projects", 1: "one project", 9: "nine projects", 10: "10 projects"}
