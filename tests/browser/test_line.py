"""The address is the truth and a page never dies: restarts, a cut line, a long absence, clicks in quick succession."""

import random
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.host import ROOT, Server
from tests.browser.proxy import Line

pytestmark = pytest.mark.browser
PAGES = {"explore": "", "insights": "insights", "compare": "compare", "dossier": "dossier", "data": "data"}
ENGLISH = {"explore": "Explore", "insights": "Insights", "compare": "Compare", "dossier": "Dossiers", "data": "Data"}
CHINESE = {"explore": "探索", "insights": "分析", "compare": "比较", "data": "数据", "dossier": "档案"}
QUERY = "lang=en&selected=BY-MI_CN-CQ&sectors=medicine"
AWAY = "No connection to the server."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this file's own that forgets a visitor after a second without a connection, not after two minutes."""
    config = Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("line") / "config"))
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    server = Server(lambda port: [*command, str(port)], STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="1")
    server.start()
    yield server
    server.end()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 720})
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def opened(page: Page, address: str, name: str, query: str = QUERY) -> Page:
    """A page on which everything is there that the tests click."""
    page.goto(f"{address}/{PAGES[name]}?{query}")
    head(page, ENGLISH[name])
    ready(page, name)
    return page


def ready(page: Page, name: str) -> None:
    if name == "explore":
        expect(page.get_by_test_id("deckmap")).to_have_attribute("data-ready", "true")
    elif name == "dossier":
        expect(page.locator("section.full, section.choose")).to_be_visible()
    elif name == "data":
        page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
    else:
        page.locator("[role=graphics-document]").first.wait_for()


def head(page: Page, label: str) -> None:
    """The head shows this page as the current one."""
    expect(page.locator(".st-key-head").get_by_role("link", name=label, exact=True)).to_have_attribute(
        "aria-current", "page"
    )


def language(page: Page, name: str) -> None:
    page.locator(".st-key-head").get_by_role("radio", name=name).click()


def counted(page: Page, name: str) -> None:
    """The first click on a language counts, and nothing that the address said is lost."""
    language(page, "中文")
    head(page, CHINESE[name])
    expect(page).to_have_url(re.compile(r"\?lang=zh&selected=BY-MI_CN-CQ&sectors=medicine$"))
    language(page, "English")
    head(page, ENGLISH[name])
    expect(page).to_have_url(re.compile(rf"\?{QUERY}$"))


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_after_a_restart_every_page_goes_on(context: BrowserContext, server: Server, sign: signal.Signals) -> None:
    pages = {name: opened(context.new_page(), server.address, name) for name in PAGES}
    server.end(sign)
    server.start()
    for name, page in pages.items():
        page.bring_to_front()
        counted(page, name)
        other = "insights" if name != "insights" else "data"
        page.locator(".st-key-head").get_by_role("link", name=ENGLISH[other], exact=True).click()
        head(page, ENGLISH[other])
        expect(page).to_have_url(f"{server.address}/{PAGES[other]}?{QUERY}")
        page.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_click_while_the_line_is_cut_is_told_of_and_counts_later(page: Page, server: Server, name: str) -> None:
    with Line(server.port) as line:
        opened(page, line.address, name)
        line.cut()
        language(page, "中文")
        expect(page.get_by_text(AWAY)).to_be_visible(timeout=3000)
        head(page, ENGLISH[name])
        assert page.locator(".st-key-head").get_by_role("radio", name="English").is_checked()
        page.wait_for_timeout(2000)  # longer than the server remembers the visitor
        line.mend()
        head(page, CHINESE[name])
        expect(page).to_have_url(re.compile(r"\?lang=zh&selected=BY-MI_CN-CQ&sectors=medicine$"))
        expect(page.get_by_text("与服务器的连接已断开")).to_be_hidden()
        language(page, "English")
        head(page, ENGLISH[name])


def test_a_filter_pressed_while_the_line_is_cut_is_not_shown_as_pressed(page: Page, server: Server) -> None:
    with Line(server.port) as line:
        opened(page, line.address, "explore", "lang=en")
        line.cut()
        medicine = page.locator(".st-key-rail").get_by_role("button", name="Health")
        medicine.click()
        expect(medicine).to_have_attribute("aria-pressed", "true", timeout=500)
        expect(medicine).to_have_attribute("aria-pressed", "false", timeout=1500)
        line.mend()
        expect(medicine).to_have_attribute("aria-pressed", "true")
        expect(page).to_have_url(re.compile("sectors=medicine$"))


@pytest.mark.parametrize("name", PAGES)
def test_who_was_away_for_long_finds_the_page_as_it_was(page: Page, server: Server, name: str) -> None:
    with Line(server.port) as line:
        opened(page, line.address, name)
        line.cut()
        page.wait_for_timeout(3000)
        line.mend()
        expect(page.get_by_text(AWAY)).to_be_hidden()
        head(page, ENGLISH[name])
        expect(page).to_have_url(f"{line.address}/{PAGES[name]}?{QUERY}")
        counted(page, name)


@pytest.mark.parametrize("name", PAGES)
def test_a_link_in_a_new_tab_carries_the_whole_address(
    context: BrowserContext, page: Page, server: Server, name: str
) -> None:
    opened(page, server.address, name)
    language(page, "Русский")
    expect(page).to_have_url(re.compile("lang=ru"))
    other = "data" if name != "data" else "explore"
    with context.expect_page() as opening:
        page.locator(f".st-key-head a[data-page={other}]").click(button="middle")
    fresh = opening.value
    expect(fresh).to_have_url(f"{server.address}/{PAGES[other]}?{QUERY.replace('lang=en', 'lang=ru')}")
    expect(fresh.locator(f".st-key-head a[data-page={other}]")).to_have_attribute("aria-current", "page")
    fresh.close()


@pytest.mark.parametrize("seed", range(6))
def test_clicks_in_quick_succession_all_count(page: Page, server: Server, seed: int) -> None:
    """Clicks on pages, languages and filters, some milliseconds apart: in the end page, head and address agree."""
    choose = random.Random(seed)  # noqa: S311 - the same clicks each time
    opened(page, server.address, "explore", "lang=en")
    chosen = {"page": "explore", "lang": "en", "medicine": False}
    for _ in range(8):
        match choose.choice(("page", "language", "filter")):
            case "page":
                chosen["page"] = choose.choice(list(PAGES))
                page.locator(f".st-key-head a[data-page={chosen['page']}]").click(no_wait_after=True)
            case "language":
                chosen["lang"] = choose.choice(("en", "ru", "zh"))
                page.locator(f".st-key-head [data-set=language][data-value={chosen['lang']}]").click()
            case "filter":
                medicine = page.locator(".st-key-rail [data-key='sectors:medicine']")
                if medicine.is_visible():
                    before = medicine.get_attribute("aria-pressed") == "true"
                    medicine.click()
                    chosen["medicine"] = not before
        page.wait_for_timeout(choose.choice((0, 30, 120, 250)))
    query = f"lang={chosen['lang']}" + "&sectors=medicine" * chosen["medicine"]
    expect(page).to_have_url(f"{server.address}/{PAGES[chosen['page']]}?{query}")
    expect(page.locator(f".st-key-head a[data-page={chosen['page']}]")).to_have_attribute("aria-current", "page")
    language_radio = page.locator(f".st-key-head [data-set=language][data-value={chosen['lang']}]")
    expect(language_radio).to_have_attribute("aria-checked", "true")
    ready(page, str(chosen["page"]))
    expect(page.get_by_text("This app has encountered an error")).to_have_count(0)
    page.wait_for_timeout(1200)  # nothing that comes late changes it
    expect(page).to_have_url(f"{server.address}/{PAGES[chosen['page']]}?{query}")
    assert "Traceback" not in server.said()
