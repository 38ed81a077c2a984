"""A language written from right to left, of which there is only an invented draft, beside four others."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.host import ROOT, serving

ATLAS = (
    ("  zh: 中文\n", "  zh: 中文\n  be: Беларуская\n  ar: العربية\n\ndrafts: {be: ru, ar: en}\n"),
    ("    names:\n      en: Belarus\n", "    names:\n      ar: بيلاروس\n      en: Belarus\n"),
)
ARABIC = """\
locale: ar
nav: {explore: الخريطة, dossier: الملف, data: بيانات}
stage: {found: {zero: '{n}', one: '{n}', two: '{n}', few: '{n} سجلات', many: '{n} سجلا', other: '{n} سجل'}}
"""
PLACES = """() => {
  const box = (host, name) => {
    const {left, right} = document.querySelector(host).shadowRoot.querySelector(name).getBoundingClientRect();
    return [Math.round(left), Math.round(right)];
  };
  const [title, menu] = ['.title', '.more'].map(name => box('twinned-head', name));
  return {title, menu, side: box('twinned-stage', '.side')};
}"""
AXIS = """() => {
  const time = document.querySelector('twinned-stage').shadowRoot.querySelector('.time').shadowRoot;
  const ticks = [...time.querySelectorAll('.ticks span')];
  const years = ticks.map(each => [Number(each.textContent), each.getBoundingClientRect().left]);
  return years.every(([year, left], at) => !at || (year > years[at - 1][0] && left > years[at - 1][1])) && years.length;
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped atlas with drafts of Belarusian and Arabic."""
    config = Path(shutil.copytree(ROOT / "config", tmp_path_factory.mktemp("drafts") / "config"))
    atlas = (config / "atlas.yaml").read_text(encoding="utf-8")
    for old, new in ATLAS:
        assert atlas.count(old) == 1
        atlas = atlas.replace(old, new)
    (config / "atlas.yaml").write_text(atlas, encoding="utf-8")
    (config / "i18n/be.yaml").write_text("locale: be_BY\n", encoding="utf-8")
    (config / "i18n/ar.yaml").write_text(ARABIC, encoding="utf-8")
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    with serving(lambda port: [*serve, str(port)]) as address:
        yield address


def test_a_page_is_mirrored_but_not_its_map(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=ar")
    page.locator("twinned-stage .numbers").wait_for()
    page.locator("twinned-stage .ticks span").first.wait_for()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    found = page.evaluate(PLACES)
    assert found["title"][0] > 640 > found["menu"][1]
    assert found["side"][0] == 16
    assert page.evaluate(AXIS) > 5
    names = page.get_by_test_id("deckmap").locator(".dm-label-unit")
    west, east = (names.get_by_text(name, exact=True).first.bounding_box() for name in ("Minsk Region", "Chongqing"))
    assert west is not None
    assert east is not None
    assert found["side"][1] < west["x"] < east["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_borrowed_says_its_language_and_what_is_own_does_not(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=ar")
    head, side = page.locator("twinned-head"), page.locator("twinned-stage .side")
    side.locator(".numbers").wait_for()
    assert head.locator("[data-page=explore][aria-current] .borrowed").count() == 0
    borrowed = head.locator("[data-page=insights] .borrowed")
    assert (borrowed.inner_text(), borrowed.get_attribute("lang"), borrowed.get_attribute("dir")) == (
        "Insights",
        "en",
        "ltr",
    )
    assert side.locator(".borrowed[lang=en]").count() > 5


def test_the_left_arrow_leads_on_and_five_languages_fit(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{server}/?lang=ar")
    radio = page.locator("twinned-head .languages [data-code=en]")
    radio.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**lang=ru**")
    page.locator("html[lang=ru][dir=ltr]").wait_for()
    page.set_viewport_size({"width": 375, "height": 812})
    head = page.locator("twinned-head")
    expect(head.locator(".languages")).to_be_hidden()
    head.locator("select").select_option("ar")
    page.locator("html[lang=ar][dir=rtl]").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_hand_out_without_fonts_is_refused_with_a_sentence(page: Page, server: str) -> None:
    page.goto(f"{server}/?lang=ar")
    answer = page.request.get(f"{server}/handout/pdf?lang=ar")
    assert (answer.status, answer.text()[:42]) == (404, "Slides, documents and pictures need fonts ")
    assert page.request.get(f"{server}/handout/pdf?lang=be&selected=BY-MI_CN-CQ").body()[:5] == b"%PDF-"
