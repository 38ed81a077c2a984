"""Dossiers in a browser: from the panel to the page, its reasons and sources, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
PAIR = "selected=BY-MI_CN-CQ"


@pytest.fixture
def full(page: Page, server: str) -> Page:
    page.goto(f"{server}/dossier?lang=en&{PAIR}")
    page.get_by_role("heading", name="Minsk Region — Chongqing", level=2).wait_for()
    return page


def test_the_panel_leads_to_the_page_with_the_same_selection(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=ru&{PAIR}")
    link = page.get_by_role("link", name="Открыть полное досье")
    link.wait_for()
    expect(link).to_have_attribute("href", f"dossier?lang=ru&{PAIR}")
    link.click()
    expect(page.locator("section.full")).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=ru&{PAIR}")
    expect(page).to_have_title(re.compile("^Минская область — Чунцин"))


def test_the_next_dossier_has_an_address_and_the_focus(full: Page) -> None:
    full.get_by_role("navigation", name="Previous and next dossier").get_by_role("link").last.click()
    heading = full.get_by_role("heading", name="Minsk Region — Guangdong", level=2)
    expect(heading).to_be_focused()
    expect(full).to_have_url(re.compile("selected=BY-MI_CN-GD"))


def test_a_reason_shows_on_hover_and_focus_and_stays_after_a_click(full: Page) -> None:
    mark, reason = full.get_by_role("button", name="inferred").first, full.locator(".tip").first
    expect(reason).to_be_hidden()
    mark.hover()
    expect(reason).to_be_visible()
    full.mouse.move(2, 2)
    expect(reason).to_be_hidden()
    expect(mark).to_have_accessible_description(re.compile("^Inferred, not stated in the source: "))
    mark.focus()
    full.keyboard.press("Enter")
    full.mouse.move(2, 2)
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(reason).to_be_visible()
    full.keyboard.press("Escape")
    expect(reason).to_be_hidden()


def test_a_number_names_its_source_and_leads_to_it(full: Page) -> None:
    cite = full.locator(".cites a").first
    cite.hover()
    expect(cite).to_have_attribute("title", re.compile("Zalesskij"))
    cite.click()
    expect(full.locator(f".sources li[value='{cite.inner_text()}']")).to_be_focused()


def test_the_tabs_of_the_panel_obey_the_arrow_keys(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=en&{PAIR}")
    page.get_by_role("tab", name="Projects").wait_for()
    page.get_by_role("tab", name="Projects").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Agreements")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="Sources")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Sources")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Projects")).to_be_focused()


def test_on_paper_nothing_is_hidden_and_the_frame_is_gone(full: Page) -> None:
    full.emulate_media(media="print")
    expect(full.locator(".tip").first).to_be_visible()
    expect(full.get_by_role("button", name="Print")).to_be_hidden()
    expect(full.locator(".st-key-head")).to_be_hidden()


def test_without_a_selection_a_pair_can_be_chosen(page: Page, server: str) -> None:
    page.goto(f"{server}/dossier?lang=en")
    page.get_by_role("link", name="Vitebsk Region — Heilongjiang").click()
    expect(page.locator("section.full")).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-VI_CN-HL")


def test_what_the_panel_cuts_short_leads_to_its_part_of_the_page(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=en&{PAIR}")
    page.get_by_role("tab", name="Events").click()
    page.locator("#part-events a.more").click()
    heading = page.locator("section.full #events h3")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_an_address_with_a_record_opens_at_it(page: Page, server: str) -> None:
    page.goto(f"{server}/dossier?lang=en&{PAIR}#BY-MI_CN-CQ/roadmap-2023")
    expect(page.locator("[id='BY-MI_CN-CQ/roadmap-2023']")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_printed_dossier_is_whole_and_writes_its_sources_out(full: Page, scheme: str) -> None:  # noqa: ARG001
    printed = full.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 3, "not cut at the height of the window"
    links = full.locator(".sources a[target]")
    for link in links.all():
        assert f"/URI ({link.get_attribute('href')})".encode() in printed
    full.emulate_media(media="print")
    assert str(links.first.get_attribute("href")) in links.first.evaluate(
        "it => getComputedStyle(it, '::after').content"
    )
    for frame in (
        full.locator(".st-key-head"),
        full.locator(".contents"),
        full.locator(".tools"),
        full.locator(".around"),
    ):
        expect(frame).to_be_hidden()
    grounds = full.locator(".st-key-head").evaluate(
        """it => {
            const all = [];
            while ((it = it.parentElement)) all.push(getComputedStyle(it).backgroundColor);
            return all;
        }"""
    )
    assert set(grounds) == {"rgb(255, 255, 255)"}
    assert full.locator("article").evaluate_all("all => all.every(it => it.scrollWidth <= it.clientWidth + 1)")
