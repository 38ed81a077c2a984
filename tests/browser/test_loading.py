"""While a page comes in nothing moves that a visitor already sees; it has its title; afterwards it rests."""

from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Window

pytestmark = pytest.mark.browser

# Each page by an address, and what comes last on it.
LAST = {
    "/?lang=en": "[data-testid=deckmap][data-ready=true]",
    "/?lang=ru&selected=BY-MI_CN-CQ": "[data-testid=deckmap][data-ready=true]",
    "/insights?lang=ru": "section.charts #years table",
    "/compare?lang=zh": "section.charts table",
    "/dossier?lang=zh&selected=BY-MI_CN-CQ": "section.full",
    "/data?lang=en": ".st-key-tallies tbody tr",
}
SCRIPT = """
window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().map(({value}) => value)))
  .observe({type: 'layout-shift', buffered: true});
"""
GOOD = 0.1  # of the cumulative layout shift: what https://web.dev/articles/cls calls good
TITLES = {
    "English": ["Explore", "Insights", "Compare", "Minsk Region – Chongqing", "Data"],
    "Русский": ["Карта", "Анализ", "Сравнение", "Минская область — Чунцин", "Данные"],
    "中文": ["探索", "分析", "比较", "明斯克州—重庆", "数据"],
}
PAGES = ["/", "/insights", "/compare", "/dossier", "/data"]
ATLAS = {
    "English": "Belarus – China · twinned regions",
    "Русский": "Беларусь — Китай · регионы-побратимы",
    "中文": "白俄罗斯—中国 · 友好省州（城市）",
}


@pytest.fixture(scope="module")
def watch() -> str:
    return SCRIPT


@pytest.mark.parametrize("address", LAST)
def test_nothing_jumps_while_a_page_loads_and_it_has_its_title(page: Page, server: str, address: str) -> None:
    page.goto(f"{server}{address}")
    page.locator(LAST[address]).first.wait_for()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)
    assert sum(page.evaluate("shifts")) < GOOD
    if address == "/?lang=en":
        return
    for language, titles in TITLES.items():
        page.get_by_role("radio", name=language, exact=True).click()
        expect(page).to_have_title(f"{titles[PAGES.index(urlparse(address).path)]} · {ATLAS[language]}")


def rest(page: Page, window: Window) -> None:
    """Wait until nothing has been asked for half a second: what is fetched ahead is fetched in turn."""
    known = 0
    while len(window.asked) > known:
        known = len(window.asked)
        page.wait_for_timeout(500)


AHEAD = 15_000  # ms after which the stage has asked for all files that it fetches ahead


def test_a_page_at_rest_asks_for_the_version_and_for_no_run(page: Page, server: str, window: Window) -> None:
    """A run that a timer asks for, as `run_every` does, empties a page that is just being opened."""
    page.clock.install()
    page.goto(f"{server}/insights?lang=en")
    page.locator("section.charts #years table").wait_for()
    page.clock.fast_forward(AHEAD)
    rest(page, window)
    assert window.sent
    window.sent.clear()
    window.asked.clear()
    for _ in range(5):
        with page.expect_response(f"{server}/config-version"):
            page.clock.fast_forward(2000)
    assert window.sent == []
    assert window.asked == [f"{server}/config-version"] * 5
