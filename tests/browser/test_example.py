"""Another pair in other languages, served: its map, its dossier and every page speak of it alone."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, serving
from tests.foreign import FOREIGN

pytestmark = pytest.mark.browser
PAIR = "DE-RP_FR-BFC"
UNDER_THE_BAR = """map => {
  const boxes = each => [...each].map(one => [one, one.getBoundingClientRect()]).filter(([, {width}]) => width);
  const bar = boxes(document.querySelector('twinned-bar').shadowRoot.querySelectorAll('.toolbar > *'));
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes(map.querySelectorAll('.dm-label-unit:not(.dm-off)'))
    .filter(([, name]) => bar.some(([, cover]) => meet(name, cover))).map(([element]) => element.textContent);
}"""
PAGES = ("insights", "compare", "data", "dossier", "sectors", "stories", "changes", "about")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    serve = [
        sys.executable,
        "-m",
        "dashboard.cli",
        "serve",
        "--config",
        str(ROOT / "examples/germany-france"),
        "--port",
    ]
    with serving(lambda port: [*serve, str(port)]) as address:
        yield address


@pytest.fixture(scope="module")
def watch() -> str:
    return Path(__file__).with_name("words.js").read_text("utf-8")


def foreign(page: Page) -> set[str]:
    """Words of the first atlas among all that the page has said until now."""
    said = page.evaluate("new Promise(then => setTimeout(() => then([...said]), 250))")
    assert said
    return {text for text in said if FOREIGN.search(text)}


def test_a_line_opens_its_dossier_in_both_languages(page: Page, server: str) -> None:
    atlas = Atlas(page, server).open("lang=de")
    assert page.evaluate("document.documentElement.lang") == "de"
    expect(atlas.head).to_contain_text("Partnerregionen in Deutschland und Frankreich")
    numbers = page.locator("twinned-stage .numbers")
    expect(numbers).to_contain_text("Partnerschaften")
    atlas.click(f"pair:{PAIR}")
    atlas.selected(f"pair:{PAIR}")
    expect(atlas.panel).to_contain_text("Partnerregionen seit dem 26. Juni 1962")
    assert foreign(page) == set()
    atlas.head.get_by_text("EN", exact=True).click()
    expect(atlas.panel).to_contain_text("Twinned since 26 June 1962")
    assert foreign(page) == set()


@pytest.mark.parametrize(
    ("layout", "width", "height"), [("facing", 1280, 720), ("ranked", 1280, 720), ("ranked", 375, 812)]
)
def test_every_region_has_its_name_on_the_map(page: Page, server: str, layout: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    atlas = Atlas(page, server).open(f"lang=de&layout={layout}")
    hidden = atlas.map.locator(".dm-label-unit.dm-off")
    expect(hidden).to_have_count(0)
    expect(atlas.map.locator(".dm-label-unit")).to_have_count(29)


@pytest.mark.parametrize(("width", "height"), [(1024, 900), (1280, 1000), (1440, 1200)])
def test_no_name_lies_under_the_bar(page: Page, server: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    atlas = Atlas(page, server).open("lang=de")
    expect(atlas.map.locator(".dm-label-unit:not(.dm-off)").first).to_be_attached()
    assert atlas.map.evaluate(UNDER_THE_BAR) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_page_speaks_of_the_first_atlas(page: Page, server: str, language: str) -> None:
    for name in PAGES:
        page.goto(f"{server}/{name}?lang={language}&selected={PAIR}")
        expect(page.locator(f"twinned-head [data-page={name}][aria-current]")).to_have_count(1)
        page.get_by_role("main").locator("visible=true").first.wait_for()
        assert foreign(page) == set(), name
