"""A new atlas of two countries: its folder is whole, valid and served as it stands."""

from pathlib import Path
from typing import Any

import pytest
import shapely
import yaml

from dashboard import cli
from dashboard.founding import Plan, Refused, found_atlas
from dashboard.loading import load_all
from dashboard.map.layouts import layouts
from dashboard.state import LAYOUTS
from geodata.build import build
from geodata.units import Row, shipped_rules


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
    told = found_atlas(tmp_path / "new", Plan(("CH", "BE"), ("fr", "ru", "en")), rows)
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
    assert "  merged: BE-VLG: of 2 rows, by `units.dissolve`" in told
    assert "  guessed: CH-BE: no name in 'ru' in the source, which has one of another language" in told
    assert "fr: the interface is in the words of 'en' until i18n/fr.yaml is translated" in told
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
        (("CH", "BEL"), ("en",), "draws no country 'BEL'; did you mean 'BE'"),
        (("CH", "BE"), ("en", "xx"), "there is no language 'xx'"),
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


def test_rules_are_not_read_as_anything_but_text() -> None:
    """YAML reads NO as false, and 0123 as a number."""
    for country, rule in shipped_rules().items():
        assert isinstance(country, str)
        codes = (rule.get("dissolve") or {}).get("codes", {})
        assert all(isinstance(text, str) for pair in codes.items() for text in pair)
