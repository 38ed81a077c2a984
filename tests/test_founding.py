"""A new atlas of two countries: its folder is whole, valid and served as it stands."""

from pathlib import Path
from typing import Any

import pytest
import shapely
import yaml

from dashboard import cli
from dashboard.catalogue.borrowed import bare, borrowed
from dashboard.founding.atlas import Plan, found_atlas, refuse
from dashboard.founding.names import Refused
from dashboard.loading import load_all
from dashboard.map.layouts import layouts
from dashboard.state import LAYOUTS
from dashboard.stories.render import rendered
from dashboard.text.phrases import Phrases
from geodata.build import build
from geodata.units import Row, Rule, find_units, shipped_rules, told


def row(code: str, admin0: str, x: float, y: float, **facts: Any) -> Row:
    facts = {"iso_a2": code[:2], "adm0_a3": admin0, "iso_3166_2": code, "type_en": "Canton", **facts}
    return Row(code, admin0, facts, shapely.box(x, y, x + 1, y + 1))


@pytest.fixture
def rows() -> list[Row]:
    """Two cantons of CH, one named in Russian; two rows that BE's rule makes one region; a row of another country."""
    return [
        row("CH-ZH", "CHE", 8, 47, name_en="Zurich", name_fr="Zurich", name_ru="Цюрих", wikidataid="Q11943"),
        row("CH-BE", "CHE", 7, 47, name_en="Bern", name_fr="Berne"),
        row("BE-VWV", "BEL", 3, 50, geonunit="Flemish Region", type_en="Province"),
        row("BE-VOV", "BEL", 4, 50, geonunit="Flemish Region", type_en="Province"),
        row("BE-BRU", "BEL", 4, 49, geonunit="Brussels Capital Region", name_en="Brussels"),
        row("FR-59", "FRA", 3, 49),
    ]


def test_the_folder_is_a_valid_atlas_with_every_unit_named(rows: list[Row], tmp_path: Path) -> None:
    said = found_atlas(tmp_path / "new", Plan(("CH", "BE"), ("fr", "ru", "en")), rows)
    snapshot = load_all(tmp_path / "new")
    catalogue = snapshot.catalogue
    assert list(snapshot.translators) == ["fr", "ru", "en"]
    assert list(catalogue.units) == ["CH-BE", "CH-ZH", "BE-BRU", "BE-VLG"]
    assert catalogue.units["CH-ZH"].names == {"fr": "Zurich", "ru": "Цюрих", "en": "Zurich"}
    assert catalogue.units["CH-ZH"].wikidata == "Q11943"
    assert catalogue.units["BE-VLG"].names["en"] == "Flanders"
    assert catalogue.atlas.countries["BE"].names == {"fr": "Belgique", "ru": "Бельгия", "en": "Belgium"}
    assert catalogue.atlas.title["ru"] == "Швейцария — Бельгия"
    assert all(unit.seat is None for unit in catalogue.units.values())
    assert (tmp_path / "new/units/CH.yaml").read_text("utf-8").count("# seat: not in the source") == 2
    assert "  merged: BE-VLG: of 2 rows, by `units.dissolve`" in said
    assert "  guessed: CH-BE: no name in 'ru' in the source, which has one of another language" in said
    assert any(line.startswith("fr: the interface is in the words of 'en' until i18n/fr.yaml is") for line in said)
    assert not catalogue.rows
    for name in LAYOUTS:
        assert set(layouts(catalogue, name)[0].units) == set(catalogue.units)


def test_a_rule_in_atlas_yaml_makes_other_units(rows: list[Row], tmp_path: Path, capsys: Any) -> None:
    folder, source = tmp_path / "new", tmp_path / "source.json"
    found_atlas(folder, Plan(("CH", "BE"), ("en",)), rows)
    atlas = yaml.safe_load((folder / "atlas.yaml").read_text("utf-8"))
    atlas["countries"]["BE"]["units"] = {"exclude": ["BE-BRU"], "rename": {"BE-VOV": "BE-X1"}}
    (folder / "atlas.yaml").write_text(yaml.safe_dump(atlas, allow_unicode=True), "utf-8")
    source.write_text("{}", "utf-8")
    assert cli.main(["--config", str(folder), "geodata", "--source", str(source)]) == 1, "it is another file"
    assert "its checksum differs" in capsys.readouterr().out
    assert list(build(folder, rows)["BE"].shapes) == ["BE-VWV", "BE-X1"]
    assert cli.main(["--config", str(folder), "check"]) == 1
    assert "BE-X1 has geometry but no name in units/BE.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("countries", "languages", "message"),
    [
        (("CH", "BEL"), ("en",), "the ISO 3166-1 code 'BEL'; did you mean 'BE'"),
        (("CH", "FX"), ("en",), "the ISO 3166-1 code 'FX'; did you mean 'FR'"),
        (("CH", "ZZ"), ("en",), "the ISO 3166-1 code 'ZZ'$"),
        (("CH", "CH"), ("en",), "CH is named twice"),
        (("CH", "BE"), ("en", "xx"), "there is no language 'xx'"),
        (("CH", "BE"), ("en", ""), "there is no language ''"),
        (("CH", "BE"), ("en", "fr", "en"), "the language 'en' is named twice"),
    ],
)
def test_what_cannot_be_founded_is_refused_in_a_sentence(
    rows: list[Row], tmp_path: Path, countries: tuple[str, str], languages: tuple[str, ...], message: str
) -> None:
    with pytest.raises(Refused, match=message):
        found_atlas(tmp_path / "new", Plan(countries, languages), rows)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_left_alone(rows: list[Row], tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(Refused, match="is not empty"):
        found_atlas(tmp_path, Plan(("CH", "BE"), ("en",)), rows)
    with pytest.raises(Refused, match="is a file"):
        refuse(tmp_path / "mine.txt", Plan(("CH", "BE"), ("en",)))


@pytest.fixture
def source(rows: list[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geodata.fetch.source_bytes", lambda _: b"")
    monkeypatch.setattr("geodata.units.read_rows", lambda _: rows)


@pytest.mark.usefixtures("source")
def test_codes_in_small_letters_and_spaces_after_commas_are_understood(tmp_path: Path, capsys: Any) -> None:
    folder = tmp_path / "new"
    assert cli.main(["init", str(folder), "--countries", "ch", "Be", "--languages", "en, fr"]) == 0
    assert list(load_all(folder).catalogue.atlas.countries) == ["CH", "BE"]
    assert "relations/CH-BE_BE-BRU.yaml" in capsys.readouterr().out


def test_without_source_and_network_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert cli.main(["init", str(tmp_path / "new"), "--countries", "CH", "BE"]) == 1
    assert "name the file with --source" in capsys.readouterr().out
    assert cli.main(["init", str(tmp_path / "new"), "--countries", "CH", "BE", "--source", str(tmp_path / "no")]) == 1
    assert capsys.readouterr().out == f"{tmp_path / 'no'} does not exist\n"
    assert not (tmp_path / "new").exists()


def test_an_editor_s_first_mistake_is_named_alone(rows: list[Row], tmp_path: Path, capsys: Any) -> None:
    found_atlas(tmp_path / "new", Plan(("CH", "BE"), ("en",)), rows)
    folder = tmp_path / "new"
    with (folder / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write((folder / "templates/source.yaml").read_text("utf-8"))
    agreement = (folder / "templates/agreement.yaml").read_text("utf-8").replace("kind: roadmap", "kind: raodmap")
    pair = folder / "relations/CH-BE_BE-BRU.yaml"
    pair.write_text(agreement, "utf-8")
    assert cli.main(["--config", str(folder), "check"]) == 1
    assert capsys.readouterr().out == (
        "relations/CH-BE_BE-BRU.yaml:5: agreements.roadmap-2024.kind: "
        "unknown kind of agreement 'raodmap'; did you mean 'roadmap'?\n1 problem\n"
    )
    pair.write_text(agreement.replace("raodmap", "roadmap"), "utf-8")
    assert cli.main(["--config", str(folder), "check"]) == 0
    assert [row.key for row in load_all(folder).catalogue.rows] == ["CH-BE_BE-BRU/roadmap-2024"]


def test_templates_make_a_first_record_and_a_story_as_they_stand(rows: list[Row], tmp_path: Path) -> None:
    folder, languages = tmp_path / "new", ("ru", "en", "he", "ja")  # the last two are drafts, which borrow
    found_atlas(folder, Plan(("CH", "BE"), languages), rows)
    for template, name in (
        ("source", "sources"),
        ("place", "places"),
        ("agreement", "relations/CH-BE_BE-BRU"),
        ("story", "stories/first"),
    ):
        text = (folder / f"templates/{template}.yaml").read_text("utf-8")
        with (folder / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(text)
    snapshot = load_all(folder)
    told = {
        language: rendered(snapshot.catalogue.stories["first"], Phrases(snapshot.catalogue, t))
        for language, t in snapshot.translators.items()
    }
    assert [bare(step.caption) for step in told["he"]] == ["Bern and Brussels: 1 agreement of 1"]
    names = snapshot.catalogue.sectors["medicine"].names
    assert names["ja"] == borrowed(names["en"], "en")
    assert [step.caption for step in told["ru"]] == ["Bern и Brussels: 1 соглашение из 1"]
    assert [step.notes for step in told["en"]] == [
        "The first agreement on record is from March 2024. Projects under way or completed: 0."
    ]


def test_what_is_included_later_is_named(
    rows: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """Of a kind that the atlas does not have; its own and a unit that is there already keep their entries."""
    folder = tmp_path / "new"
    rows.append(row("CH-R", "CHE", 60, -40, name_en="Rotuma", name_fr="Rotouma", type_en="Isle", wikidataid="Q459763"))
    monkeypatch.setattr("geodata.fetch.source_bytes", lambda _: b"")
    monkeypatch.setattr("geodata.units.read_rows", lambda _: rows)
    assert cli.main(["init", str(folder), "--countries", "CH", "BE", "--languages", "en,fr"]) == 0
    assert "add its code to `units.include` of CH" in capsys.readouterr().out
    before = (folder / "units/CH.yaml").read_text("utf-8")
    atlas = yaml.safe_load((folder / "atlas.yaml").read_text("utf-8"))
    atlas["countries"]["CH"]["units"] = {"include": ["CH-R"]}
    (folder / "atlas.yaml").write_text(yaml.safe_dump(atlas, sort_keys=False), "utf-8")
    assert cli.main(["--config", str(folder), "geodata"]) == 0
    assert "units/CH.yaml: has entries of CH-R now; see whether name and kind are right" in capsys.readouterr().out
    assert (folder / "units/CH.yaml").read_text("utf-8").startswith(before)
    unit = load_all(folder).catalogue.units["CH-R"]
    assert (unit.names, unit.kind, unit.wikidata) == ({"en": "Rotuma", "fr": "Rotouma"}, "canton", "Q459763")
    assert cli.main(["--config", str(folder), "geodata"]) == 0
    assert "has entries" not in capsys.readouterr().out


@pytest.mark.parametrize("code", ["BE-X02", "BE-X03", "BE-FAR"])
def test_what_was_left_out_can_be_included(rows: list[Row], code: str) -> None:
    rows += [row("BE-X02~", "BEL", 4, 51, name="Isle"), row("BE-FAR", "BEL", 60, 0, name="Far Isle")]
    rows.append(row("BE-X03~", "BEL", -60, 0, name="Isle that is both"))
    lost = find_units(rows, "BE", ["BEL"], Rule())
    assert code not in lost.shapes
    assert any("add its code to `units.include` of BE" in line for line in told("BE", lost))
    kept = find_units(rows, "BE", ["BEL"], Rule(include=["BE-X02~", "BE-X03~", "BE-FAR"]))
    assert code in kept.shapes
    assert not any("units.include" in line for line in told("BE", kept))


def test_rules_are_not_read_as_anything_but_text() -> None:
    """YAML reads NO as false, and 0123 as a number."""
    for country, rule in shipped_rules().items():
        assert isinstance(country, str)
        codes = (rule.get("dissolve") or {}).get("codes", {})
        assert all(isinstance(text, str) for pair in codes.items() for text in pair)
