"""Summaries of dossiers of the shipped table, in every language, against sentences written by hand."""

import re

import pytest

from dashboard.catalogue.dossier import dossier_of
from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.text.narrative import narrative
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
LANGUAGES = list(CATALOGUE.atlas.languages)


def told(key: str, language: str, wanted: Filter | None = None) -> tuple[str, ...]:
    found = dossier_of(select(CATALOGUE, wanted or Filter()), key)
    return narrative(found, Phrases(CATALOGUE, LOADED.translators[language]))


OPENINGS = {
    "BY-MI_CN-CQ": {
        "en": "Minsk Region and Chongqing have been linked by agreement since 2002 and twinned since March 2017.",
        "ru": "Минская область и Чунцин связаны соглашениями с 2002 года, а с марта 2017 года — побратимы.",
        "zh": "明斯克州与重庆于2002年签署首份协议，2017年3月结为友好地区。",
    },
    "BY-BR_CN-SX": {
        "en": "Brest Region and Shanxi are twinned; the sources give no date.",
        "ru": "Брестская область и Шаньси — побратимы; с какого времени, источники не сообщают.",
        "zh": "布列斯特州与山西为友好地区；出处未载明始于何时。",
    },
    "BY-MA_CN-HA": {
        "en": "Mogilev Region and Henan are in contact; no agreement between them is on record.",
        "ru": "Могилёвская область и Хэнань поддерживают контакты; соглашений между ними в атласе нет.",
        "zh": "莫吉廖夫州与河南有往来；未见双方协议的记录。",
    },
    "BY-HM_CN-SN": {
        "en": "Minsk and Shaanxi are linked only below the regional level: "
        "no agreement between the regions themselves is on record.",
        "ru": "Минск и Шэньси связаны лишь ниже регионального уровня: соглашений между самими регионами в атласе нет.",
        "zh": "明斯克与陕西仅在地区以下层面有联系：未见两地之间协议的记录。",
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
    assert sentence.startswith(f"{len(projects)} projects are on record, mainly in medicine")
    stages = [CATALOGUE.kinds.statuses[project.status].stage for project in projects]
    assert f"{stages.count('agreed')} are agreed" in sentence


def test_a_unit_names_its_partners_by_closeness() -> None:
    sentences = told("CN-CQ", "en")
    assert sentences[0] == "Chongqing has recorded ties with 2 regions of Belarus."
    assert sentences[1] == "It is twinned with Minsk Region."
    assert "Побратимы: Минская область." in told("CN-CQ", "ru")


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
    assert set(words["pair"]) == set(words["partners"]) == set(kinds.closeness)
    assert set(words["stages"]) == set(kinds.stages)
    assert set(words["levels"]) == set(kinds.levels)


def test_a_vocabulary_without_patterns_is_told_by_its_names() -> None:
    """An editor may add a closeness or a stage before anyone has written patterns for it."""
    english = LOADED.translators["en"]
    patterns = english.words["story"] | {"pair": {}, "partners": {}, "stages": {}, "levels": {}}
    words = Phrases(CATALOGUE, Translator("en", {**english.words, "story": patterns}))
    found = dossier_of(select(CATALOGUE, Filter()), "BY-MI_CN-CQ")
    sentences = narrative(found, words)
    assert sentences[0] == "Minsk Region and Chongqing: Twinned."
    assert any("Agreed (" in sentence for sentence in sentences)


def test_russian_millions_agree_with_their_number() -> None:
    russian = LOADED.translators["ru"]
    assert russian.money(280000000.0, "USD").split() == ["280", "миллионов", "долл.", "США"]
    assert russian.money(1250000000.0, "USD").split() == ["1,25", "миллиарда", "долл.", "США"]
