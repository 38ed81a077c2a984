"""A dossier of more records than a page should show at once: the rest of a list comes when it is asked for."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.cli import main
from tests.benchmarks.scalepages import fullest
from tests.browser.host import serving

pytestmark = pytest.mark.browser
TIMES = "9"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("long") / "config"
    assert main(["synth", "--times", TIMES, "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def server(config: Path) -> Iterator[str]:
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    with serving(lambda port: [*serve, str(port)]) as address:
        yield address


@pytest.fixture(scope="module")
def region(config: Path) -> str:
    return fullest(config)


def shows_the_rest(part: Locator, named: str) -> None:
    """Press the button below a list by keyboard; the focus goes to the first record that this has brought."""

    def shown() -> list[str]:
        return part.locator("article").evaluate_all(f"all => all.map(each => each.getAttribute({named!r}))")

    button = part.locator(".cut button")
    number = int(re.sub(r"\D", "", button.inner_text()))
    before = shown()
    assert len(before) < number
    button.press("Enter")
    expect(part.locator("article")).to_have_count(number)
    focused = part.locator("article:focus")
    expect(focused).to_be_in_viewport()
    assert focused.get_attribute(named) == next(each for each in shown() if each not in before)


def test_on_its_page_the_focus_goes_on_at_the_first_record_that_was_not_shown(
    page: Page, server: str, region: str
) -> None:
    page.goto(f"{server}/dossier?lang=en&selected={region}")
    shows_the_rest(page.locator("section.full section#agreements"), "id")
    expect(page).to_have_url(re.compile("whole=agreements"))


def test_so_it_does_in_the_panel(page: Page, server: str, region: str) -> None:
    page.goto(f"{server}/?lang=en&selected={region}")
    page.get_by_role("tab", name="Agreements").click()
    shows_the_rest(page.locator("twinned-stage #part-agreements"), "data-record")
