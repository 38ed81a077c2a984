"""Problems of stories, each with the line that an editor has to correct."""

import pytest

from dashboard.catalogue.load import examine
from dashboard.catalogue.yamlfile import read
from dashboard.stories.check import check_stories

STORY = """\
title: {en: Twins, fr: Jumelles}
about: {en: Who is twinned., fr: Qui est jumelé.}
rank: 1
steps:
  - view: {selected: XA-N_XB-E, sectors: [logistics]}
    values:
      n: {count: projects}
    caption:
      en: '{a} and {b}: {n} {n:project|projects}'
      fr: '{a} et {b} : {n} {n:projet|projets}'
"""
SUBJECT = (
    STORY.replace("selected: XA-N_XB-E, ", "")
    .replace("rank: 1", "rank: 1\nvariable: subject")
    .replace("  - view", "  - subject: pair\n    view")
)


def problems(config, text=STORY):
    (config / "stories").mkdir(exist_ok=True)
    (config / "stories/twins.yaml").write_text(text, encoding="utf-8")
    catalogue, found = examine(config)
    files = {key: read(config / f"stories/{key}.yaml", f"stories/{key}.yaml") for key in catalogue.stories}
    return [str(problem) for problem in (*found, *check_stories(catalogue, files, whole=not found))]


@pytest.mark.parametrize("text", [STORY, SUBJECT])
def test_a_sound_story_has_none(config, text):
    assert problems(config, text) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("selected: XA-N_XB-E", "selected: XA-N_XB-F", "5: steps.0.view.selected: unknown pair, unit or place "
         "'XA-N_XB-F'; did you mean 'XA-N_XB-W'?"),
        ("sectors: [logistics]", "sectors: [logistic]", "5: steps.0.view.sectors.0: unknown sector 'logistic'; did you "
         "mean 'logistics'?"),
        ("view: {sel", "view: {layout: facin, sel", "5: steps.0.view.layout: 'facin' is not 'facing', 'geographic' or "
         "'ranked'; did you mean 'facing'?"),
        ("XA-N_XB-E, sectors", "XA-S_XB-W, sectors", "5: steps.0.view: no record is shown here; loosen a condition"),
        ("fr: '{a} et {b} : {n} {n:projet|projets}'", "de: '{a} {b} {n}'", "8: steps.0.caption: no text in language "
         "'fr'; unknown language 'de'"),
        ("en: '{a}", "en: '{aa}", "9: steps.0.caption.en: unknown value '{aa}'; did you mean 'a'?"),
        ("project|projects", "project", "9: steps.0.caption.en: 'project' is no way to write a value"),
        ("project|projects", "a|b|c", "9: steps.0.caption.en: 'en' needs 2 forms of a word (one, other), "
         "'{n:a|b|c}' has 3"),
        ("{n} {n:project|projects}'\n      fr", "3 projects, {n}'\n      fr", "9: steps.0.caption.en: the number 3 is "
         "written by hand; make it a value, so that it follows the table"),
        ("'{a} and", "'{a and", "9: steps.0.caption.en: unmatched brace; write '{{' or '}}' for a plain one"),
        ("count: projects}", "count: projects}\n      m: {count: pairs}", "8: steps.0.values.m: no text or figure "
         "names the value 'm'"),
        ("count: projects", "count: projects, most: pairs", "7: steps.0.values.n: exactly one of 'count', 'most', "
         "'first', 'last' and 'record' is needed, found count and most"),
        ("count: projects", "count: project", "7: steps.0.values.n.count: 'project' is not"),
        ("count: projects", "record: XA-N_XB-E/depo", "7: steps.0.values.n.record: unknown record 'XA-N_XB-E/depo'; "
         "did you mean 'XA-N_XB-E/depot'?"),
        ("count: projects", "record: XA-N_XB-E/depot", "7: steps.0.values.n: '{n:project|projects}' does not fit what "
         "'n' stands for"),
        ("count: projects", "most: pairs", "7: steps.0.values.n: the table has no single one for the value 'n'"),
        ("count: projects", "count: projects, country: XA", "7: steps.0.values.n.country: only 'units', 'tied' and "
         "'untied' are counted by country"),
        ("  - view", "  - subject: pair\n    view", "5: steps.0.subject: only steps of a story with"),
        ("rank: 1", "rank: 1\nvariable: subject", "6: steps.0.view.selected: the variable of the story is what its "
         "views select; remove this"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_line_with_the_nearest_name(config, old, new, message):
    assert STORY.count(old) == 1
    found = problems(config, STORY.replace(old, new))
    assert any(each.startswith(f"stories/twins.yaml:{message}") for each in found), found


def test_all_problems_are_told_at_once(config):
    text = STORY.replace("{a} and", "{x} and 3").replace("{a} et", "{y} et")
    assert len(problems(config, text)) == 3


def test_a_variable_that_fits_nothing_is_told(config):
    assert problems(config, SUBJECT.replace("sectors: [logistics]", "kinds: [letter_of_intent]")) == [
        "stories/twins.yaml:7: steps.0.view: no record is shown here; loosen a condition"
    ]


def test_a_broken_record_is_not_blamed_on_the_story(config, edit):
    edit("relations/XA-N_XB-E.yaml", "status: idea", "status: ideal")
    edit("relations/XA-N_XB-E.yaml", "status: agreed", "status: agree")
    found = problems(config)
    assert found
    assert not any(each.startswith("stories/") for each in found)
