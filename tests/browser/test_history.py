"""Back, Forward, a reload and a copied link: address, head, panel and filters agree."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser
STEP = 600  # ms: what changes sooner after a step of the history belongs to it


def shows(page: Page, query: str) -> None:
    """The page to explore, with the selection and the filter of its address."""
    expect(page).to_have_url(re.compile(rf"/\?{query}$"))
    atlas = Atlas(page, "")
    expect(atlas.link("explore")).to_have_attribute("aria-current", "page")
    selected = re.search("selected=([^&]+)", query)
    if selected:
        expect(atlas.panel).to_have_attribute("data-key", selected[1])
        expect(atlas.panel).to_be_visible()
    else:
        expect(atlas.panel.filter(visible=True)).to_have_count(0)
    pressed = str("sectors=medicine" in query).lower()
    expect(atlas.pill("sectors:medicine")).to_have_attribute("aria-pressed", pressed)


def test_back_forward_reload_and_a_copied_link_show_what_the_address_says(
    page: Page, server: str, browser: Browser
) -> None:
    first, second, third = "lang=en", "lang=en&selected=BY-VI", "lang=en&selected=BY-VI&sectors=medicine"
    atlas = Atlas(page, server).open(first)
    atlas.click("unit:BY-VI")
    shows(page, second)
    page.wait_for_timeout(STEP)
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    shows(page, third)
    atlas.to("insights")
    expect(page).to_have_url(f"{server}/insights?{third}")
    page.locator("section.charts #matrix").wait_for()
    page.go_back()
    shows(page, third)
    page.go_back()
    shows(page, second)
    page.reload()
    shows(page, second)
    page.go_forward()
    shows(page, third)
    page.go_back()
    page.go_back()
    shows(page, first)
    page.go_forward()
    page.go_forward()
    shows(page, third)
    page.go_forward()
    expect(page).to_have_url(f"{server}/insights?{third}")
    expect(atlas.link("insights")).to_have_attribute("aria-current", "page")
    expect(page.locator("section.charts #matrix")).to_be_visible()
    page.go_back()
    shows(page, third)
    other = browser.new_page(locale="zh-CN")
    other.goto(page.url)
    shows(other, third)
    other.context.close()


def test_back_at_once_undoes_what_python_has_not_heard_of(page: Page, server: str) -> None:
    atlas = Atlas(page, server).open("lang=en")  # Python may still be starting
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    expect(atlas.pill("sectors:medicine")).to_have_attribute("aria-pressed", "true", timeout=500)
    page.go_back()
    expect(atlas.pill("sectors:medicine")).to_have_attribute("aria-pressed", "false", timeout=500)
    expect(page).to_have_url(f"{server}/?lang=en")
    atlas.linked()
    page.wait_for_timeout(1200)  # nothing that comes late changes it
    shows(page, "lang=en")


def test_an_address_is_completed_and_says_the_language(browser: Browser, server: str) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{server}/?sectors=medicine&sectors=nonsense")
    shows(page, "lang=zh&sectors=medicine")
    page.context.close()
