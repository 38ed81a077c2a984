"""The comparison in a browser: chosen on the page, kept by the address."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def choose(page: Page, name: str, option: str) -> None:
    box = page.get_by_role("combobox", name=name)
    box.focus()
    box.select_option(label=option)


def compared(page: Page, first: str, second: str) -> None:
    """The tables and the address are about these two."""
    expect(page.locator(f"section[data-key='{first} {second}']")).to_be_visible()
    expect(page).to_have_url(re.compile(f"compare={first}&compare={second}$"))
    expect(page.locator(".sides")).to_have_count(3)


def test_two_regions_are_chosen_and_stay_after_a_reload(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en")
    choose(page, "Second", "Vitebsk Region")
    expect(page).to_have_url(re.compile("compare="))
    expect(page.get_by_role("combobox", name="Second")).to_be_focused()
    choose(page, "First", "Shandong")
    compared(page, "CN-SD", "BY-VI")
    told = page.locator(".finding h2").inner_text()
    assert "Shandong" in told
    page.reload()
    compared(page, "CN-SD", "BY-VI")
    expect(page.locator(".finding h2")).to_have_text(told)


def test_two_pairs_are_chosen_and_lead_to_the_map(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en")
    page.get_by_role("radio", name="Pairs").click()
    expect(page).to_have_url(re.compile("compare=.*_"))
    choose(page, "Second", "Vitebsk Region – Shandong")
    expect(page).to_have_url(re.compile("compare=BY-VI_CN-SD$"))
    choose(page, "First", "Minsk – Beijing")
    compared(page, "BY-HM_CN-BJ", "BY-VI_CN-SD")
    page.reload()
    compared(page, "BY-HM_CN-BJ", "BY-VI_CN-SD")
    page.get_by_role("button", name="Open on the map").last.click()
    expect(page).to_have_url(re.compile("selected=BY-VI_CN-SD"))


def test_the_kind_is_chosen_by_arrow_keys_and_keeps_the_focus(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en")
    page.get_by_role("radio", name="Regions").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("compare=.*_"))
    expect(page.get_by_role("radio", name="Pairs")).to_have_attribute("aria-checked", "true")


def test_equal_numbers_have_equal_bars_and_neither_side_is_red(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en&compare=BY-HM&compare=BY-MI")
    row = page.locator("#stages tbody tr", has_text="Idea, talks")  # 20 projects each
    expect(row.locator(".side i")).to_have_count(2)
    first, second = row.locator(".side i").all()
    assert first.bounding_box()["width"] == pytest.approx(second.bounding_box()["width"], abs=1.5)
    colours = [bar.evaluate("bar => getComputedStyle(bar).backgroundColor") for bar in (first, second)]
    assert colours == ["rgb(29, 39, 48)", "rgb(11, 107, 102)"]
