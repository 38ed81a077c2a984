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
from playwright.sync_api import TimeoutError as Timeout

from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, Server
from tests.browser.proxy import Line

pytestmark = pytest.mark.browser
PAGES = ("explore", "insights", "compare", "dossier", "sectors", "data")
PATHS = {name: "" if name == "explore" else name for name in PAGES}
ENGLISH = dict(zip(PAGES, ("Explore", "Insights", "Compare", "Dossiers", "Sectors", "Data"), strict=True))
CHINESE = dict(zip(PAGES, ("探索", "分析", "比较", "档案", "领域", "数据"), strict=True))
QUERY = "lang=en&selected=BY-MI_CN-CQ&sectors=medicine"
AWAY = re.compile("No connection to the server|与服务器的连接已中断")


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped table, to edit."""
    return Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("line") / "config"))


@pytest.fixture(scope="module")
def server(config: Path) -> Iterator[Server]:
    """A server of this file's own that forgets a visitor after a second without a connection, not after two minutes."""
    command = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    server = Server(lambda port: [*command, str(port)], STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="1")
    server.start()
    yield server
    server.end()


@pytest.fixture(scope="module")
def line(server: Server) -> Iterator[Line]:
    with Line(server.port) as line:
        yield line


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window whose scripts never fail, whatever happens to the line."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 720})
    faults: list[str] = []
    context.on("weberror", lambda it: faults.append(str(it.error)))
    yield context
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def pages(context: BrowserContext, line: Line) -> dict[str, Page]:
    """Every page in a tab of its own. The tabs stay open through all tests, each of which leaves them as they were."""
    pages = {name: context.new_page() for name in PATHS}
    for name, page in pages.items():
        page.goto(f"{line.address}/{PATHS[name]}?{QUERY}")
    for name, page in pages.items():
        ready(page, name)
    return pages


def ready(page: Page, name: str) -> None:
    """What comes last on a page is there."""
    last = {
        "explore": "[data-testid=deckmap][data-ready=true]",
        **dict.fromkeys(("dossier", "sectors"), "section.full, section.choose"),
        "data": ".st-key-grid table",
    }
    expect(page.locator(last.get(name, "section.charts table")).first).to_be_visible()


def to(page: Page, name: str) -> None:
    page.locator(f"twinned-head nav a[data-page={name}]").click()


def speak(page: Page, language: str) -> None:
    page.locator(f"twinned-head [data-code={language}]").click()


def shows(page: Page, name: str, language: str, query: str) -> None:
    """Address, head and language agree."""
    link = page.locator(f"twinned-head nav a[data-page={name}]")
    expect(link).to_have_attribute("aria-current", "page")
    if words := {"en": ENGLISH, "zh": CHINESE}.get(language):
        expect(link).to_have_text(words[name])
    chosen = page.locator(f"twinned-head [data-code={language}]")
    expect(chosen).to_have_attribute("aria-checked", "true")
    expect(page).to_have_url(re.compile(rf"//[^/]*/{PATHS[name]}\?{re.escape(query)}$"))


def all_show(pages: dict[str, Page], language: str) -> None:
    """Nothing is lost that the address said, on any page, and no banner is left."""
    for name, page in pages.items():
        shows(page, name, language, QUERY.replace("=en", f"={language}"))
        expect(page.get_by_test_id("atlas-away").filter(has_text=re.compile("\\w"))).to_have_count(0)


def all_speak(pages: dict[str, Page], language: str) -> None:
    """The first click on a language counts, on every page."""
    for page in pages.values():
        speak(page, language)
    all_show(pages, language)


def test_after_a_restart_the_first_click_on_a_language_counts(pages: dict[str, Page], server: Server) -> None:
    server.end(signal.SIGTERM)
    server.start()
    all_speak(pages, "zh")
    all_speak(pages, "en")


def test_after_a_crash_the_first_click_on_a_link_or_a_filter_counts(pages: dict[str, Page], server: Server) -> None:
    server.end(signal.SIGKILL)
    server.start()
    pages["explore"].locator("twinned-bar button.filters").click()
    pages["explore"].locator("[data-key='sectors:education']").click()
    others = {"insights": "data", "compare": "explore", "dossier": "insights", "data": "dossier"}
    for name, other in others.items():
        to(pages[name], other)
    shows(pages["explore"], "explore", "en", QUERY.replace("sectors", "sectors=education&sectors"))
    for name, other in others.items():
        shows(pages[name], other, "en", QUERY)
    pages["explore"].locator("[data-key='sectors:education']").click()
    pages["explore"].locator("twinned-bar button.filters").click()  # which closes them: they lie over the map
    for name in others:
        to(pages[name], name)
    all_show(pages, "en")


def test_while_the_line_is_cut_exploring_goes_on_and_python_hears_of_it_later(
    pages: dict[str, Page], line: Line
) -> None:
    line.cut()
    page = pages["explore"]
    atlas = Atlas(page, line.address)
    chip = atlas.chip("Health")
    chip.click()
    expect(chip).to_be_hidden(timeout=500)
    atlas.click("unit:BY-VI")
    expect(atlas.panel).to_have_attribute("data-key", "BY-VI", timeout=500)
    expect(page).to_have_url(f"{line.address}/?lang=en&selected=BY-VI", timeout=500)
    page.emulate_media(color_scheme="dark")
    expect(atlas.welcome.or_(atlas.panel).filter(visible=True)).to_have_css("color-scheme", re.compile("dark"))
    page.emulate_media(color_scheme="light")
    for each in pages.values():
        speak(each, "zh")
    for name, each in pages.items():
        expect(each.get_by_test_id("atlas-away")).to_contain_text(AWAY, timeout=3000)
        query = "lang=zh&selected=BY-VI" if name == "explore" else QUERY.replace("=en", "=zh")
        expect(each).to_have_url(re.compile(rf"\?{re.escape(query)}$"))
    page.wait_for_timeout(1500)  # longer than the server remembers a visitor
    line.mend()
    shows(page, "explore", "zh", "lang=zh&selected=BY-VI")
    expect(page.get_by_test_id("atlas-away").filter(has_text=re.compile("\\w"))).to_have_count(0)
    to(page, "dossier")
    expect(page.locator("section.full[data-key=BY-VI]")).to_be_visible()
    expect(page.locator("section.full .hidden")).to_have_count(0)  # Python has heard of no filter
    to(page, "explore")
    atlas.filters()
    atlas.pill("sectors:medicine").click()
    page.keyboard.press("Escape")
    expect(atlas.card).to_be_hidden()
    atlas.map.locator('.dm-list button[data-key="pair:BY-MI_CN-CQ"]').focus()
    page.keyboard.press("Enter")
    all_show(pages, "zh")
    all_speak(pages, "en")


def test_who_was_away_for_long_finds_the_page_as_it_was(pages: dict[str, Page], line: Line) -> None:
    line.cut()
    pages["data"].wait_for_timeout(2500)
    line.mend()
    all_show(pages, "en")


def test_a_link_in_a_new_tab_carries_the_whole_address(
    context: BrowserContext, pages: dict[str, Page], line: Line
) -> None:
    speak(pages["data"], "ru")
    shows(pages["data"], "data", "ru", QUERY.replace("=en", "=ru"))
    with context.expect_page() as opening:
        pages["data"].locator("twinned-head nav a[data-page=dossier]").click(button="middle")
    shows(opening.value, "dossier", "ru", QUERY.replace("=en", "=ru"))
    opening.value.close()
    speak(pages["data"], "en")
    all_show(pages, "en")
    for name, page in pages.items():
        link = page.locator(f"twinned-head nav a[data-page={name}]")
        link.hover()
        assert link.evaluate("link => link.href") == f"{line.address}/{PATHS[name]}?{QUERY}"


def test_edited_words_reach_open_pages(pages: dict[str, Page], config: Path) -> None:
    """Also those that are written once: the links of the head and the layouts."""
    head, layouts = pages["explore"].locator("twinned-head nav"), pages["explore"].locator("twinned-bar .layouts")
    words = config / "i18n/en.yaml"
    before = words.read_text(encoding="utf-8")
    for text, page, layout in (("By number", "Look", "By number"), ("Ranked", "Explore", "Ranked")):
        edited = before.replace("  ranked: Ranked\n", f"  ranked: {text}\n", 1).replace(
            "explore: Explore,", f"explore: {page},", 1
        )
        words.write_text(edited, encoding="utf-8")
        expect(layouts).to_contain_text(layout, timeout=20_000)
        expect(head).to_contain_text(page)


def landed(page: Page, selector: str, act: str) -> object:
    """What an act makes of an element that is there; None if there is none, as on a page that is just changing."""
    try:
        return page.locator(selector).evaluate(f"it => it.isConnected ? ({act})(it) : null", timeout=100)
    except Timeout:
        return None


PRESS = "it => (it.click(), true)"
TOGGLE = "it => (it.click(), it.ariaPressed)"
POINT = """
map => {
  if (map.dataset.ready !== 'true') return null;
  const [x, y] = map.whereIs('unit:BY-VI'), stage = map.querySelector('.dm-stage');
  const {left, top} = stage.getBoundingClientRect();
  const at = {pointerId: 1, clientX: left + x, clientY: top + y, bubbles: true, composed: true};
  for (const type of ['pointerdown', 'pointerup']) stage.dispatchEvent(new PointerEvent(type, at));
  return true;
}
"""


def hurry(page: Page, name: str, seed: int) -> tuple[str, str, str]:
    """Ten clicks some milliseconds apart; the page, the language and the address that they ask for."""
    choose = random.Random(seed)  # noqa: S311 - the same clicks each time
    language, selected, medicine = "en", "BY-MI_CN-CQ", "true"
    for _ in range(10):
        match choose.choice(("page", "language", "filter", "filter", "map")):
            case "page":
                wanted = choose.choice(list(PATHS))
                name = wanted if landed(page, f"twinned-head nav a[data-page={wanted}]", PRESS) else name
            case "language":
                wanted = choose.choice(("en", "ru", "zh"))
                pressed = landed(page, f"twinned-head [data-code={wanted}]", PRESS)
                language = wanted if pressed else language
            case "filter":
                medicine = str(
                    landed(page, "twinned-bar[data-page=explore] [data-key='sectors:medicine']", TOGGLE) or medicine
                )
            case "map":
                selected = (
                    "BY-VI"
                    if landed(page, "twinned-stage[data-page=explore] [data-testid=deckmap]", POINT)
                    else selected
                )
        page.wait_for_timeout(choose.choice((0, 30, 120, 250)))
    return name, language, f"lang={language}&selected={selected}" + "&sectors=medicine" * (medicine == "true")


def test_clicks_in_quick_succession_all_count(pages: dict[str, Page], server: Server) -> None:
    """Clicks on links, languages, a filter and the map: in the end page, head and address agree, on every page."""
    for page in pages.values():
        to(page, "explore")
    for page in pages.values():
        ready(page, "explore")
        page.locator("twinned-bar button.filters").click()
    told = {name: hurry(page, "explore", seed) for seed, (name, page) in enumerate(pages.items())}
    for _ in range(2):
        for name, page in pages.items():
            shows(page, *told[name])
            ready(page, told[name][0])
            expect(page.get_by_test_id("stException")).to_have_count(0)
        page.wait_for_timeout(1200)  # nothing that comes late changes it
    for page in pages.values():
        page.locator("twinned-bar button.filters").click()
    assert "Traceback" not in server.said()


CLICKS = """
async pause => {
  const stage = document.querySelector('twinned-stage'), bar = document.querySelector('twinned-bar').shadowRoot;
  const card = bar.querySelector('#filters');
  bar.querySelector('.filters').click(); // the card is open from now on
  const keys = ['education', 'medicine', 'logistics', 'energy'];
  const nav = document.querySelector('twinned-head').shadowRoot;
  const wrong = [];
  for (let n = 1; n <= 200; n++) {
    if (n % 50 === 0) nav.querySelector('a[data-page=insights]').click();
    if (n % 50 === 5) nav.querySelector('a[data-page=explore]').click();
    if (!stage.hidden) { // on the map
      const key = keys[(n * n + n) % 7 % 4], pill = card.shadowRoot.querySelector(`[data-key="sectors:${key}"]`);
      pill.click();
      const on = pill.ariaPressed === 'true';
      if (new URLSearchParams(location.search).getAll('sectors').includes(key) !== on) wrong.push(n);
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  return [wrong, location.search];
}
"""


def test_two_hundred_clicks_on_a_slow_line_are_neither_lost_nor_overruled(context: BrowserContext, line: Line) -> None:
    page = context.new_page()
    atlas = Atlas(page, line.address).open().linked()
    line.delay = 0.15
    wrong, query = page.evaluate(CLICKS, 40)
    assert wrong == [], "the address follows each click at once"
    page.wait_for_timeout(2000)
    assert page.evaluate("location.search") == query
    line.delay = 0
    atlas.to("insights")
    for key in ("education", "medicine", "logistics", "energy"):
        expect(atlas.pill(f"sectors:{key}")).to_have_attribute("aria-pressed", str(f"sectors={key}" in query).lower())
    expect(page).to_have_url(f"{line.address}/insights{query}")
    page.close()
