"""The search box in a browser: keys, mouse, where the list lies, and what is fetched."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Window

pytestmark = pytest.mark.browser


def opened(page: Page, server: str, language: str, label: str) -> tuple[Locator, Locator]:
    """The box and the options of its list."""
    page.goto(f"{server}/?lang={language}")
    return page.get_by_role("combobox", name=label), page.locator("twinned-head").get_by_role("option")


def test_keys_alone_suffice(page: Page, server: str) -> None:
    box, options = opened(page, server, "en", "Find")
    page.locator("twinned-bar button.filters").click()
    words = page.get_by_label("Words in the records")
    words.press_sequentially("/")
    expect(words).to_have_value("/")  # typed, no shortcut
    words.press("Backspace")
    words.blur()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("rc")  # which Streamlit would take for shortcuts
    expect(page.get_by_text("No matches.")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(box).to_have_value("rc")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.type("Homiel")
    expect(options.first).to_contain_text("Gomel Region")
    page.keyboard.press("End")
    active = page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_count(1)
    expect(active).to_have_id(str(options.last.get_attribute("id")))
    expect(box).to_have_attribute("aria-activedescendant", str(options.last.get_attribute("id")))
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("Homiel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("selected=BY-HO$"))
    expect(box).to_have_value("")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()


def test_the_list_lies_inside_the_window_and_obeys_the_mouse(page: Page, server: str) -> None:
    box, options = opened(page, server, "ru", "Найти")
    for width, height in ((1440, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        box.fill("")
        box.fill("брест")
        expect(options.first).to_be_visible()
        popup = page.locator("twinned-head .popup").bounding_box()
        assert popup
        assert popup["x"] >= 0
        assert popup["x"] + popup["width"] <= width
        assert popup["y"] + popup["height"] <= height
        assert popup["width"] > 350, "wide enough to read"
        assert options.first.evaluate(
            """option => {
                const {right, y} = option.getBoundingClientRect(), root = option.getRootNode();
                return root.elementFromPoint(right - 9, y + 9).closest('[role=option]') === option;
            }"""
        ), "nothing covers or clips it"
    page.get_by_test_id("deckmap").click(position={"x": 4, "y": 200})
    expect(options).to_have_count(0)
    box.click()
    page.get_by_role("option", name="Брестская область — Аньхой Побратимы").click()
    expect(page).to_have_url(re.compile("selected=BY-BR_CN-AH"))
    expect(options).to_have_count(0)


def test_the_index_is_fetched_when_needed_once_and_again_after_a_failure(
    page: Page, server: str, window: Window
) -> None:
    fetched = lambda: sum("/layers/search-" in url for url in window.asked)  # noqa: E731
    page.route("**/search-*.json", lambda route: route.abort())
    box, options = opened(page, server, "en", "Find")
    box.wait_for()
    assert fetched() == 0
    box.fill("brest")
    expect(page.get_by_text("Search is unavailable. Try again.")).to_be_visible()
    assert all("/layers/search-" in fault for fault in window.faults)
    window.faults.clear()
    page.unroute("**/search-*.json")
    window.asked.clear()
    for typed, found in (("bres", "Brest Region"), ("чунцин", "Chongqing")):
        box.fill(typed)
        expect(options.first).to_contain_text(found)
    assert fetched() == 1
