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
    expect(page.locator(".st-key-head a[data-page=explore]")).to_have_attribute("aria-current", "page")
    selected = re.search("selected=([^&]+)", query)
    expect(page.locator(".st-key-panel section.dossier")).to_have_attribute("data-key", selected[1] if selected else "")
    pressed = str("sectors=medicine" in query).lower()
    expect(page.locator("[data-key='sectors:medicine']")).to_have_attribute("aria-pressed", pressed)


def test_back_forward_reload_and_a_copied_link_show_what_the_address_says(
    page: Page, server: str, browser: Browser
) -> None:
    first, second, third = "lang=en", "lang=en&selected=BY-VI", "lang=en&selected=BY-VI&sectors=medicine"
    atlas = Atlas(page, server).open(first)
    atlas.click("unit:BY-VI")
    shows(page, second)
    page.wait_for_timeout(STEP)
    atlas.pill("Health").click()
    shows(page, third)
    page.get_by_role("link", name="Insights").click()
    expect(page).to_have_url(f"{server}/insights?{third}")
    page.locator(".st-key-part_matrix").wait_for()
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
    expect(page.locator(".st-key-head a[data-page=insights]")).to_have_attribute("aria-current", "page")
    expect(page.locator(".st-key-part_matrix")).to_be_visible()
    page.go_back()
    shows(page, third)
    other = browser.new_page(locale="zh-CN")
    other.goto(page.url)
    shows(other, third)
    other.context.close()
