"""Changes between two folders that are written here by hand, told in three languages."""

from pathlib import Path

import pytest

from dashboard.catalogue.changes import both, changes_between, records_of
from dashboard.catalogue.schema import Changes, as_written
from dashboard.loading import CONFIG, load_all
from dashboard.text.changes import titles_as_written, told

TRANSLATORS = load_all(CONFIG).translators
LANGUAGES = list(TRANSLATORS)

OLD = """
agreements:
  - {id: pact, title: {en: Pact, ru: Договор, zh: 协定}, kind: memorandum, signed: '2016', sources: [a, b]}
  - {id: plan, title: {en: Plan, ru: План, zh: 计划}, kind: roadmap, sources: [a]}
projects:
  - {id: mill, title: {en: Mill, ru: Мельница, zh: 磨坊}, status: idea, sectors: [grain]}
  - {id: farm, title: {en: Farm, ru: Ферма, zh: 农场}, status: idea, sectors: [grain], date: '2020'}
  - {id: fair, title: {en: Fair, ru: Ярмарка, zh: 展会}, status: idea, sectors: [grain]}
"""
NEW = """
# The same pact in another order, with an empty list: no change. The farm has another text alone.
agreements:
  - sources: [b, a]
    sectors: []
    id: pact
    kind: memorandum
    signed: '2016'
    title: {en: Pact, ru: Договор, zh: 协定}
projects:
  - {id: farm, title: {en: 'The farm', ru: Ферма, zh: 农场}, status: idea, sectors: [grain], date: '2020'}
  - {id: mill, title: {en: Mill, ru: Мельница, zh: 磨坊}, status: agreed, sectors: [grain], date: '2021', sources: [b]}
  - {id: fair, title: {en: Fair, ru: Ярмарка, zh: 展会}, status: idea, sectors: [grain, trade]}
  - {id: port, title: {en: Port, ru: Порт, zh: 港口}, status: idea, sectors: [trade]}
"""
TOLD = {
    "en": [
        "1 record was added.",
        "  BY-MI_CN-CQ/port: Port",
        "2 records were changed.",
        "  BY-MI_CN-CQ/mill: Mill · Changed: status, dates and sources.",
        "  BY-MI_CN-CQ/fair: Fair · Changed: sectors.",
        "1 record was taken out.",
        "  BY-MI_CN-CQ/plan: Plan",
    ],
    "ru": [
        "Добавлена 1 запись.",
        "  BY-MI_CN-CQ/port: Порт",
        "Изменены 2 записи.",
        "  BY-MI_CN-CQ/mill: Мельница · Изменено: состояние, даты и источники.",
        "  BY-MI_CN-CQ/fair: Ярмарка · Изменено: отрасли.",
        "Исключена 1 запись.",
        "  BY-MI_CN-CQ/plan: План",
    ],
    "zh": [
        "新增1条记录。",
        "  BY-MI_CN-CQ/port: 港口",
        "修改2条记录。",
        "  BY-MI_CN-CQ/mill: 磨坊 · 变动内容：状态、日期、资料。",
        "  BY-MI_CN-CQ/fair: 展会 · 变动内容：领域。",
        "移除1条记录。",
        "  BY-MI_CN-CQ/plan: 计划",
    ],
}


def folder(root: Path, name: str, records: str) -> Path:
    (root / name / "relations").mkdir(parents=True)
    (root / name / "relations/BY-MI_CN-CQ.yaml").write_text(records, "utf-8")
    return root / name


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_folders_are_told_apart_in_every_language(tmp_path: Path, language: str) -> None:
    old, new = (records_of(folder(tmp_path, name, text)) for name, text in (("old", OLD), ("new", NEW)))
    changes = changes_between(old, new, LANGUAGES)
    assert changes
    assert told(changes, titles_as_written(new, language), TRANSLATORS[language]) == TOLD[language]
    assert as_written(changes)["removed"] == {"BY-MI_CN-CQ/plan": {"en": "Plan", "ru": "План", "zh": "计划"}}


def test_the_same_table_has_no_changes_and_a_first_one_is_opened(tmp_path: Path) -> None:
    records = records_of(folder(tmp_path, "one", OLD))
    assert changes_between(records, records, LANGUAGES) is None
    opened = changes_between({}, records, LANGUAGES)
    assert opened
    assert told(opened, {}, TRANSLATORS["en"]) == ["The table was opened with 5 records."]


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "Добавлена 1 запись."),
        (2, "Добавлены 2 записи."),
        (5, "Добавлено 5 записей."),
        (11, "Добавлено 11 записей."),
        (21, "Добавлена 21 запись."),
        (104, "Добавлены 104 записи."),
    ],
)
def test_russian_words_agree_with_the_number(n: int, said: str) -> None:
    assert TRANSLATORS["ru"]("changes.added", n=n) == said


T = {"en": "x", "ru": "x", "zh": "x"}


@pytest.mark.parametrize(
    ("first", "later", "whole"),
    [
        ({"added": ["X/a"]}, {"changed": {"X/a": ["dates"]}}, {"added": ["X/a"]}),
        ({"added": ["X/a"]}, {"removed": {"X/a": T}}, None),
        ({"removed": {"X/a": T}}, {"added": ["X/a", "X/b"]}, {"added": ["X/b"]}),
        (
            {"changed": {"X/a": ["dates"], "X/b": ["status"]}},
            {"changed": {"X/a": ["status", "dates"]}, "removed": {"X/b": T}},
            {"changed": {"X/a": ["status", "dates"]}, "removed": {"X/b": T}},
        ),
        ({"opened": 7}, {"added": ["X/a", "X/b"], "removed": {"X/c": T}}, {"opened": 8}),
    ],
)
def test_what_is_told_twice_of_a_day_is_told_once(first: dict, later: dict, whole: dict | None) -> None:
    found = both(Changes.model_construct(**first), Changes.model_construct(**later))
    assert (as_written(found) if found else None) == whole
