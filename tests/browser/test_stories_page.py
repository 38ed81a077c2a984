"""The page of stories in a browser: by its door, through the choice of a region, to a step and back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser
DOOR = {"en": "Stories to present", "ru": "Сюжеты для показа", "zh": "演示专题"}


@pytest.mark.parametrize("language", DOOR)
def test_a_door_leads_from_the_map_to_the_stories(page: Page, server: str, language: str) -> None:
    atlas = Atlas(page, server).open(f"lang={language}").linked()
    atlas.welcome.get_by_role("link", name=DOOR[language]).click()
    expect(page.locator(".stories article")).to_have_count(4)
    expect(page).to_have_url(f"{server}/stories?lang={language}")


def test_a_step_opens_its_view_and_stays_in_the_address(page: Page, server: str) -> None:
    page.goto(f"{server}/stories?lang=en&selected=BY-VI")
    page.locator("#medicine li a").nth(3).click()
    address = f"{server}/?lang=en&selected=BY-MI_CN-ZJ&story=medicine&step=4&sectors=medicine"
    expect(page).to_have_url(address)
    presented = page.get_by_role("region", name="Presentation: Medicine")
    expect(presented.get_by_test_id("deckmap")).to_have_attribute("data-selected", "pair:BY-MI_CN-ZJ")
    page.reload()
    expect(page).to_have_url(address)
    page.go_back()
    expect(page.locator(".stories article")).to_have_count(4)
    expect(page).to_have_url(f"{server}/stories?lang=en&selected=BY-VI")


def test_one_region_in_depth_is_told_of_the_region_that_is_chosen(page: Page, server: str) -> None:
    page.goto(f"{server}/stories?lang=en")
    page.get_by_label("Region or pair").select_option("CN-SH")
    card = page.locator("#region")
    expect(card.locator("li a").first).to_have_text(re.compile("^Shanghai: "))
    card.get_by_role("link", name="Present").click()
    expect(page).to_have_url(f"{server}/?lang=en&selected=CN-SH&story=region&step=1")


def test_on_paper_there_are_stories_and_nothing_to_press(page: Page, server: str) -> None:
    page.goto(f"{server}/stories?lang=en")
    expect(page.locator(".stories article")).to_have_count(4)
    page.emulate_media(media="print")
    expect(page.locator(".stories .present").first).to_be_hidden()
    expect(page.locator(".stories li a").first).to_be_visible()
    expect(page.locator(".stories svg .of").first).to_have_css("print-color-adjust", "exact")
