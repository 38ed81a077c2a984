"""Templates that editors copy: complete, valid under the shipped vocabularies, and not part of the atlas."""

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.load import ENTRY_FILES, load
from dashboard.catalogue.problems import BrokenTable
from dashboard.catalogue.yamlfile import read
from dashboard.loading import CONFIG

KINDS = schema.RECORD_KINDS | {name: ENTRY_FILES[name] for name in ("places", "organisations", "sources")}
ALTERNATIVES = {"place", "unit", "currency"}


@pytest.mark.parametrize("name", KINDS)
def test_a_template_shows_every_field(name):
    file = read(CONFIG / f"templates/{name.removesuffix('s')}.yaml", name)
    records = file.content[name] if name in schema.RECORD_KINDS else file.content.values()
    shown = {field for record in records for field in record}
    missing = set(schema.writable(KINDS[name])) - shown
    text = (CONFIG / f"templates/{name.removesuffix('s')}.yaml").read_text(encoding="utf-8")
    assert all(f"`{field}:" in text if field in ALTERNATIVES else f"# {field}:" in text for field in missing)


def test_the_template_of_a_story_shows_every_field():
    file = read(CONFIG / "templates/story.yaml", "story")
    (step,) = file.content["steps"]
    values = {field for value in step["values"].values() for field in value}
    text = (CONFIG / "templates/story.yaml").read_text(encoding="utf-8")
    view = step["view"] | file.content["cover"]
    for model, shown in ((schema.Story, file.content), (schema.Step, step), (schema.StepView, view)):
        for field in set(schema.writable(model)) - set(shown):
            assert f"# {field}:" in text or f", {field}" in text, field
    of_values = set(schema.writable(schema.Value)) - set(schema.writable(schema.Conditions)) - values
    assert of_values == {"country", "last", "most"}  # the table must have more for them than a first record
    assert all(f"{field}: " in text or f"`{field}`" in text for field in of_values)


def test_there_is_one_for_each_kind():
    assert {path.stem for path in (CONFIG / "templates").iterdir()} == {
        "story",
        *(name.removesuffix("s") for name in KINDS),
    }


def test_a_mistake_in_a_template_is_told(config):
    (config / "templates").mkdir()
    project = "{id: x, title: {en: X, fr: X}, sectors: [medicin], status: idea, sources: [gazette-1]}"
    (config / "templates/project.yaml").write_text(f"projects:\n  - {project}\n", encoding="utf-8")
    (config / "templates/place.yaml").write_text("x: {kind: city}\n", encoding="utf-8")
    with pytest.raises(BrokenTable) as broken:
        load(config)
    assert [str(problem) for problem in broken.value.problems if "sectors" in problem.field] == [
        "templates/project.yaml:2: projects.x.sectors.0: unknown sector 'medicin'; did you mean 'medicine'?"
    ]
    assert {problem.file for problem in broken.value.problems} == {"templates/project.yaml", "templates/place.yaml"}


def test_templates_are_no_part_of_the_atlas(config, tiny):
    (config / "templates").mkdir()
    (config / "templates/place.yaml").write_text(
        "nowhere: {kind: city, unit: XA-N, lon: 1, lat: 11, names: {en: N, fr: N}}\n", encoding="utf-8"
    )
    assert load(config).places.keys() == tiny.places.keys()
