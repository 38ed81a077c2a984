"""The insights in a browser: what each chart says, and the ways from a chart and from a white spot to the map."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.loading import CONFIG, load_all

pytestmark = pytest.mark.browser
LOADED = load_all(CONFIG)
LANGUAGES = list(LOADED.catalogue.atlas.languages)
PAGES = ("insights", "compare", "dossier", "data")
CHARTS = ("matrix", "sectors", "stages", "by_sector", "years")


def sentence(page: Page, chart: str) -> str:
    """What is said over a chart, once the chart itself says the same of itself."""
    drawn = page.locator(f".st-key-part_{chart} [role=graphics-document]")
    drawn.wait_for()
    said = page.locator(f".st-key-part_{chart} p").first.inner_text()
    expect(drawn).to_have_attribute("aria-label", said)
    return said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_title(page: Page, server: str, name: str, language: str) -> None:
    page.goto(f"{server}/{name}?lang={language}")
    t = LOADED.translators[language]
    expect(page).to_have_title(f"{t(f'nav.{name}')} · {t.text(LOADED.catalogue.atlas.title)}")
    expect(page.locator(".st-key-head")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_told_in_a_sentence_that_follows_the_filter(page: Page, server: str, language: str) -> None:
    page.goto(f"{server}/insights?lang={language}")
    before = [sentence(page, chart) for chart in CHARTS]
    page.goto(f"{server}/insights?lang={language}&sectors=medicine")
    after = [sentence(page, chart) for chart in CHARTS]
    assert all(one and one != other for one, other in zip(before, after, strict=True))


def test_a_filter_chosen_on_the_page_changes_what_is_said(page: Page, server: str) -> None:
    page.goto(f"{server}/insights?lang=en")
    before = sentence(page, "matrix")
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("button", name=re.compile("^Health")).click()
    expect(page).to_have_url(re.compile("sectors=medicine"))
    expect(page.locator(".st-key-part_matrix p").first).not_to_have_text(before)


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


def test_a_square_of_the_matrix_leads_to_the_pair(page: Page, server: str) -> None:
    page.goto(f"{server}/insights?lang=en&sectors=medicine")
    sentence(page, "matrix")
    square = page.locator(".st-key-chart_matrix path[aria-label*='Minsk Region — Chongqing']")
    at_rest(square)
    square.click(force=True)  # on its number
    expect(page.locator("section[data-key='BY-MI_CN-CQ']")).to_be_visible()
    expect(page).to_have_url(f"{server}/?lang=en&selected=BY-MI_CN-CQ&sectors=medicine")


def test_a_white_spot_leads_to_the_pair(page: Page, server: str) -> None:
    page.goto(f"{server}/insights?lang=en")
    spot = page.locator("section.spots button.row").first
    key = spot.get_attribute("data-select")
    spot.click()
    expect(page.locator(f"section[data-key='{key}']")).to_be_visible()
    expect(page).to_have_url(re.compile(f"selected={key}"))


@pytest.mark.parametrize("name", PAGES)
def test_a_filter_that_leaves_nothing_says_so_and_can_be_reset(page: Page, server: str, name: str) -> None:
    page.goto(f"{server}/{name}?lang=en&text=zeppelin")
    expect(page.get_by_text("No record matches all of these filters.")).to_have_count(1)
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text("No record matches all of these filters.")).to_have_count(0)
    expect(page).to_have_url(f"{server}/{name}?lang=en")


def test_a_dossier_that_the_filter_empties_shows_all_again(page: Page, server: str) -> None:
    page.goto(f"{server}/dossier?lang=en&selected=BY-MI_CN-CQ&text=zeppelin")
    expect(page.get_by_text("No records here match the current filters.")).to_be_visible()
    page.get_by_role("button", name="show").click()
    expect(page.get_by_role("heading", name=re.compile(r"^Agreements \d"))).to_be_visible()
