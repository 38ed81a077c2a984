"""Every page in Firefox and in WebKit, as far as these are installed: it is drawn, answers, fits, and nothing fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.handouts.content import Request
from dashboard.handouts.page import one_file
from dashboard.loading import CONFIG, load_all
from dashboard.state import State
from tests.browser.counted import LISTS, count, records
from tests.browser.host import serving
from tests.engines.engine import Engine
from tests.engines.firefox import Firefox
from tests.engines.webkit import WebKit

VITEBSK = {"en": "Vitebsk Region", "ru": "Витебская область", "zh": "维捷布斯克州"}
PAGES = {
    "insights": "",
    "compare": "",
    "data": "",
    "dossier": "&selected=BY-MI",
    "sectors": "&sectors=education",
    "stories": "",
    "changes": "",
    "about": "",
}
WINDOWS = ((1440, 900), (375, 812))
DRAWN = "['ready', 'settled'].every(name => one('.dm-root')?.dataset[name] === 'true')"
NEAR = "one('.dm-root').dataset.moved === 'true'"
LINKED = "document.fonts.status === 'loaded' && one('.st-key-reload') && all('#root :is(h1,h2,h3)').some(shown)"
POINT = """key => {
  const map = one('.dm-root'), {x, y} = one('.dm-stage').getBoundingClientRect(), [right, down] = map.whereIs(key);
  return [x + right, y + down];
}"""
MIDDLE = """selector => {
  const {x, y, width, height} = one(selector).getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
PRESS = "key => dispatchEvent(new KeyboardEvent('keydown', {key}))"
WIDER = """[document.scrollingElement, ...all('[data-testid=stMain]')]
  .filter(each => each.scrollWidth > each.clientWidth).map(each => each.outerHTML.slice(0, 80))"""
CUT = """all(':is(button,a,[role=button],[role=radio],[role=tab])').filter(shown)
  .filter(each => [each, ...each.querySelectorAll('*')].some(part =>
    part.clientWidth > 1 && part.scrollWidth > part.clientWidth && getComputedStyle(part).overflowX !== 'visible'))
  .map(each => each.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the atlas, whose pages note what fails on them."""
    serve = [sys.executable, "-m", "uvicorn", "tests.engines.watched:app", "--ws", "websockets-sansio", "--port"]
    with serving(lambda port: [*serve, str(port)]) as address:
        yield address


@pytest.fixture(scope="module", params=[Firefox, WebKit])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if request.param.missing:
        pytest.skip(request.param.missing)
    with request.param.started(tmp_path_factory.mktemp("profile")) as engine:
        yield engine


def is_whole(engine: Engine) -> None:
    """Nothing has failed, nothing scrolls sideways, and every button and link shows all of its text."""
    assert engine.evaluate("faults") == []
    assert engine.evaluate(WIDER) == []
    assert engine.evaluate(CUT) == []


@pytest.mark.parametrize("language", VITEBSK)
def test_a_click_on_the_map_opens_a_region_and_a_filter_counts(engine: Engine, server: str, language: str) -> None:
    engine.resize(1440, 900)
    engine.open(f"{server}/?lang={language}")
    engine.until(DRAWN)
    is_whole(engine)
    engine.click(*engine.evaluate(POINT, "unit:BY-VI"))
    engine.until("one('.dm-root').dataset.selected === 'unit:BY-VI'")
    assert engine.until("one('.panel section.dossier h2')?.textContent.trim()") == VITEBSK[language]
    is_whole(engine)
    engine.click(*engine.evaluate(MIDDLE, ".panel section.dossier .close"))
    engine.click(*engine.evaluate(MIDDLE, ".toolbar button.filters"))
    engine.until("one('#filters [data-key=\"sectors:medicine\"]')?.checkVisibility()")
    engine.click(*engine.evaluate(MIDDLE, "#filters [data-key='sectors:medicine']"))
    engine.until("location.search.endsWith('sectors=medicine')")
    left = records("medicine")
    number = sum(count(left, each) for each in LISTS)
    engine.until("number => one('twinned-stage .found')?.textContent.includes(number)", str(number))
    is_whole(engine)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_fits_every_window(engine: Engine, server: str, theme: str) -> None:
    engine.resize(*WINDOWS[0])
    engine.open(f"{server}/?lang=ru&theme={theme}&selected=BY-MI_CN-CQ")
    for window in WINDOWS:
        engine.resize(*window)
        engine.until(DRAWN)
        is_whole(engine)


@pytest.mark.parametrize("name", PAGES)
def test_every_other_page_fits_every_window(engine: Engine, server: str, name: str) -> None:
    engine.resize(*WINDOWS[0])
    engine.open(f"{server}/{name}?lang=ru{PAGES[name]}")  # in Russian: its words are the longest
    for window in WINDOWS:
        engine.resize(*window)
        engine.until(LINKED)
        if name == "dossier":
            engine.until(NEAR)  # on a sheet for narrow windows too, whose file comes later
        is_whole(engine)


@pytest.mark.parametrize("language", VITEBSK)
def test_the_one_file_page_opens_from_a_disk(engine: Engine, tmp_path: Path, language: str) -> None:
    file = tmp_path / "atlas.html"
    file.write_bytes(one_file(Request(load_all(CONFIG), State(language))))
    engine.resize(*WINDOWS[0])
    engine.open(file.as_uri())
    engine.until(DRAWN)
    assert engine.evaluate("[...document.fonts].filter(font => font.status === 'error').length") == 0
    engine.click(*engine.evaluate(POINT, "unit:BY-VI"))
    assert engine.until("one('.panel section.dossier h2')?.textContent.trim()") == VITEBSK[language]
    engine.until("location.hash.endsWith('selected=BY-VI')")
    engine.run("history.back()")
    engine.until("one('.dm-root').dataset.selected === ''")
    for window in WINDOWS:
        engine.resize(*window)
        engine.until(DRAWN)
        assert engine.evaluate(WIDER) == []
        assert engine.evaluate(CUT) == []


@pytest.mark.parametrize("language", VITEBSK)
def test_a_story_is_presented_by_keys(engine: Engine, server: str, language: str) -> None:
    engine.resize(*WINDOWS[0])
    engine.open(f"{server}/?lang={language}&story=partnership")
    engine.until("one('.slide.now h1')?.textContent")
    first = engine.evaluate("one('.slide.now h1').textContent")
    engine.evaluate(PRESS, "ArrowRight")
    engine.until("first => location.search.includes('step=2') && one('.slide.now h1').textContent !== first", first)
    engine.until(DRAWN)
    engine.evaluate(PRESS, "d")
    engine.until("location.search.includes('theme=dark')")
    assert engine.evaluate("faults") == []
    assert engine.evaluate(WIDER) == []
    engine.evaluate(PRESS, "Home")
    engine.until("first => one('.slide.now h1').textContent === first", first)
    engine.evaluate(PRESS, "Escape")
    engine.until("!location.search.includes('story=')")
