"""Rows and styles of the map's layers, counted by hand on the shipped table; legend and scale bars."""

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.loading import CONFIG, load_all
from dashboard.map.layouts import layouts
from dashboard.map.legend import legend, scale_bars
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import (
    arc_styles,
    coloured_sectors,
    fixed_rows,
    pair_name,
    place_styles,
    region_styles,
    route_rows,
    tie_rows,
)

LOADED = load_all(CONFIG)
CATALOGUE, EN = LOADED.catalogue, LOADED.translators["en"]
FACING = (Sheet(layouts(CATALOGUE, "facing")[0]),)
WHOLE, MEDICINE = select(CATALOGUE, Filter()), select(CATALOGUE, Filter(sectors=frozenset({"medicine"})))
RED, GREY = (0xB3, 0x26, 0x1E, 255), (0x5D, 0x68, 0x73)


def test_every_regional_pair_has_an_arc_and_the_closest_lie_on_top():
    rows = fixed_rows(CATALOGUE, FACING[0].layout, EN)["arcs"]
    closeness = [CATALOGUE.pairs[row["id"]].closeness for row in rows]
    assert len(rows) == 37
    assert closeness[-6:] == ["twinned"] * 6
    assert "twinned" not in closeness[:-6]
    row = next(row for row in rows if row["id"] == "BY-MI_CN-CQ")
    assert (row["kind"], row["ends"], row["name"]) == ("pair", ("BY-MI", "CN-CQ"), "Minsk Region – Chongqing")


def test_every_arc_has_a_way_from_unit_to_unit():
    arcs, routes = fixed_rows(CATALOGUE, FACING[0].layout, EN)["arcs"], route_rows(CATALOGUE, FACING[0].layout)
    at = {row["id"]: row["position"] for row in fixed_rows(CATALOGUE, FACING[0].layout, EN)["labels"]}
    assert routes["ways"].keys() == {arc["id"] for arc in arcs}
    for arc in arcs:
        first, *_, last = routes["ways"][arc["id"]]
        assert [routes["nodes"][first], routes["nodes"][last]] == [at[end] for end in arc["ends"]]


def test_in_rows_names_stand_outside_with_their_numbers_and_places_lie_at_the_tips():
    layout = layouts(CATALOGUE, "ranked")[0]
    rows, routes = fixed_rows(CATALOGUE, layout, EN), route_rows(CATALOGUE, layout)
    labels = {row["id"]: row for row in rows["labels"]}
    assert labels.keys() == CATALOGUE.units.keys(), "places coincide, so they have no names"
    assert [(labels[code]["row"]["side"], labels[code]["row"]["number"]) for code in ("BY-HM", "CN-CQ", "CN-GS")] == [
        ("left", 88),
        ("right", 42),
        ("right", 0),
    ]
    assert labels["BY-HM"]["priority"] == max(label["priority"] for label in labels.values())
    assert all(place["asked"] for place in rows["places"])
    tip = routes["nodes"][routes["ways"]["BY-VI_CN-SD"][0]]
    assert next(row for row in rows["places"] if row["id"] == "orsha")["position"] == tip  # in BY-VI


def test_every_place_of_a_tie_has_a_dot_and_a_name():
    rows = fixed_rows(CATALOGUE, FACING[0].layout, EN)
    places = {row["id"] for row in rows["places"]}
    assert {"orsha", "qingdao"} <= places
    assert {row["id"] for row in rows["labels"] if row["kind"] == "place"} == places
    assert {row["id"] for row in rows["labels"] if row["kind"] == "unit"} == CATALOGUE.units.keys()
    assert place_styles(WHOLE, EN).keys() == places
    orsha = next(row for row in rows["places"] if row["id"] == "orsha")
    assert orsha["ends"] == ("BY-VI",)
    assert set(orsha["pairs"]) == {"BY-VI_CN-JX", "BY-VI_CN-SD"}  # Nanchang and Jingdezhen; Qingdao


def test_any_unit_is_named_before_any_place():
    rows = fixed_rows(CATALOGUE, FACING[0].layout, EN)["labels"]
    units = [row["priority"] for row in rows if row["kind"] == "unit"]
    assert min(units) > max(row["priority"] for row in rows if row["kind"] == "place")


def test_an_arc_says_how_close_and_how_much():
    style = arc_styles(WHOLE, MapOptions(FACING), EN)["BY-MI_CN-CQ"]
    assert (style["color"], style["hint"].split(" · ")[0]) == (RED, "Twinned")
    assert "dash" not in style
    assert "dim" not in style
    assert arc_styles(WHOLE, MapOptions(FACING), EN)["BY-BR_CN-HA"]["dash"] is True  # institutions only


def test_the_closer_the_stronger_and_ties_below_the_regions_are_drawn_if_asked_for():
    styles = arc_styles(WHOLE, MapOptions(FACING), EN)
    twinned, agreement, contacts, below = (
        styles[key] for key in ("BY-MI_CN-CQ", "BY-MI_CN-GD", "BY-MA_CN-HN", "BY-BR_CN-HA")
    )
    assert twinned["width"] > agreement["width"] > contacts["width"] == below["width"]
    assert [style.get("asked", False) for style in (twinned, agreement, contacts, below)] == [False, False, False, True]
    assert sum(style.get("asked", False) for style in styles.values()) == 17  # 16 institutions only, 1 projects only
    chosen = arc_styles(select(CATALOGUE, Filter(closeness=frozenset({"institutions"}))), MapOptions(FACING), EN)
    assert "asked" not in chosen["BY-BR_CN-HA"]


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
    pair, unit, place = ties("BY-VI_CN-JX"), ties("CN-JX"), ties("orsha")
    assert ("orsha", "nanchang") in {row["places"] for row in pair}
    assert {row["id"] for row in pair} <= {row["id"] for row in unit}
    assert {"nanchang", "qingdao"} <= {row["places"][1] for row in place}
    assert all("orsha" in row["places"] for row in place)
    assert {(row["color"][:3], row["kind"], row["ends"]) for row in pair} == {(GREY, "link", ("BY-VI", "CN-JX"))}


def test_units_have_two_tones_with_ties_and_without():
    styles = region_styles(WHOLE, MapOptions(FACING), EN)
    assert len({style["fill"] for style in styles.values()}) == 2
    assert styles["BY-VI"]["fill"] == styles["BY-HR"]["fill"] != styles["CN-XZ"]["fill"]


def test_a_map_of_ties_per_region_tells_no_record_from_no_tie():
    options = MapOptions(FACING, colouring="regions")
    whole, medicine = region_styles(WHOLE, options, EN), region_styles(MEDICINE, options, EN)
    recorded = {side for pair in CATALOGUE.pairs.values() for side in pair.sides}
    missing = [code for code in CATALOGUE.units if code not in recorded]
    assert missing
    assert {whole[code]["fill"] for code in missing} == {(0xE8, 0xE4, 0xDA, 255)}
    assert medicine["CN-XJ"]["fill"] == (0xDD, 0xE3, 0xE8, 255)
    assert medicine["CN-XJ"]["hint"].startswith("0 ties")


@pytest.mark.parametrize("colouring", ["closeness", "sectors", "regions"])
def test_the_legend_can_be_chosen_by_what_colours_the_lines(colouring):
    view = select(CATALOGUE, Filter(closeness=frozenset({"twinned"}), sectors=frozenset({"medicine"})))
    lines, fills = legend(view, MapOptions(FACING, colouring=colouring), EN)
    chosen = [item["filter"] for item in lines["items"] if item.get("chosen")]
    assert chosen == [("sectors", "medicine") if colouring == "sectors" else ("closeness", "twinned")]
    ranges = ["no record", "0", "1–4", "5–19", "20–49", "50+"]
    assert [item["label"] for item in fills["items"]] == (
        ranges if colouring == "regions" else ["with ties", "without ties"]
    )


def test_the_legend_shows_a_ring_for_lines_that_wait_to_be_asked_for():
    rings = {item["filter"][1] for item in legend(WHOLE, MapOptions(FACING), EN)[0]["items"] if item.get("ring")}
    assert rings == {"institutions", "projects"}


def test_at_most_three_sectors_have_a_colour_and_all_others_are_grey():
    options = MapOptions(FACING, colouring="sectors")
    names = [item["label"] for item in legend(WHOLE, options, EN)[0]["items"]]
    assert names == [*(EN.name(CATALOGUE.sectors[key]) for key in coloured_sectors(WHOLE)), "other sectors"]
    colours = {style["color"][:3] for style in arc_styles(WHOLE, options, EN).values()}
    assert GREY in colours
    assert len(colours) == 4
    one = {style["color"][:3] for style in arc_styles(MEDICINE, options, EN).values() if "dim" not in style}
    assert len(one) == 1
    assert GREY not in one


def test_each_country_has_its_scale_and_a_true_map_has_one():
    bars = scale_bars(FACING[0].layout, CATALOGUE, EN)
    assert [(bar["km"], bar["name"]) for bar in bars] == [(100, "Belarus"), (500, "China")]
    assert [bar["name"] for bar in scale_bars(layouts(CATALOGUE, "geographic")[0], CATALOGUE, EN)] == [""]


def test_a_pair_is_named_by_both_sides():
    assert pair_name(CATALOGUE.pairs["BY-VI_CN-SD"], CATALOGUE, EN) == "Vitebsk Region – Shandong"
