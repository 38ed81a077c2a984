"""The committed layers against known facts: the units, and the places in them."""

import pickle
import shutil
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import shapely
import yaml

from geodata import DETAILS
from geodata.arcs import label_point
from geodata.layers import open_layers
from geodata.layout import facing

CONFIG = Path(__file__).parents[2] / "config"
LAYERS = open_layers(CONFIG / "geodata")
TINY = Path(__file__).parents[1] / "tiny" / "geodata"
CODES = {
    "BY": "BR HM HO HR MA MI VI",
    "CN": "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HK HL HN JL JS JX LN MO NM NX QH SC SD SH SN SX TJ TW XJ XZ YN ZJ",
}
ISO = {country: {f"{country}-{part}" for part in parts.split()} for country, parts in CODES.items()}
SEATS = {  # unit -> lon, lat of its seat; Minsk, also the seat of BY-MI, lies in BY-HM
    "BY-BR": (23.68, 52.10), "BY-HO": (30.98, 52.43), "BY-HM": (27.57, 53.90), "BY-HR": (23.83, 53.68),
    "BY-MA": (30.34, 53.91), "BY-VI": (30.20, 55.19), "CN-BJ": (116.40, 39.91), "CN-TJ": (117.20, 39.13),
    "CN-HE": (114.48, 38.04), "CN-SX": (112.56, 37.87), "CN-NM": (111.65, 40.81), "CN-LN": (123.43, 41.79),
    "CN-JL": (125.32, 43.88), "CN-HL": (126.65, 45.75), "CN-SH": (121.46, 31.22), "CN-JS": (118.78, 32.06),
    "CN-ZJ": (120.16, 30.29), "CN-AH": (117.28, 31.86), "CN-FJ": (119.31, 26.06), "CN-JX": (115.85, 28.68),
    "CN-SD": (117.00, 36.67), "CN-HA": (113.65, 34.76), "CN-HB": (114.27, 30.58), "CN-HN": (112.97, 28.20),
    "CN-GD": (113.25, 23.12), "CN-GX": (108.32, 22.82), "CN-HI": (110.35, 20.03), "CN-CQ": (106.56, 29.56),
    "CN-SC": (104.07, 30.67), "CN-GZ": (106.72, 26.58), "CN-YN": (102.72, 25.04), "CN-XZ": (91.10, 29.65),
    "CN-SN": (108.93, 34.26), "CN-GS": (103.84, 36.06), "CN-QH": (101.76, 36.63), "CN-NX": (106.27, 38.47),
    "CN-XJ": (87.60, 43.80), "CN-TW": (121.53, 25.05), "CN-HK": (114.17, 22.28), "CN-MO": (113.546, 22.20),
}  # fmt: skip
both_details = pytest.mark.parametrize("detail", DETAILS)


@both_details
def test_units_are_those_of_iso_3166_2(detail: str) -> None:
    units = LAYERS.units(detail)
    assert {country: set(codes) for country, codes in units.items()} == ISO
    assert len(LAYERS.shapes(detail)) == 7 + 34
    assert list(units) == list(CODES), "the first country comes first"
    assert LAYERS.countries["CN-SN"] == "CN"


@both_details
def test_geometry_is_valid_and_seams_are_shut(detail: str) -> None:
    units, land = list(LAYERS.shapes(detail).values()), LAYERS.land(detail)
    assert shapely.is_valid([*units, land]).all()
    assert shapely.coverage_is_valid(units)
    whole = shapely.union_all(units)
    assert whole.area == pytest.approx(shapely.area(units).sum(), rel=1e-9)
    assert land.intersection(whole).area == pytest.approx(0, abs=1e-6)


@both_details
def test_no_slivers_inside_a_country(detail: str) -> None:
    for units in LAYERS.units(detail).values():
        parts = shapely.get_parts(shapely.union_all(list(units.values())))
        assert sum(shapely.get_num_interior_rings(part) for part in parts) == 0


@both_details
def test_land_has_no_gap_along_the_landlocked_country(detail: str) -> None:
    first = shapely.union_all(list(LAYERS.units(detail)["BY"].values()))
    assert first.boundary.difference(LAYERS.land(detail).boundary).length == pytest.approx(0, abs=1e-6)


def test_layers_are_small() -> None:
    assert shapely.get_num_coordinates(list(LAYERS.shapes().values())).sum() < 4000
    assert sum(path.stat().st_size for path in (CONFIG / "geodata").glob("*.geojson")) < 2_000_000


@pytest.mark.parametrize(("code", "seat"), SEATS.items())
def test_each_seat_lies_in_its_unit(code: str, seat: tuple[float, float]) -> None:
    assert LAYERS.unit_at(*seat) == code
    assert LAYERS.unit_at(*reversed(seat)) != code, "lat, lon instead of lon, lat"


def test_every_unit_but_one_has_its_own_seat_here() -> None:
    assert set.union(*ISO.values()) - SEATS.keys() == {"BY-MI"}


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (28.0, 54.1, "BY-MI"),  # Smolevichi, beside Minsk
        (117.36, 32.94, "CN-AH"),  # Bengbu
        (120.38, 36.07, "CN-SD"),  # Qingdao, on the coast
        (118.08, 24.46, "CN-FJ"),  # Xiamen, on an island
        (109.5, 18.25, "CN-HI"),  # Sanya
        (117.65, 39.02, "CN-TJ"),  # Tanggu
        (116.69, 39.51, "CN-HE"),  # Langfang, between Beijing and Tianjin
        (37.62, 55.75, None),  # Moscow
        (129.0, 35.2, None),  # Busan
        (124.0, 30.0, None),  # the East China Sea
    ],
)
def test_unit_at_known_places(lon: float, lat: float, code: str | None) -> None:
    assert LAYERS.unit_at(lon, lat) == code


@both_details
def test_label_points_lie_inside(detail: str) -> None:
    assert all(shape.contains(shapely.Point(label_point(shape))) for shape in LAYERS.shapes(detail).values())


def _named() -> dict[str, dict[str, Any]]:
    return {country: yaml.safe_load((CONFIG / f"units/{country}.yaml").read_text("utf-8")) for country in CODES}


def test_names_and_geometry_match() -> None:
    assert LAYERS.check_units(_named()) == []


def test_a_mismatch_is_told_in_a_sentence() -> None:
    codes = {"BY": ISO["BY"] | {"BY-XX"}, "CN": ISO["CN"] - {"CN-SN"}}
    assert LAYERS.check_units(codes) == [
        "BY-XX has a name in units/BY.yaml but no geometry.",
        "CN-SN has geometry but no name in units/CN.yaml.",
    ]


def test_names_are_told_apart() -> None:
    units = {code: unit for country in _named().values() for code, unit in country.items()}
    for (code, unit), (other, unit2) in combinations(units.items(), 2):
        for language in ("en", "ru", "zh"):
            assert unit["names"][language] != unit2["names"][language], (code, other)
        assert not set(unit["aliases"]) & set(unit2["aliases"]), (code, other)
    assert units["CN-SN"]["names"] == {"en": "Shaanxi", "ru": "Шэньси", "zh": "陕西省"}
    assert units["CN-SX"]["names"] == {"en": "Shanxi", "ru": "Шаньси", "zh": "山西省"}
    assert units["BY-HM"]["names"]["en"] == "Minsk"
    assert units["BY-MI"]["names"]["en"] == "Minsk Region"


def test_each_folder_has_layers_of_its_own_and_equal_files_are_read_once(tmp_path: Path) -> None:
    tiny = open_layers(TINY)
    assert set(tiny.units()) == {"XA", "XB"}
    assert set(LAYERS.units()) == {"BY", "CN"}
    copy = Path(shutil.copytree(TINY, tmp_path / "copy"))
    assert open_layers(copy) is tiny
    assert facing(tiny) is not facing(LAYERS)
    file = copy / "units-overview.geojson"
    file.write_text(file.read_text("utf-8").replace("XA-S", "XA-T"), "utf-8")
    edited = open_layers(copy)
    assert edited != tiny, "so that its files are published anew"
    assert "XA-T" in edited.shapes()
    assert pickle.loads(pickle.dumps(edited)) == edited  # noqa: S301 - made here


@pytest.mark.parametrize("content", [None, "{", "[]", '{"features": [{"properties": {}}]}'])
def test_a_missing_or_broken_layer_is_told_in_a_sentence(tmp_path: Path, content: str | None) -> None:
    copy = Path(shutil.copytree(TINY, tmp_path / "copy"))
    assert open_layers(copy).problem is None
    file = copy / "land-closeup.geojson"
    file.unlink() if content is None else file.write_text(content, "utf-8")
    fault = "is missing" if content is None else "cannot be read"
    assert str(open_layers(copy).problem).startswith(f"geodata/land-closeup.geojson {fault}; run `twinned geodata`")
