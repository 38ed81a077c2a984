"""Rows and styles of the map's layers, counted by hand on the shipped table; legend and scale bars."""

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.map.legend import legend, scale_bars
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import arc_styles, fixed_rows, main_sector, pair_name, place_styles, region_styles, tie_rows
from geodata.layout import LAYOUTS

LOADED = load_all(CONFIG)
CATALOGUE, EN = LOADED.catalogue, LOADED.translators["en"]
FACING = Sheet(LAYOUTS["facing"]())
WHOLE, MEDICINE = select(CATALOGUE, Filter()), select(CATALOGUE, Filter(sectors=frozenset({"medicine"})))
RED, GREY = (0xB3, 0x26, 0x1E, 255), (0x5D, 0x68, 0x73)


def test_every_regional_pair_has_an_arc_and_the_closest_lie_on_top():
    rows = fixed_rows(CATALOGUE, FACING.layout, EN)["arcs"]
    closeness = [CATALOGUE.pairs[row["id"]].closeness for row in rows]
    assert len(rows) == 37
    assert closeness[-6:] == ["twinned"] * 6
    assert "twinned" not in closeness[:-6]
    row = next(row for row in rows if row["id"] == "BY-MI_CN-CQ")
    assert (row["kind"], row["ends"], row["name"]) == ("pair", ("BY-MI", "CN-CQ"), "Minsk Region – Chongqing")


def test_every_place_of_a_tie_has_a_dot_and_a_name():
    rows = fixed_rows(CATALOGUE, FACING.layout, EN)
    places = {row["id"] for row in rows["places"]}
    assert {"orsha", "qingdao"} <= places
    assert {row["id"] for row in rows["labels"] if row["kind"] == "place"} == places
    assert {row["id"] for row in rows["labels"] if row["kind"] == "unit"} == CATALOGUE.units.keys()
    assert place_styles(WHOLE, EN).keys() == places


def test_any_unit_is_named_before_any_place():
    rows = fixed_rows(CATALOGUE, FACING.layout, EN)["labels"]
    units = [row["priority"] for row in rows if row["kind"] == "unit"]
    assert min(units) > max(row["priority"] for row in rows if row["kind"] == "place")


def test_an_arc_says_how_close_and_how_much():
    style = arc_styles(WHOLE, MapOptions(FACING), EN)["BY-MI_CN-CQ"]
    assert (style["color"], style["hint"].split(" · ")[0]) == (RED, "Twinned")
    assert "dash" not in style
    assert "dim" not in style
    assert arc_styles(WHOLE, MapOptions(FACING), EN)["BY-BR_CN-HA"]["dash"] is True  # institutions only


def test_what_the_filter_excludes_is_dimmed_and_says_so():
    styles = arc_styles(MEDICINE, MapOptions(FACING), EN)
    assert len(styles) == 37
    assert sum("dim" not in style for style in styles.values()) == len(MEDICINE.regional())
    assert styles["BY-HO_CN-XJ"]["dim"] is True
    assert "dim" not in styles["BY-VI_CN-JX"]  # traditional medicine between Orsha and Nanchang


def test_thin_lines_are_those_of_the_selection():
    def ties(selected):
        return tie_rows(WHOLE, MapOptions(FACING, selected=selected), EN)

    assert ties(None) == []
    pair, unit = ties("BY-VI_CN-JX"), ties("CN-JX")
    assert ("orsha", "nanchang") in {row["places"] for row in pair}
    assert {row["id"] for row in pair} <= {row["id"] for row in unit}
    assert {(row["color"][:3], row["kind"], row["ends"]) for row in pair} == {(GREY, "link", ("BY-VI", "CN-JX"))}


def test_a_unit_without_a_record_looks_different_from_one_without_a_tie():
    whole, medicine = region_styles(WHOLE, "light", EN), region_styles(MEDICINE, "light", EN)
    recorded = {side for pair in CATALOGUE.pairs.values() for side in pair.sides}
    missing = [code for code in CATALOGUE.units if code not in recorded]
    assert missing
    assert {whole[code]["fill"] for code in missing} == {(0xE8, 0xE4, 0xDA, 255)}
    assert medicine["CN-XJ"]["fill"] == (0xDB, 0xE3, 0xEA, 255)
    assert medicine["CN-XJ"]["hint"].startswith("0 ties")


@pytest.mark.parametrize("colouring", ["closeness", "sectors"])
def test_the_legend_can_be_chosen_by_what_colours_the_arcs(colouring):
    view = select(CATALOGUE, Filter(closeness=frozenset({"twinned"}), sectors=frozenset({"medicine"})))
    arcs, widths, fills = legend(view, MapOptions(FACING, colouring=colouring), EN)
    chosen = [item["filter"] for item in arcs["items"] if item["chosen"]]
    assert chosen == [("closeness", "twinned") if colouring == "closeness" else ("sectors", "medicine")]
    assert [item["label"] for item in widths["items"]] == ["0", "1–4", "5–14", "15+"]
    assert [item["label"] for item in fills["items"]] == ["no record", "0", "1–4", "5–19", "20–49", "50+"]


def test_a_legend_of_sectors_names_those_that_colour_an_arc():
    keys = {item["filter"][1] for item in legend(WHOLE, MapOptions(FACING, colouring="sectors"), EN)[0]["items"]}
    assert keys == {main_sector(pair) for pair in CATALOGUE.pairs.values() if pair.regional} - {None}


def test_each_country_has_its_scale_and_a_true_map_has_one():
    assert [bar["text"] for bar in scale_bars(FACING.layout, EN)] == ["100 km", "500 km"]
    assert len(scale_bars(LAYOUTS["geographic"](), EN)) == 1


def test_a_pair_is_named_by_both_sides():
    assert pair_name(CATALOGUE.pairs["BY-VI_CN-SD"], CATALOGUE, EN) == "Vitebsk Region – Shandong"
