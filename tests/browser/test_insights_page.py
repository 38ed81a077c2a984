"""The insights in a browser: findings, the ways from a square, an agreement and a white spot, links, files, paper."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
CHARTS = ("matrix", "by_sector", "sectors", "stages", "years", "outcomes", "gaps")
CHONGQING = "button.square[data-select=BY-MI_CN-CQ]"


def part(page: Page, name: str) -> Locator:
    return page.locator(f"section.charts #{name}")


def opened(page: Page, server: str, query: str = "lang=en") -> Page:
    page.goto(f"{server}/insights?{query}")
    expect(part(page, "gaps")).to_be_visible()
    return page


def test_every_chart_stands_under_its_finding_which_follows_the_filter(page: Page, server: str) -> None:
    opened(page, server)
    before = [part(page, name).locator("h2").inner_text() for name in CHARTS]
    opened(page, server, "lang=en&sectors=medicine")
    after = [part(page, name).locator("h2").inner_text() for name in CHARTS]
    assert all(one != other for one, other in zip(before, after, strict=True)), (before, after)
    expect(part(page, "sectors").locator("tbody tr").first).to_contain_text("Health")


@pytest.mark.parametrize("width", [1280, 1440])
def test_charts_stand_in_two_columns_from_1280_pixels_on_and_begin_where_the_head_does(
    page: Page, server: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, server)
    title = page.locator("twinned-head .title").bounding_box()
    left, right = (part(page, name).bounding_box() for name in ("matrix", "sectors"))
    assert left["y"] == right["y"]
    assert left["x"] == pytest.approx(title["x"], abs=1)
    page.set_viewport_size({"width": 1279, "height": 900})
    assert part(page, "sectors").bounding_box()["x"] == part(page, "matrix").bounding_box()["x"]


def test_a_square_opens_its_pair_by_mouse_and_by_keyboard(page: Page, server: str) -> None:
    opened(page, server)
    page.locator(CHONGQING).click()
    expect(page.locator("twinned-stage section[data-key='BY-MI_CN-CQ']")).to_be_visible()
    expect(page).to_have_url(f"{server}/?lang=en&selected=BY-MI_CN-CQ")
    page.go_back()
    part(page, "matrix").locator("button.square").first.focus()  # Minsk and Chongqing
    page.keyboard.press("ArrowRight")
    expect(page.locator(CHONGQING)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}/?lang=en&selected=BY-MI_CN-CQ")


def test_on_a_narrow_window_the_matrix_scrolls_in_its_frame_and_says_so(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    opened(page, server, "lang=ru")
    frame = part(page, "matrix").locator(".frame")
    expect(frame.locator(".sideways")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    first = frame.locator("tbody th").first
    before = first.bounding_box()["x"]
    frame.locator(".scroll").evaluate("scroll => scroll.scrollLeft = scroll.scrollWidth")
    assert first.bounding_box()["x"] == before
    expect(frame).not_to_have_class(re.compile("fading"))
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(frame.locator(".sideways")).to_be_hidden()


def test_a_link_leads_to_its_chart_and_a_file_holds_its_numbers(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, server, "lang=en&sectors=medicine")
    link = part(page, "years").locator("[data-act=link]")
    link.click()
    expect(link).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{server}/insights?lang=en&sectors=medicine#years"
    with page.expect_download() as download:
        part(page, "matrix").get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == "matrix-filtered.csv"
    head, *rows, _, [terms] = csv.reader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines())
    assert head == ["Belarus", "China", "Strength of link", "Records"]
    assert "Sector: Health" in terms
    assert "CC BY 4.0" in terms
    shown = part(page, "matrix").locator("tbody button:not(.ring)").all_inner_texts()
    assert sorted(row[3] for row in rows) == sorted(shown)
    page.goto("about:blank")
    page.goto(copied)
    expect(part(page, "years").locator("h2")).to_be_focused()
    expect(part(page, "years")).to_be_in_viewport()


def test_an_agreement_leads_to_its_record_and_a_white_spot_to_its_pair(page: Page, server: str) -> None:
    opened(page, server)
    agreement = part(page, "outcomes").locator(".deeds a").first
    name = agreement.inner_text()
    agreement.click()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-MI_CN-CQ")
    expect(page.locator("article.flash, article:focus").first).to_contain_text(name)
    page.go_back()
    spot = part(page, "gaps").locator("button.row").first
    key = spot.get_attribute("data-select")
    spot.click()
    expect(page.locator(f"twinned-stage section[data-key='{key}']")).to_be_visible()
    expect(page).to_have_url(f"{server}/?lang=en&selected={key}")


@pytest.mark.parametrize("scheme", ["dark"])
def test_on_paper_every_chart_is_dark_on_white_fits_the_width_and_has_a_title(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})
    opened(page, server)
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_timeout(300)
    for name in CHARTS[:-1]:
        box = part(page, name).locator("table, .harvest").first.bounding_box()
        assert box["x"] + box["width"] <= 700, name
    ink = part(page, "matrix").locator("h2").evaluate("title => getComputedStyle(title).color")
    assert ink == "rgb(17, 17, 17)"
    step = page.locator(".step-1").first.evaluate("cell => getComputedStyle(cell).backgroundColor")
    assert step == "rgb(192, 213, 231)", "the light shade, although the screen is dark"
    expect(page.locator("section.charts .take").first).to_be_hidden()


def test_without_colours_the_squares_still_differ(page: Page, server: str) -> None:
    opened(page, server)
    page.emulate_media(forced_colors="active")
    looks = (
        "legend => [...legend.querySelectorAll('i')].map(i => {const s = getComputedStyle(i);"
        " return [s.backgroundColor, s.borderTopStyle, s.borderTopWidth].join()})"
    )
    found = part(page, "matrix").locator(".legend").evaluate(looks)
    page.emulate_media(forced_colors="none")
    assert len(found) == 5
    assert len(set(found)) == 5, found


def test_a_filter_that_leaves_nothing_says_so_on_every_page_and_can_be_reset(page: Page, server: str) -> None:
    nothing = page.locator("twinned-bar .found").get_by_text("No record matches all of these filters.")
    page.goto(f"{server}/insights?lang=en&selected=BY-MI_CN-CQ&text=zeppelin")
    expect(nothing).to_have_count(1)
    for name in ("Compare", "Data"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_title(re.compile(f"^{name}"))
        expect(nothing).to_have_count(1)
    page.get_by_role("link", name="Explore", exact=True).click()
    panel = page.locator("twinned-stage section.dossier")
    expect(panel.get_by_text("more records outside the filters")).to_be_visible()
    page.wait_for_timeout(600)  # a step of its own in the history
    panel.get_by_role("button", name="Close").click()
    expect(page.locator("twinned-stage .found")).to_contain_text("No record matches all of these filters.")
    page.go_back()
    expect(panel).to_be_visible()
    page.get_by_role("link", name="Dossiers").click()
    expect(page.get_by_text("No records here match the current filters.")).to_be_visible()
    page.get_by_role("button", name="show", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile(r"^Agreements \d"))).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-MI_CN-CQ")
    page.goto(f"{server}/data?lang=en&text=zeppelin")
    page.locator("twinned-bar .chip").click()
    expect(nothing).to_have_count(0)
    expect(page).to_have_url(f"{server}/data?lang=en")
