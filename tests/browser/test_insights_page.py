"""The insights in a browser: what each chart says, and the ways from a chart and from a white spot to the map."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
CHARTS = ("matrix", "sectors", "stages", "by_sector", "years")


def sentence(page: Page, chart: str) -> str:
    """What is said over a chart, once the chart itself says the same of itself."""
    drawn = page.locator(f".st-key-part_{chart} [role=graphics-document]")
    drawn.wait_for()
    said = page.locator(f".st-key-part_{chart} p").first.inner_text()
    expect(drawn).to_have_attribute("aria-label", said)
    return said


def test_every_chart_is_told_in_a_sentence_that_follows_the_filter(page: Page, server: str) -> None:
    page.goto(f"{server}/insights?lang=en")
    before = [sentence(page, chart) for chart in CHARTS]
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("button", name=re.compile("^Health")).click()
    expect(page).to_have_url(re.compile("sectors=medicine"))
    for chart, said in zip(CHARTS, before, strict=True):
        expect(page.locator(f".st-key-part_{chart} p").first).not_to_have_text(said)
        assert sentence(page, chart)


def test_on_paper_every_chart_fits_the_width(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 700, "height": 1000})
    page.goto(f"{server}/insights?lang=en")
    wide = page.locator(".st-key-part_matrix svg.marks")
    sentence(page, "matrix")
    before = wide.bounding_box()
    page.emulate_media(media="print")
    after = wide.bounding_box()
    assert before
    assert after
    assert before["width"] > 700 > after["x"] + after["width"]


def at_rest(drawn: Locator) -> None:
    """Waits until a mark of a chart stays where it is: Vega draws anew once it knows its width and the fonts."""
    before = None
    while (now := drawn.bounding_box()) != before:
        before = now
        drawn.page.wait_for_timeout(300)


def test_a_white_spot_and_a_square_of_the_matrix_lead_to_their_pair(page: Page, server: str) -> None:
    page.goto(f"{server}/insights?lang=en")
    spot = page.locator("section.spots button.row").first
    key = spot.get_attribute("data-select")
    spot.click()
    expect(page.locator(f"section[data-key='{key}']")).to_be_visible()
    expect(page).to_have_url(f"{server}/?lang=en&selected={key}")
    page.go_back()
    sentence(page, "matrix")
    square = page.locator(".st-key-chart_matrix path[aria-label*='Minsk Region – Chongqing']")
    at_rest(square)
    square.click(force=True)  # on its number
    expect(page.locator("section[data-key='BY-MI_CN-CQ']")).to_be_visible()
    expect(page).to_have_url(f"{server}/?lang=en&selected=BY-MI_CN-CQ")


def test_a_filter_that_leaves_nothing_says_so_on_every_page_and_can_be_reset(page: Page, server: str) -> None:
    nothing = page.get_by_text("No record matches all of these filters.")
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
    page.get_by_role("button", name="show").click()
    expect(page.get_by_role("heading", name=re.compile(r"^Agreements \d"))).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-MI_CN-CQ")
    page.goto(f"{server}/data?lang=en&text=zeppelin")
    page.get_by_role("button", name="Reset").click()
    expect(nothing).to_have_count(0)
    expect(page).to_have_url(f"{server}/data?lang=en")
