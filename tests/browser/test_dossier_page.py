"""Dossiers in a browser: from the panel to the page, its reasons and sources, by mouse and by keyboard, on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
PAIR = "selected=BY-MI_CN-CQ"


@pytest.fixture
def full(page: Page, server: str) -> Page:
    page.goto(f"{server}/dossier?lang=en&{PAIR}")
    page.get_by_role("heading", name="Minsk Region – Chongqing", level=2).wait_for()
    return page


def test_the_tabs_of_the_panel_obey_the_arrow_keys_and_it_leads_to_the_page(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=ru&{PAIR}")
    projects, agreements, sources = (
        page.get_by_role("tab", name=name) for name in ("Проекты", "Соглашения", "Источники")
    )
    agreements.focus()
    page.keyboard.press("ArrowRight")
    expect(projects).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(sources).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Источники")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(agreements).to_be_focused()
    link = page.get_by_role("link", name="Открыть полное досье")
    expect(link).to_have_attribute("href", f"dossier?lang=ru&{PAIR}")
    link.click()
    expect(page.locator("section.full")).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=ru&{PAIR}")
    expect(page).to_have_title(re.compile("^Минская область — Чунцин"))


def test_reasons_sources_and_the_next_dossier(full: Page) -> None:
    mark, reason = (full.locator(f"section.full .mark.inferred{after}").first for after in ("", " + .tip"))
    expect(reason).to_be_hidden()
    mark.hover()
    expect(reason).to_be_visible()
    full.mouse.move(2, 2)
    expect(reason).to_be_hidden()
    expect(mark).to_have_accessible_description(re.compile("^Inferred, not stated in the source\\. "))
    mark.focus()
    full.keyboard.press("Enter")
    full.mouse.move(2, 2)
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(reason).to_be_visible()
    full.keyboard.press("Escape")
    expect(reason).to_be_hidden()
    cite = full.locator(".cites a").first
    cite.hover()
    expect(cite).to_have_attribute("title", full.locator(f"#s{cite.inner_text()} .cite").text_content() or "")
    cite.click()
    expect(full.locator(f".sources li[value='{cite.inner_text()}']")).to_be_focused()
    full.get_by_role("navigation", name="Previous and next dossier").get_by_role("link").last.click()
    expect(full.get_by_role("heading", name="Minsk Region – Guangdong", level=2)).to_be_focused()
    expect(full).to_have_url(re.compile("selected=BY-MI_CN-GD$"))


def test_without_a_selection_a_pair_can_be_chosen(page: Page, server: str) -> None:
    page.goto(f"{server}/dossier?lang=en")
    page.get_by_role("link", name="Vitebsk Region – Heilongjiang").click()
    expect(page.locator("section.full")).to_be_visible()
    expect(page).to_have_url(f"{server}/dossier?lang=en&selected=BY-VI_CN-HL")


def test_an_address_with_a_record_opens_at_it(page: Page, server: str) -> None:
    page.goto(f"{server}/dossier?lang=en&{PAIR}#BY-MI_CN-CQ/roadmap-2023")
    expect(page.locator("[id='BY-MI_CN-CQ/roadmap-2023']")).to_be_focused()


@pytest.mark.parametrize("scheme", ["dark"])
def test_the_printed_dossier_is_whole_and_writes_its_sources_out(full: Page, scheme: str) -> None:  # noqa: ARG001
    head, links = full.locator("twinned-head"), full.locator(".sources a[target]")
    printed = full.pdf(format="A4", print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 3, "not cut at the height of the window"
    addresses = links.evaluate_all("all => all.map(it => it.getAttribute('href'))")
    assert all(f"/URI ({address})".encode() in printed for address in addresses)
    full.emulate_media(media="print")
    assert addresses[0] in links.first.evaluate("it => getComputedStyle(it, '::after').content")
    expect(full.locator("section.full .tip").first).to_be_visible()
    for frame in (head.locator("nav"), full.locator(".contents"), full.locator(".tools"), full.locator(".around")):
        expect(frame).to_be_hidden()
    grounds = full.locator(".st-key-reload").evaluate(
        """it => {
            const all = [];
            while ((it = it.parentElement)) all.push(getComputedStyle(it).backgroundColor);
            return all;
        }"""
    )
    assert set(grounds) == {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, "white, or nothing before white"
    assert full.locator("article").evaluate_all("all => all.every(it => it.scrollWidth <= it.clientWidth + 1)")


def test_a_source_is_copied_as_a_citation_by_keyboard_and_says_so(full: Page, server: str) -> None:
    full.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    button = full.locator("#s57 .copy")
    button.focus()
    full.keyboard.press("Enter")
    menu = full.get_by_role("menu", name="Copy citation")
    expect(menu.get_by_role("menuitem")).to_have_text(["Text", "BibTeX", "CSL-JSON"])
    full.keyboard.press("ArrowDown")
    full.keyboard.press("Enter")
    expect(button).to_have_text("Citation copied · BibTeX")
    expect(full.get_by_role("status").filter(has_text="Citation copied · BibTeX")).to_have_count(1)
    expect(button).to_be_focused()
    copied = full.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@book{zalesskij-2023-potential,\n  author = {Б. Залесский},\n")
