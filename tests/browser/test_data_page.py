"""The page of the data in a browser: tables that sort, search, fit and lead on, and downloads that arrive and open."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import shapely.geometry
from playwright.sync_api import Locator, Page, expect

from tests.browser.counted import LISTS, count, records, regional, yaml_of

pytestmark = pytest.mark.browser
LICENCE = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
Pairs = dict[str, dict[str, list[dict[str, Any]]]]


def table(page: Page, name: str) -> Locator:
    """The grid with the table of this name, drawn and ready."""
    grid = page.locator(".st-key-grid")
    grid.locator(f"[role=region][aria-label='{name}'] tbody tr").first.wait_for()
    return grid


def column(grid: Locator, number: int) -> list[str]:
    return grid.locator(f"tbody tr > :nth-child({number})").all_inner_texts()


def test_a_table_is_chosen_sorted_and_searched(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en")
    table(page, "Agreements")
    page.get_by_role("radio", name="Pairs").click()
    grid = table(page, "Pairs")
    expect(page).to_have_url(re.compile("table=pairs"))
    expect(grid.get_by_role("status")).to_have_text(f"Rows: {len(records())}")
    before = column(grid, 1)
    head = grid.get_by_role("columnheader", name="Title")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    in_order = sorted(before, key=lambda name: name.replace("–", "!"))  # signs come before letters
    assert column(grid, 1) == in_order
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert column(grid, 1) == in_order[::-1]
    head.get_by_role("button").click()
    assert column(grid, 1) == before
    grid.get_by_role("searchbox", name="Search in this table").fill("chongq")
    found = sum("CN-CQ" in key.split("_") for key in records())
    expect(grid.get_by_role("status")).to_have_text(f"Rows: {found} of {len(records())}")
    assert len(column(grid, 1)) == found
    grid.get_by_role("searchbox").fill("zeppelin")
    expect(grid.get_by_role("status")).to_have_text("No row contains these words.")


def test_arrow_keys_choose_another_table(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en")
    table(page, "Agreements")
    page.get_by_role("radio", name="Agreements").press("ArrowRight")
    table(page, "Contacts")
    expect(page.get_by_role("radio", name="Contacts")).to_be_focused()


def test_a_row_leads_to_its_record_in_the_dossier(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=projects&sectors=medicine")
    grid = table(page, "Projects")
    projects = [(pair, each["id"]) for pair, lists in records("medicine").items() for each in lists["projects"]]
    pair, project = projects[2]
    way = grid.locator("tbody tr").nth(2).locator("th a")
    expect(way).to_have_attribute("href", re.compile(f"^dossier\\?.*selected={pair}.*#{pair}/{project}$"))
    way.click()
    expect(page.locator(f"section.full[data-key='{pair}']")).to_be_visible()
    record = page.locator(f"[id='{pair}/{project}']")
    expect(record).to_be_focused()
    expect(record).to_be_in_viewport()


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
@pytest.mark.parametrize("width", [375, 1024, 1440])
def test_no_number_is_cut_and_the_page_never_scrolls_sideways(
    page: Page, server: str, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}/data?lang={language}&table=indicators")
    grid = page.locator(".st-key-grid")
    grid.locator("td.number").first.wait_for()
    cut = (
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth || cell.getClientRects().length > 1).length"
    )
    assert grid.locator("td:is(.number, .date)").evaluate_all(cut) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(grid.locator(".sideways")).to_be_visible()
    grid.locator(".frame").evaluate("frame => { frame.scrollTop = 900; }")
    head, frame = grid.locator("thead th").first.bounding_box(), grid.locator(".frame").bounding_box()
    assert head is not None
    assert frame is not None
    assert abs(head["y"] - frame["y"]) < 3, "the head stays in view"


def test_a_long_text_is_clamped_until_it_is_asked_for(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=projects")
    grid = table(page, "Projects")
    more = grid.get_by_role("button", name="more").first
    cut = "button => button.previousElementSibling.scrollHeight > button.previousElementSibling.clientHeight"
    assert more.evaluate(cut)
    more.click()
    less = grid.get_by_role("button", name="less")
    expect(less).to_have_attribute("aria-expanded", "true")
    assert not less.evaluate(cut)


def test_a_table_without_rows_says_so(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=agreements&stages=operation")
    expect(page.get_by_text("No row of this table matches the current filter.")).to_be_visible()
    page.get_by_role("radio", name="All records").click()
    table(page, "Agreements")
    expect(page).to_have_url(re.compile("extent=whole"))


def test_on_paper_the_table_is_whole_and_its_head_is_on_every_page(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=projects")
    grid = table(page, "Projects")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(column(grid, 1)) == count(records(), "projects")
    expect(grid.locator("thead button").first).to_be_hidden()
    assert grid.locator("thead").evaluate("head => getComputedStyle(head).display") == "table-header-group"
    assert grid.locator(".frame").evaluate("frame => getComputedStyle(frame).overflow") == "visible"
    page.emulate_media(media="null")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(grid.locator("thead button").first).to_be_visible()


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_no_english_word_of_a_grid_is_seen(page: Page, server: str, language: str) -> None:
    page.goto(f"{server}/data?lang={language}&table=pairs")
    page.locator(".st-key-tallies tbody tr").first.wait_for()
    said = page.locator(".st-key-grid, .st-key-choice, .st-key-tallies").all_inner_texts()
    words = set(re.findall(r"[A-Za-z]{3,}", " ".join(said)))
    assert words == set()


@pytest.mark.parametrize("sector", ["", "medicine"])
def test_every_download_arrives_and_opens(page: Page, server: str, sector: str, tmp_path: Path) -> None:
    page.goto(f"{server}/data?lang=en" + (sector and f"&sectors={sector}"))
    table(page, "Agreements")
    every = page.locator(".st-key-files .files div").last
    for name, opens in {
        "CSV, commas": opens_csv,
        "CSV, semicolons": opens_csv_semicolon,
        "Excel": opens_xlsx,
        "GeoJSON": opens_geojson,
        "JSON": opens_json,
    }.items():
        with page.expect_download() as arriving:
            every.get_by_role("link", name=name, exact=True).click()
        arrived = tmp_path / arriving.value.suggested_filename
        arriving.value.save_as(arrived)
        assert f"_all_{sector and sector + '_'}20" in arrived.name
        opens(arrived.read_bytes(), records(sector))
    with page.expect_download() as arriving:
        page.locator(".st-key-files .files div").first.get_by_role("link", name="Excel").click()
    assert "_agreements_" in arriving.value.suggested_filename


def cited(pairs: Pairs) -> set[str]:
    return {
        source for lists in pairs.values() for name in LISTS for record in lists[name] for source in record["sources"]
    }


def opens_csv(content: bytes, pairs: Pairs, separator: str = ",") -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lines = io.StringIO(archive.read("projects.csv").decode("utf-8-sig"), newline="")
        about = archive.read("about.txt").decode("utf-8-sig")
    rows = list(csv.DictReader(lines, delimiter=separator))
    assert len(rows) == count(pairs, "projects")
    assert {source for row in rows for source in row["sources_code"].split(" | ")} <= cited(pairs)
    says(about, pairs)


def opens_csv_semicolon(content: bytes, pairs: Pairs) -> None:
    opens_csv(content, pairs, ";")


def opens_xlsx(content: bytes, pairs: Pairs) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["Projects"].max_row == count(pairs, "projects") + 1
    says("\n".join(str(cell.value or "") for (cell,) in book["About"].iter_rows(max_col=1)), pairs)


def opens_geojson(content: bytes, pairs: Pairs) -> None:
    found = json.loads(content)
    shapes = [shapely.geometry.shape(each["geometry"]) for each in found["features"] if each["geometry"]]
    assert all(shape.is_valid for shape in shapes)
    assert found["about"]["unlocated"] == len(found["features"]) - len(shapes)
    kinds = [each["properties"]["kind"] for each in found["features"]]
    assert (kinds.count("link"), kinds.count("pair")) == (count(pairs, "links"), len(regional(pairs)))
    assert found["about"]["licence"]["url"] == LICENCE[1]
    assert found["about"]["sources"].keys() == cited(pairs)


def opens_json(content: bytes, pairs: Pairs) -> None:
    found = json.loads(content)
    assert found["pairs"].keys() == pairs.keys()
    assert found["about"]["licence"]["url"] == LICENCE[1]
    assert cited(pairs) <= found["sources"].keys()


def says(about: str, pairs: Pairs) -> None:
    """The text beside the tables names the licence and every source, and no other."""
    assert "{}: {}".format(*LICENCE) in about
    assert all((f"\n{key}: " in about) == (key in cited(pairs)) for key in yaml_of("sources.yaml"))
