"""The pages of sectors and the page about the atlas in a browser: by their doors, in every language, on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import Atlas

pytestmark = pytest.mark.browser
EDUCATION = {"en": "Education", "ru": "Образование", "zh": "教育"}
OPERATING = {"en": "Operating", "ru": "Действует", "zh": "运行中"}
ABOUT = {"en": "About the atlas", "ru": "Об атласе", "zh": "关于本图集"}


def title(page: Page, text: str) -> None:
    expect(page.locator("section.full h2")).to_have_text(text)


@pytest.mark.parametrize("language", EDUCATION)
def test_the_door_of_a_sector_leads_to_its_page(page: Page, server: str, language: str) -> None:
    atlas = Atlas(page, server).open(f"lang={language}").linked()
    door = atlas.welcome.locator("a.door[data-key=education]")
    expect(door).to_have_attribute("href", f"sectors?lang={language}&sectors=education")
    door.click()
    title(page, EDUCATION[language])
    expect(page).to_have_url(f"{server}/sectors?lang={language}&sectors=education")
    expect(page).to_have_title(re.compile(f"^{EDUCATION[language]} · "))
    expect(page.locator("#projects h4").first).to_contain_text(OPERATING[language])
    page.go_back()
    expect(page).to_have_url(f"{server}/?lang={language}")
    expect(atlas.welcome).to_be_visible()
    page.go_forward()
    title(page, EDUCATION[language])
    other = next(name for name in EDUCATION if name != language)
    atlas.speak(other)
    title(page, EDUCATION[other])


def test_from_the_list_of_sectors_to_one_to_the_next_and_to_a_dossier(page: Page, server: str) -> None:
    page.goto(f"{server}/sectors?lang=en")
    page.get_by_role("link", name="Health").click()
    expect(page.get_by_role("heading", name="Health", level=2)).to_be_focused()
    page.get_by_role("navigation", name="Previous and next dossier").get_by_role("link").last.click()
    title(page, "Science")
    expect(page).to_have_url(f"{server}/sectors?lang=en&sectors=science")
    page.locator("#pairs").get_by_role("link", name="Minsk – Beijing").click()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-HM_CN-BJ&sectors=science")
    page.locator("section.full .facts a[data-sector=education]").first.click()
    title(page, "Education")
    expect(page).to_have_url(f"{server}/sectors?lang=en&sectors=education")
    page.get_by_role("button", name="All sectors").click()
    expect(page.locator("section.choose h2")).to_have_text("Sectors")
    expect(page).to_have_url(f"{server}/sectors?lang=en")


def test_what_other_filters_leave_out_is_shown_and_the_sector_stays(page: Page, server: str) -> None:
    page.goto(f"{server}/sectors?lang=en&sectors=medicine&years=2024-2024")
    page.locator(".hidden").get_by_role("button", name="show").click()
    expect(page).to_have_url(f"{server}/sectors?lang=en&sectors=medicine")
    expect(page.locator("section.full .hidden")).to_have_count(0)


def test_the_panel_and_the_search_lead_to_sectors(page: Page, server: str) -> None:
    atlas = Atlas(page, server).open("lang=en&selected=BY-MI_CN-CQ").linked()
    atlas.panel.locator("a[data-sector=medicine]").filter(visible=True).first.click()
    title(page, "Health")
    expect(page).to_have_url(f"{server}/sectors?lang=en&sectors=medicine")
    box = page.get_by_role("combobox", name="Find")
    box.fill("logistic")
    page.get_by_role("option", name="Logistics", exact=True).click()
    title(page, "Logistics")


def test_the_records_found_for_a_sector_lead_to_its_page(page: Page, server: str) -> None:
    atlas = Atlas(page, server).open("lang=en&sectors=medicine").linked()
    atlas.found.get_by_role("link", name="Open the page of this sector").click()
    title(page, "Health")


@pytest.mark.parametrize("scheme", ["dark"])
def test_a_printed_sector_is_whole(page: Page, server: str, scheme: str) -> None:  # noqa: ARG001
    page.goto(f"{server}/sectors?lang=en&sectors=medicine")
    title(page, "Health")
    addresses = page.locator(".sources a[target]").evaluate_all("all => all.map(it => it.getAttribute('href'))")
    printed = page.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 3, "not cut at the height of the window"
    assert all(f"/URI ({address})".encode() in printed for address in addresses)
    page.emulate_media(media="print")
    for frame in (".contents", ".tools", ".around"):
        expect(page.locator(f"section.full {frame}")).to_be_hidden()


@pytest.mark.parametrize("language", ABOUT)
def test_how_to_read_leads_to_the_page_about_the_atlas(page: Page, server: str, language: str) -> None:
    atlas = Atlas(page, server).open(f"lang={language}").linked()
    atlas.welcome.locator("summary").click()
    atlas.welcome.locator("details a").click()
    title(page, ABOUT[language])
    expect(page).to_have_url(f"{server}/about?lang={language}")
    printed = page.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 1
