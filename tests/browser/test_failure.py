"""When the program fails: one sentence in the visitor's language, the head stays, the log has the traceback."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Window
from tests.browser.host import Server

pytestmark = pytest.mark.browser
BROKEN = """
import sys
from dashboard.cli import main
from dashboard.views import about
from dashboard.views.parts import context

def fail(*_):
    raise RuntimeError("injected")

page_of = context.page_of
about.about_html = fail
context.page_of = lambda snapshot, state: fail() if state.filter.text == "fail" else page_of(snapshot, state)
raise SystemExit(main(sys.argv[1:]))
"""
SAID = {
    "en": "This page could not be shown because of an error in the program. Reload it, or go on from the map.",
    "ru": "Из-за ошибки в программе эту страницу не удалось показать. Обновите её или вернитесь к карте.",
    "zh": "程序出错，此页面未能显示。请刷新页面，或返回地图。",
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server whose page about the atlas always fails, and every page whose filter has the word "fail"."""
    server = Server(lambda port: [sys.executable, "-c", BROKEN, "serve", "--port", str(port)])
    server.start()
    yield server
    server.end()


@pytest.fixture(scope="module", autouse=True)
def own(server: Server, window: Window) -> None:
    """What is asked of this server is asked of no stranger."""
    window.server = server.address


def only(page: Page, sentence: str) -> None:
    """The sentence is all that stands below the head, which is there."""
    expect(page.get_by_role("alert")).to_have_text(sentence)
    expect(page.locator("twinned-head nav a").first).to_be_visible()
    assert page.locator("#root").inner_text().strip() == "", "Streamlit says nothing; ours is in a shadow root"


@pytest.mark.parametrize("language", SAID)
def test_a_page_that_fails_says_so_and_the_others_can_be_opened(page: Page, server: Server, language: str) -> None:
    page.goto(f"{server.address}/about?lang={language}")
    only(page, SAID[language])
    assert "RuntimeError: injected" in server.said()
    page.locator("twinned-head nav a[data-page=compare]").click()
    expect(page.locator("section.versus")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("language", SAID)
def test_so_does_a_failure_outside_a_page(page: Page, server: Server, language: str) -> None:
    page.goto(f"{server.address}/compare?lang={language}&text=fail")
    only(page, SAID[language])


def test_a_failure_after_a_click_takes_the_place_of_the_page(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/compare?lang=ru")
    expect(page.locator("section.versus")).to_be_visible()
    page.locator("twinned-bar button.filters").click()
    page.locator("twinned-bar #filters input[type=search]").fill("fail")
    page.locator("twinned-bar #filters input[type=search]").press("Enter")
    expect(page.get_by_role("alert")).to_have_text(SAID["ru"])
    expect(page.locator("twinned-head nav a").first).to_be_visible()
    expect(page.get_by_text("This app has encountered an error")).to_have_count(0)
