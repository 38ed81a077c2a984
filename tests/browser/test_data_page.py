"""The page of the data in a browser: tables that sort, search and lead on, and downloads that arrive and open."""

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
HEAD, ROW = 32, 31  # pixels: the grid is one canvas, so that a click is aimed
Pairs = dict[str, dict[str, list[dict[str, Any]]]]


def table(page: Page, name: str) -> Locator:
    """The grid of a table, drawn and ready."""
    grid = page.locator(f".st-key-grid_{name}")
    grid.locator("td").first.wait_for(state="attached")
    return grid


def column(grid: Locator, number: int) -> list[str]:
    return grid.locator(f"td[aria-colindex='{number}']").all_inner_texts()


def tick(grid: Locator, row: int) -> None:
    grid.locator("canvas").first.click(position={"x": 18, "y": HEAD + ROW * row + ROW / 2}, force=True)


def test_a_table_is_chosen_sorted_and_searched(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en")
    table(page, "agreements")
    page.get_by_role("radio", name="Pairs").click()
    grid = table(page, "pairs")
    expect(page).to_have_url(re.compile("table=pairs"))
    expect(page.get_by_text(re.compile(rf"^{len(records())} rows"))).to_be_visible()
    before = column(grid, 1)
    grid.locator("canvas").first.click(position={"x": 80, "y": HEAD / 2}, force=True)
    expect(grid.locator("td[aria-colindex='1']").first).to_have_text(min(before))
    grid.locator("canvas").first.click(position={"x": 80, "y": HEAD / 2}, force=True)
    expect(grid.locator("td[aria-colindex='1']").first).not_to_have_text(min(before))
    grid.hover()
    grid.get_by_role("button", name="Search").click()
    page.get_by_test_id("search-input").fill("Chongqing")
    found = sum("CN-CQ" in key.split("_") for key in records())
    expect(page.get_by_text(f"{found} results")).to_be_visible()


def test_a_row_leads_to_its_record_in_the_dossier(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=projects&sectors=medicine")
    grid = table(page, "projects")
    expect(page.get_by_text("Select a row to open its dossier.")).to_be_visible()
    tick(grid, 2)
    projects = [(pair, each["id"]) for pair, lists in records("medicine").items() for each in lists["projects"]]
    pair, project = projects[2]
    way = page.locator("section[data-kind=row_link] a")
    expect(way).to_have_attribute("href", re.compile(f"^dossier\\?.*selected={pair}.*#{pair}/{project}$"))
    way.click()
    expect(page.locator(f"section.full[data-key='{pair}']")).to_be_visible()
    record = page.locator(f"[id='{pair}/{project}']")
    expect(record).to_be_focused()
    expect(record).to_be_in_viewport()


def test_a_table_without_rows_says_so(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=agreements&stages=operation")
    expect(page.get_by_text("No row of this table matches the current filter.")).to_be_visible()
    page.get_by_text("Under the current filter only").click()
    table(page, "agreements")


@pytest.mark.parametrize("sector", ["", "medicine"])
def test_every_download_arrives_and_opens(page: Page, server: str, sector: str, tmp_path: Path) -> None:
    page.goto(f"{server}/data?lang=en" + (sector and f"&sectors={sector}"))
    table(page, "agreements")
    for name, opens in {
        "CSV (ZIP)": opens_csv,
        "Excel": opens_xlsx,
        "GeoJSON": opens_geojson,
        "JSON": opens_json,
    }.items():
        with page.expect_download() as arriving:
            page.get_by_role("button", name=name, exact=True).click()
        arrived = tmp_path / arriving.value.suggested_filename
        arriving.value.save_as(arrived)
        opens(arrived.read_bytes(), records(sector))


def cited(pairs: Pairs) -> set[str]:
    return {
        source for lists in pairs.values() for name in LISTS for record in lists[name] for source in record["sources"]
    }


def opens_csv(content: bytes, pairs: Pairs) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("projects.csv").decode("utf-8-sig"))))
        about = archive.read("about.txt").decode()
    assert len(rows) == count(pairs, "projects")
    assert {source for row in rows for source in row["sources"].split(";")} <= cited(pairs)
    says(about, pairs)


def opens_xlsx(content: bytes, pairs: Pairs) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["projects"].max_row == count(pairs, "projects") + 1
    says("\n".join(str(cell.value or "") for (cell,) in book["about"].iter_rows(max_col=1)), pairs)


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
