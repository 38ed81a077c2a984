"""The shipped stories: every one in every language, for every region and pair."""

import gzip
import json
import re
import shutil
from urllib.parse import parse_qs

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.fields import Context
from dashboard.catalogue.load import load
from dashboard.catalogue.yamlfile import read
from dashboard.loading import CONFIG, load_all
from dashboard.published.stories import stories
from dashboard.state import from_query, to_query
from dashboard.stories.render import rendered
from dashboard.text.phrases import Phrases

LOADED = load_all(CONFIG)
CATALOGUE = LOADED.catalogue
LANGUAGES = list(CATALOGUE.atlas.languages)
LONGEST = {"en": 90, "ru": 90, "zh": 40}
MOST_BYTES = 150_000


def published(language):
    return stories(CATALOGUE, LOADED.translators[language])["stories"]


def steps(language):
    for story in published(language):
        yield from ((story["id"], step) for step in story["steps"])
        for subject, told in story.get("subjects", {}).items():
            yield from ((f"{story['id']} {subject}", step) for step in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_filled_and_every_caption_short(language):
    for where, step in steps(language):
        said = (step["caption"], step["text"], step["notes"], *(each["value"] for each in step.get("figures", ())))
        assert not re.search(r"[{}]|None|\bT\b", " ".join(said)), (where, said)
        assert 0 < len(step["caption"]) <= LONGEST[language], (where, step["caption"])
        assert re.search(r"[.。”»]$", step["notes"]), (where, step["notes"])
        assert not re.search(r"\.\.|。。|  ", step["notes"]), (where, step["notes"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_a_story_without_a_variable_is_told(language):
    told = {story["id"]: len(story["steps"]) for story in published(language)}
    assert told == {key: 0 if story.variable else len(story.steps) for key, story in CATALOGUE.stories.items()}
    assert told["partnership"] == 10, "its title says so"


def test_every_pair_of_regions_and_every_region_with_records_has_its_story():
    (story,) = (each for each in published("en") if each["variable"])
    regional = {key for key, pair in CATALOGUE.pairs.items() if pair.regional}
    units = {side for pair in CATALOGUE.pairs.values() for side in pair.sides if side in CATALOGUE.units}
    assert story["subjects"].keys() == regional | units
    assert all(story["subjects"].values())


def test_every_view_is_an_address_that_opens_it():
    for where, step in steps("en"):
        query = parse_qs(step["query"])
        state = from_query(query, "en", CATALOGUE)
        assert to_query(state) == {"lang": ["en"], **query}, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_small(language):
    assert len(gzip.compress(json.dumps(published(language), ensure_ascii=False).encode())) < MOST_BYTES


def test_captions_say_what_the_table_holds():
    """Numbers read off the page of Insights and the tables of the page Data."""
    captions = [step["caption"] for story in published("en") for step in story["steps"]]
    assert "6 pairs are twinned: no partnership is closer" in captions
    assert "162 projects: 23 under way or completed, 52 agreed, 87 ideas or talks" in captions
    assert "The gaps: 11 Chinese regions have no tie on record" in captions
    russian = [step["caption"] for story in published("ru") for step in story["steps"]]
    assert "Побратимы — 6 пар регионов: это самая тесная связь" in russian
    assert "Минская область и Чунцин: 4 соглашения, 16 проектов" in russian


def test_a_changed_record_changes_the_caption(tmp_path):
    """One project less in the table, one less in the caption."""
    config = shutil.copytree(CONFIG, tmp_path / "config")
    file = config / "relations/BY-MI_CN-CQ.yaml"
    text = file.read_text(encoding="utf-8")
    cut = re.sub(r"  - id: in-depth-reagents\n(?:(?!  - id: ).*\n)*?(?=  - id: )", "", text, count=1)
    assert cut != text
    file.write_text(cut, encoding="utf-8")
    words = Phrases(load(config), LOADED.translators["ru"])
    assert "Минская область и Чунцин: 4 соглашения, 15 проектов" in [
        step.caption for step in rendered(words.catalogue.stories["partnership"], words)
    ]


def test_the_template_can_be_told():
    groups = ("sectors", "units", "places", "organisations", "sources", "pairs")
    known = {name: getattr(CATALOGUE, name) for name in groups}
    known |= {name: getattr(CATALOGUE.kinds, name) for name in type(CATALOGUE.kinds).model_fields}
    known |= {"countries": CATALOGUE.atlas.countries, "records": CATALOGUE.numbers}
    raw = read(CONFIG / "templates/story.yaml", "templates/story.yaml").content
    story = schema.Story.model_validate(raw, context=Context(LANGUAGES, known))
    for t in LOADED.translators.values():
        (step,) = rendered(story, Phrases(CATALOGUE, t))
        assert step.figures
        assert step.quotation
        assert step.query == "selected=BY-MI_CN-CQ&sectors=medicine&years=2012-2024"
