"""The frame of all pages: no word but the atlas's own, one bar, one menu, one theme, and the map above a dossier."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.atlas import Atlas
from tests.browser.counted import LISTS, count, records, yaml_of
from tests.browser.host import ROOT
from tests.browser.proxy import Line

pytestmark = pytest.mark.browser
ATLAS, NAV = yaml_of("atlas.yaml"), yaml_of("i18n/en.yaml")["nav"]
PATHS = {name: "" if name == "explore" else name for name in NAV}
BARRED = [name for name in PATHS if name not in ("about", "changes", "stories")]
PAIR = "selected=BY-MI_CN-CQ"
WORD = re.compile(r"[A-Za-z]{2,}")
LISTEN = Path(__file__).with_name("words.js").read_text("utf-8")
WINDOWS = ((375, 812), (820, 1180), (853, 480), (1024, 768), (1280, 720))
NAMES = "Inter, Noto Sans SC, SIL Open Font License, Apache"  # of fonts and licences, the same in every language
RED = ("rgb(179, 38, 30)", "rgb(255, 122, 107)")


def opened(page: Page, server: str, name: str, query: str) -> Atlas:
    """A page that Python has drawn."""
    page.goto(f"{server}/{PATHS[name]}?{query}")
    atlas = Atlas(page, server).linked()
    page.wait_for_timeout(1500)  # for what components draw afterwards
    return atlas


def texts(value: Any, language: str) -> Iterator[str]:
    """Every text in YAML; of one in several languages only that in `language`."""
    if isinstance(value, dict):
        translated = language in value and value.keys() <= ATLAS["languages"].keys()
        for each in [value[language]] if translated else value.values():
            yield from texts(each, language)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each, language)
    elif isinstance(value, str):
        yield value


def own_words(language: str) -> set[str]:
    """Every Latin word of the interface and of the table in a language, and the names of the languages."""
    files = [file for file in (ROOT / "config").rglob("*.yaml") if file.parent.name not in ("i18n", "templates")]
    known = [
        NAMES,
        *texts(yaml_of(f"i18n/{language}.yaml"), language),
        *ATLAS["languages"].values(),
        *ATLAS["languages"],
    ]
    for file in files:
        known += texts(yaml_of(str(file.relative_to(ROOT / "config"))), language)
    return {word.casefold() for text in known for word in WORD.findall(text)}


@pytest.fixture(scope="module")
def watch() -> str:
    return LISTEN


def strange(page: Page, language: str) -> list[str]:
    """Texts said on a page so far with a Latin word that is neither of the interface nor of the table."""
    known = own_words(language)
    said = page.evaluate("[...said]")
    assert len(said) > 20
    return sorted(text for text in said if {word.casefold() for word in WORD.findall(text)} - known)


@pytest.mark.parametrize("language", ["ru", "zh"])
@pytest.mark.parametrize("name", PATHS)
def test_every_word_is_the_atlas_s_own(page: Page, server: str, name: str, language: str) -> None:
    atlas = opened(page, server, name, f"lang={language}&{PAIR}")
    atlas.head.locator(".more").click()
    page.keyboard.press("Escape")
    if name in BARRED:
        atlas.filters()
    page.wait_for_timeout(300)
    assert strange(page, language) == []


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_no_other_word_while_the_server_is_away(browser: Browser, server: str, language: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.add_init_script(LISTEN)
    with Line(urlparse(server).port or 0) as line:
        pages = {name: context.new_page() for name in PATHS}
        for name, page in pages.items():
            opened(page, line.address, name, f"lang={language}&{PAIR}")
            page.evaluate("said.clear()")
        line.cut()
        away = yaml_of(f"i18n/{language}.yaml")["status"]["away"]
        for page in pages.values():
            expect(page.get_by_test_id("atlas-away")).to_have_text(away)
            page.wait_for_timeout(1000)
        found = {name: strange(page, language) for name, page in pages.items()}
    context.close()
    assert found == {name: [] for name in PATHS}


@pytest.mark.parametrize("name", BARRED)
def test_one_bar_filters_every_page_at_once_and_python_hears_of_it(page: Page, server: str, name: str) -> None:
    atlas = opened(page, server, name, "lang=en")
    expect(page.get_by_role("button", name=re.compile("^Filters"))).to_have_count(1)
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    expect(atlas.toolbar.locator("button.filters")).to_have_text("Filters1", timeout=500)
    expect(page).to_have_url(re.compile("sectors=medicine"), timeout=500)
    found, left = page.locator("twinned-bar .found") if name != "explore" else atlas.found, records("medicine")
    expect(found).to_contain_text(f"{sum(count(left, each) for each in LISTS)} records found")
    atlas.pill("sectors:education").click()
    atlas.chip("Health").click()
    expect(atlas.chip("Health")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?lang=en&sectors=education$"))
    atlas.to("dossier")
    expect(page.get_by_text("more pairs outside the filters")).to_be_visible()
    atlas.chip("Education").click()
    expect(page.get_by_text("more pairs outside the filters")).to_have_count(0)
    expect(page).to_have_url(f"{server}/dossier?lang=en")


def test_the_filters_have_no_colours_of_lines_where_there_is_no_map(page: Page, server: str) -> None:
    atlas = opened(page, server, "explore", "lang=en")
    expect(atlas.pill("colouring:sectors")).to_have_count(1)
    atlas.to("compare")
    expect(atlas.pill("colouring:sectors")).to_have_count(0)
    expect(atlas.toolbar.locator(".layouts")).to_be_hidden()


def test_a_theme_is_chosen_in_the_menu_kept_by_the_address_and_shown_by_everything(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    atlas = opened(page, server, "dossier", f"lang=en&{PAIR}")
    ink = atlas.head.evaluate("it => getComputedStyle(it).color")
    atlas.head.locator(".more").click()
    atlas.head.get_by_role("radio", name="Dark").click()
    expect(page).to_have_url(f"{server}/dossier?lang=en&{PAIR}&theme=dark")
    for part in (atlas.head, page.locator("section.full"), atlas.map, page.locator("twinned-bar .toolbar")):
        expect(part).not_to_have_css("color", ink)
    assert page.locator(".st-key-page").evaluate(
        """it => {
            const all = [];
            while ((it = it.parentElement) && it.id !== 'root') all.push(getComputedStyle(it).colorScheme);
            return all.every(scheme => scheme === 'dark');
        }"""
    )
    page.keyboard.press("Escape")
    atlas.head.get_by_role("button", name="Share").click()
    atlas.head.get_by_role("button", name="Copy link").click()
    expect(atlas.head.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.keyboard.press("Escape")
    for link in atlas.head.locator("nav a").all():
        assert "theme=dark" in (link.get_attribute("href") or "")
    with page.context.expect_page() as opening:
        atlas.link("compare").click(button="middle")
    expect(opening.value.locator("html")).to_have_attribute("data-theme", "dark")
    expect(opening.value).to_have_url(f"{server}/compare?lang=en&{PAIR}&theme=dark")
    opening.value.close()
    atlas.head.locator(".more").click()
    atlas.head.get_by_role("radio", name="Match system").click()
    expect(page).to_have_url(f"{server}/dossier?lang=en&{PAIR}")
    expect(atlas.head).to_have_css("color", ink)


@pytest.mark.parametrize("name", PATHS)
def test_head_and_bar_stay_and_nothing_is_wider_than_the_window(page: Page, server: str, name: str) -> None:
    atlas = opened(page, server, name, f"lang=ru&{PAIR}&sectors=medicine&sectors=education&years=2010-2024")
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(300)
        page.evaluate("scrollTo(0, 1e5)")
        expect(atlas.head).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        head = atlas.head.locator("> :visible").evaluate_all(
            "all => all.map(it => it.getBoundingClientRect().toJSON())"
        )
        assert all(box["left"] >= 0 and box["right"] <= width and box["bottom"] <= 70 for box in head), (width, head)
        if name in BARRED:
            expect(atlas.toolbar.locator("button.filters")).to_be_in_viewport(ratio=1)


def test_the_focus_is_seen_on_the_links_of_the_head(page: Page, server: str) -> None:
    atlas = opened(page, server, "data", "lang=en")
    atlas.link("data").focus()
    page.keyboard.press("Shift+Tab")
    expect(atlas.link("compare")).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PATHS)
def test_red_is_for_twins_alone(page: Page, server: str, name: str, scheme: str) -> None:  # noqa: ARG001
    """Links and controls are ink, also those of Streamlit."""
    opened(page, server, name, "lang=en")
    reds = page.evaluate(
        """reds => {
            const found = [], look = root => root.querySelectorAll('*').forEach(it => {
                if (it.shadowRoot) look(it.shadowRoot);
                const control = it.matches('a, button, input, summary, label');
                if (control && reds.includes(getComputedStyle(it).color)) found.push(it.outerHTML);
            });
            look(document.body);
            return found;
        }""",
        RED,
    )
    assert reds == []


def test_the_map_above_a_dossier_shows_its_pair_and_leads_to_other_dossiers(page: Page, server: str) -> None:
    atlas = opened(page, server, "dossier", f"lang=en&{PAIR}")
    atlas.settle()
    expect(atlas.map).to_have_attribute("data-selected", "pair:BY-MI_CN-CQ")
    expect(atlas.map).to_have_attribute("data-moved", "false")  # they lie far apart: the whole map is as close
    for other in (".side", ".time", ".key", ".dm-corner"):
        expect(page.locator(f"twinned-stage {other}")).to_be_hidden()
    box = atlas.map.bounding_box()
    assert box
    assert box["height"] <= 0.44 * 720 + 1
    atlas.click("unit:BY-BR")
    expect(page.locator("section.full")).to_have_attribute("data-key", "BY-BR")
    expect(atlas.map).to_have_attribute("data-selected", "unit:BY-BR")
    expect(atlas.map).to_have_attribute("data-moved", "true")
    page.get_by_role("button", name="All dossiers").click()
    expect(page.get_by_role("heading", name="Dossiers", level=2)).to_be_visible()
    atlas.settle()
    expect(atlas.map).to_have_attribute("data-moved", "false")
    atlas.to("explore")
    atlas.settle()
    expect(atlas.welcome).to_be_visible()


def test_a_dossier_is_printed_in_brief_without_remarks_and_in_full_with_them(page: Page, server: str) -> None:
    opened(page, server, "dossier", f"lang=en&{PAIR}")
    page.emulate_media(media="print")
    tip = page.locator("section.full .tip").first
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    full = page.get_by_role("button", name="Print in full", include_hidden=True)
    page.get_by_role("button", name="Print in brief", include_hidden=True).evaluate("it => it.click()")
    expect(tip).to_be_hidden()
    expect(page.locator("section.full .mark").first).to_be_hidden()
    expect(page.locator("twinned-bar .imprint")).to_contain_text(PAIR)
    expect(page.locator("twinned-stage svg.dm-picture")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    full.evaluate("it => it.click()")
    expect(tip).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
