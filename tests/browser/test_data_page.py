"""The page of the data in a browser: tables that sort, search and lead on, and downloads that arrive and open."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import shapely.geometry
from playwright.sync_api import Locator, Page, expect

from dashboard.catalogue.filtering import Filter, View, select
from dashboard.loading import CONFIG, load_all

pytestmark = pytest.mark.browser
CATALOGUE = load_all(CONFIG).catalogue
LICENCE = CATALOGUE.atlas.licence
FILTERS = {"": Filter(), "&sectors=medicine": Filter(sectors=frozenset({"medicine"}))}
HEAD, ROW = 32, 31  # pixels: the grid is one canvas, so that a click is aimed


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
    expect(page.get_by_text(re.compile(rf"^{len(CATALOGUE.pairs)} rows"))).to_be_visible()
    before = column(grid, 1)
    grid.locator("canvas").first.click(position={"x": 80, "y": HEAD / 2}, force=True)
    expect(grid.locator("td[aria-colindex='1']").first).to_have_text(min(before))
    grid.locator("canvas").first.click(position={"x": 80, "y": HEAD / 2}, force=True)
    expect(grid.locator("td[aria-colindex='1']").first).not_to_have_text(min(before))
    grid.hover()
    grid.get_by_role("button", name="Search").click()
    page.get_by_test_id("search-input").fill("Chongqing")
    found = sum("CN-CQ" in pair.sides for pair in CATALOGUE.pairs.values())
    expect(page.get_by_text(f"{found} results")).to_be_visible()


def test_a_row_leads_to_its_record_in_the_dossier(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=projects&sectors=medicine")
    grid = table(page, "projects")
    expect(page.get_by_text("Select a row to open its dossier.")).to_be_visible()
    row = [row for row in select(CATALOGUE, FILTERS["&sectors=medicine"]).rows if row.record_type == "projects"][2]
    tick(grid, 2)
    way = page.locator("section[data-kind=lead] a")
    expect(way).to_have_attribute("href", re.compile(f"^dossier\\?.*selected={row.pair.key}.*#{row.key}$"))
    way.click()
    expect(page.locator(f"section.full[data-key='{row.pair.key}']")).to_be_visible()
    record = page.locator(f"[id='{row.key}']")
    expect(record).to_be_focused()
    expect(record).to_be_in_viewport()


def test_a_table_without_rows_says_so(page: Page, server: str) -> None:
    page.goto(f"{server}/data?lang=en&table=agreements&stages=operation")
    expect(page.get_by_text("No row of this table matches the current filter.")).to_be_visible()
    page.get_by_text("Under the current filter only").click()
    table(page, "agreements")


@pytest.mark.parametrize("query", FILTERS)
def test_every_download_arrives_and_opens(page: Page, server: str, query: str, tmp_path: Path) -> None:
    page.goto(f"{server}/data?lang=en{query}")
    table(page, "agreements")
    view = select(CATALOGUE, FILTERS[query])
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
        opens(arrived.read_bytes(), view)


def cited(view: View) -> set[str]:
    return {source for row in view.rows for source in row.record.sources}


def opens_csv(content: bytes, view: View) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("projects.csv").decode("utf-8-sig"))))
        about = archive.read("about.txt").decode()
    assert len(rows) == view.count("projects")
    assert {source for row in rows for source in row["sources"].split(";")} <= cited(view)
    says(about, view)


def opens_xlsx(content: bytes, view: View) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book["projects"].max_row == view.count("projects") + 1
    says("\n".join(str(cell.value or "") for (cell,) in book["about"].iter_rows(max_col=1)), view)


def opens_geojson(content: bytes, view: View) -> None:
    found = json.loads(content)
    shapes = [shapely.geometry.shape(each["geometry"]) for each in found["features"] if each["geometry"]]
    assert all(shape.is_valid for shape in shapes)
    assert found["about"]["unlocated"] == len(found["features"]) - len(shapes)
    kinds = [each["properties"]["kind"] for each in found["features"]]
    assert (kinds.count("link"), kinds.count("pair")) == (view.count("links"), len(view.regional()))
    assert found["about"]["licence"]["url"] == LICENCE.url
    assert found["about"]["sources"].keys() == cited(view)


def opens_json(content: bytes, view: View) -> None:
    found = json.loads(content)
    assert found["pairs"].keys() == view.pairs.keys()
    assert found["about"]["licence"]["url"] == LICENCE.url
    assert cited(view) <= found["sources"].keys()


def says(about: str, view: View) -> None:
    """The text beside the tables names the licence and every source, and no other."""
    assert f"{LICENCE.name}: {LICENCE.url}" in about
    assert all((f"\n{key}: " in about) == (key in cited(view)) for key in CATALOGUE.sources)
