"""Summaries of dossiers of the shipped table, in every language, against sentences written by hand."""

import re
from typing import Any

import pytest

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.sector import sector_of
from dashboard.loading import CONFIG, load_all
from dashboard.text.narrative import narrative, sector_narrative
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
LANGUAGES = list(CATALOGUE.atlas.languages)


def told(key: str, language: str, wanted: Filter | None = None) -> tuple[str, ...]:
    found = dossier_of(select(CATALOGUE, wanted or Filter()), key)
    sentences = narrative(found, Phrases(CATALOGUE, LOADED.translators[language]))
    return tuple(sentence.replace("\u00a0", " ") for sentence in sentences)


OPENINGS = {
    "BY-MI_CN-CQ": {
        "en": "Minsk Region and Chongqing have been linked by agreement since 2002 and twinned since March 2017.",
        "ru": "Минская область и Чунцин связаны соглашением с 2002 г., а с марта 2017 г. — побратимы.",
        "zh": "明斯克州与重庆自2002年起签有协议，并于2017年3月结好。",
    },
    "BY-BR_CN-SX": {
        "en": "Brest Region and Shanxi are twinned; the sources give no date.",
        "ru": "Брестская область и Шаньси — побратимы; дата в источниках не указана.",
        "zh": "布列斯特州与山西已结好，资料未注明时间。",
    },
    "BY-MA_CN-HA": {
        "en": "Mogilev Region and Henan are in contact; no agreement between them is on record.",
        "ru": "Могилёвская область и Хэнань поддерживают контакты; соглашений между ними в атласе нет.",
        "zh": "莫吉廖夫州与河南有往来，未见双方签有协议的记录。",
    },
    "BY-HM_CN-SN": {
        "en": "Minsk and Shaanxi are linked only below the regional level: "
        "no agreement between the regions themselves is on record.",
        "ru": "Минск и Шэньси связаны только через города и организации: "
        "соглашений между самими регионами в атласе нет.",
        "zh": "明斯克市与陕西仅在省州级以下有联系，未见两地之间签有协议的记录。",
    },
}


@pytest.mark.parametrize("key", OPENINGS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_sentence_says_how_close_two_regions_are(key: str, language: str) -> None:
    assert told(key, language)[0] == OPENINGS[key][language]


def test_projects_are_told_by_sector_and_stage_with_the_numbers_of_the_table() -> None:
    projects = CATALOGUE.pairs["BY-MI_CN-CQ"].projects
    medicine = sum("medicine" in project.sectors for project in projects)
    assert medicine == max(sum(key in project.sectors for project in projects) for key in CATALOGUE.sectors)
    sentence = next(each for each in told("BY-MI_CN-CQ", "en") if "projects" in each)
    assert sentence.startswith(f"There are {len(projects)} projects, mainly in health")
    stages = [CATALOGUE.kinds.statuses[project.status].stage for project in projects]
    assert stages.count("agreed") == 8
    assert "eight are agreed" in sentence


def test_a_unit_names_its_partners_by_closeness() -> None:
    assert told("CN-CQ", "en")[0] == (
        "Chongqing has recorded ties with two regions of Belarus: "
        "it is twinned with Minsk Region and linked only below the regional level with Minsk."
    )
    assert told("CN-CQ", "ru")[0] == (
        "Чунцин — связи с 2 регионами (Беларусь): "
        "побратим — Минская область; только через города и организации — Минск."
    )
    assert told("CN-CQ", "zh")[0] == (
        "重庆与白俄罗斯2个地区有合作记录：与明斯克州结好，与明斯克市仅在省州级以下有联系。"
    )


def told_of_sector(key: str, language: str, **asked: Any) -> tuple[str, ...]:
    view = select(CATALOGUE, Filter(sectors=frozenset({key}), **asked))
    sentences = sector_narrative(sector_of(view, key), Phrases(CATALOGUE, LOADED.translators[language]))
    return tuple(sentence.replace("\u00a0", " ") for sentence in sentences)


SPORT = {
    "en": (
        "There are four records on sport.",
        "One pair of regions is involved: Vitebsk Region – Jiangxi.",
        "There is one agreement, “Cooperation agreement between Vitebsk Region and Jiangxi” (October 2022).",
    ),
    "ru": (
        "По отрасли «спорт» в атласе 4 записи.",
        "Одна пара регионов: Витебская область — Цзянси.",
        "Одно соглашение — «Соглашение о сотрудничестве Витебской области и Цзянси» (октябрь 2022 г.).",
    ),
    "zh": (
        "体育领域有4条记录。",
        "涉及1对地区：维捷布斯克州—江西。",
        "协议1份：“维捷布斯克州与江西省合作协议”（2022年10月）。",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sector_tells_who_takes_part_and_names_the_first_only_once(language: str) -> None:
    assert told_of_sector("sport", language)[:3] == SPORT[language]


def test_a_sector_names_the_pair_with_the_most_records_and_what_came_first() -> None:
    """Of the records on tourism, three are on Minsk Region and Chongqing, one each on two other pairs of regions."""
    assert told_of_sector("tourism", "en")[1:3] == (
        "They involve three pairs of regions; Minsk Region – Chongqing has the most records (3).",
        "The earliest dated agreement or event is "
        "“Cooperation agreement between Vitebsk Region and Jiangxi” (October 2022).",
    )
    assert told_of_sector("textile", "en")[1] == "They involve two pairs of regions."  # two records each


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sector_has_a_whole_story(language: str) -> None:
    for key in CATALOGUE.sectors:
        for sentence in told_of_sector(key, language):
            assert sentence.endswith("。" if language == "zh" else "."), (key, sentence)
            assert not re.search(r"[{}]|\.\.|  |None", sentence), (key, sentence)
    assert told_of_sector("sport", language, text="zeppelin") == (LOADED.translators[language]("story.nothing"),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_left_under_the_filter_is_said(language: str) -> None:
    sentences = told("BY-MI_CN-CQ", language, Filter(text="zeppelin"))
    assert sentences == (OPENINGS["BY-MI_CN-CQ"][language], LOADED.translators[language]("story.nothing"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_selected_has_a_whole_story(language: str) -> None:
    for key in CATALOGUE.keys:
        for sentence in told(key, language):
            assert sentence.endswith("。" if language == "zh" else "."), (key, sentence)
            assert not re.search(r"[{}]|\.\.|  |None", sentence), (key, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_closeness_stage_and_level_has_its_pattern(language: str) -> None:
    words, kinds = LOADED.translators[language].words["story"], CATALOGUE.kinds
    assert set(words["pair"]) >= set(kinds.closeness) <= set(words["partners"])
    assert set(words["stages"]) >= set(kinds.stages)
    assert set(words["levels"]) >= set(kinds.levels)


def test_a_vocabulary_without_patterns_is_told_by_its_names() -> None:
    """An editor may add a closeness or a stage before anyone has written patterns for it."""
    english = LOADED.translators["en"]
    patterns = english.words["story"] | {"pair": {}, "partners": {}, "stages": {}, "levels": {}}
    words = Phrases(CATALOGUE, Translator("en", {**english.words, "story": patterns}))
    found = dossier_of(select(CATALOGUE, Filter()), "BY-MI_CN-CQ")
    sentences = narrative(found, words)
    assert sentences[0] == "Minsk Region and Chongqing: Twinned."
    assert any("(agreed)" in sentence for sentence in sentences)
