"""The comparison in a browser: chosen on the page, kept by the address."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def choose(page: Page, name: str, option: str) -> None:
    box = page.get_by_role("combobox", name=name)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def compared(page: Page, first: str, second: str) -> None:
    """The table, both charts and the address are about these two."""
    expect(page.locator(f"section[data-key='{first} {second}']")).to_be_visible()
    expect(page).to_have_url(re.compile(f"compare={first}&compare={second}$"))
    expect(page.locator("[role=graphics-document]")).to_have_count(2)


def test_two_regions_are_chosen_and_stay_after_a_reload(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?lang=en")
    choose(page, "Second", "Vitebsk Region")
    expect(page).to_have_url(re.compile("compare="))
    choose(page, "First", "Shandong")
    compared(page, "CN-SD", "BY-VI")
    told = page.locator(".st-key-compare strong", has_text="Shandong").inner_text()
    page.reload()
    compared(page, "CN-SD", "BY-VI")
    expect(page.get_by_text(told)).to_be_visible()


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
