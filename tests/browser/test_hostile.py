"""The shipped table with hostile texts in every field, in a browser: nothing runs, or is against the policy."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard.loading import CONFIG
from tests.browser.atlas import Atlas
from tests.browser.host import serving
from tests.browser.test_policy import context_of
from tests.hostile import fill, poison, poison_words

pytestmark = pytest.mark.browser
PAIR = "selected=BY-MI_CN-CQ"
PAGES = (
    *(
        f"?{PAIR}&",
        "?layout=ranked&",
        "?story=partnership&",
        f"insights?{PAIR}&",
        f"compare?{PAIR}&",
        "data?table=projects&",
    ),
    *(f"dossier?{PAIR}&", "dossier?", "sectors?sectors=medicine&", "sectors?", "stories?", "about?"),
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    config = Path(shutil.copytree(CONFIG, tmp_path_factory.mktemp("hostile") / "config"))
    fill(config)
    poison(config)
    poison_words(config)
    serve = [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(config), "--port"]
    with serving(lambda port: [*serve, str(port)], healthy="/health/ready") as address:
        yield address


def test_every_page_shows_hostile_texts_as_texts(browser: Browser, hostile: str) -> None:
    faults: list[str] = []
    with context_of(browser, faults) as context:
        page = context.new_page()
        page.on("dialog", lambda it: faults.append(it.message))
        for address in PAGES:
            page.goto(f"{hostile}/{address}lang=en")
            Atlas(page, hostile).linked()
            expect(page.get_by_text("alert(name)").first).to_be_attached()
            page.wait_for_timeout(500)  # for what components draw afterwards
            assert faults == [], address
        atlas = Atlas(page, hostile).open("lang=zh")
        page.locator("twinned-head").get_by_role("combobox").fill("script")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Escape")
        atlas.click("unit:BY-VI")
        expect(atlas.panel).to_contain_text("alert(name)")
        page.wait_for_timeout(500)
    assert faults == []
