"""While a page comes in nothing moves that a visitor already sees; afterwards it rests."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

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


def test_a_page_at_rest_asks_for_no_run(page: Page, server: str) -> None:
    """A run that a timer asks for, as `run_every` does, empties a page that is just being opened."""
    sent: list[bytes | str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.goto(f"{server}/insights?lang=en")
    page.locator(LAST["/insights?lang=en"]).wait_for()
    page.wait_for_timeout(1000)
    assert sent
    sent.clear()
    with page.expect_response(f"{server}/edits"):  # so the table is watched all the same
        page.wait_for_timeout(5000)
    assert not sent
