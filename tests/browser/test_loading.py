"""While a page comes in: nothing that a visitor already sees moves, and no page stays empty."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quiet")]

# Each page by an address, and what comes last on it.
LAST = {
    "/?lang=en": "[data-testid=deckmap][data-ready=true]",
    "/?lang=ru&selected=BY-MI_CN-CQ": "[data-testid=deckmap][data-ready=true]",
    "/insights?lang=en": ".st-key-part_years [role=graphics-document]",
    "/compare?lang=en": ".st-key-compare [role=graphics-document]",
    "/dossier?lang=zh&selected=BY-MI_CN-CQ": "section.full",
    "/data?lang=en": "[data-testid=stDataFrame] canvas",
}
WATCH = """
window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().map(({value}) => value)))
  .observe({type: 'layout-shift', buffered: true});
"""
GOOD = 0.1  # of the cumulative layout shift: what https://web.dev/articles/cls calls good


@pytest.mark.parametrize("address", LAST)
def test_nothing_jumps_while_a_page_loads(page: Page, server: str, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{server}{address}")
    page.locator(LAST[address]).first.wait_for()
    page.wait_for_timeout(1000)
    assert sum(page.evaluate("shifts")) < GOOD


def test_no_page_stays_empty_whenever_it_is_opened(page: Page, server: str) -> None:
    """Steps of a fifth of a second: a timer of the page runs out during one of the changes."""
    page.goto(f"{server}/insights?lang=en")
    for n in range(12):
        here, there = ("Insights", "Compare") if n % 2 else ("Compare", "Insights")
        page.wait_for_timeout(200 * n)
        page.get_by_role("link", name=here).click()
        expect(page.locator(f".st-key-{here.lower()}")).to_be_visible()
        expect(page.locator(f".st-key-{there.lower()}")).to_have_count(0)
