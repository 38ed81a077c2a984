"""Two more ways to start the atlas than `twinned serve`, one and the same page."""

import sys
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.atlas import Atlas
from tests.browser.host import serving

pytestmark = pytest.mark.browser
WAYS = {
    "streamlit run": lambda port: ["-m", "streamlit", "run", "dashboard/app.py", f"--server.port={port}"],
    "uvicorn": lambda port: ["-m", "uvicorn", "dashboard.app:app", "--port", str(port)],
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_start_gives_the_same_atlas(browser: Browser, way: str) -> None:
    with serving(lambda port: [sys.executable, *WAYS[way](port)]) as address:
        with urlopen(f"{address}/config-version") as answer:  # noqa: S310 - our own address
            assert answer.headers["content-type"].startswith("text/plain")
            assert len(answer.read().split()) == 2
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        atlas = Atlas(page, address).open()
        expect(page).to_have_title("Explore · Belarus – China · twinned regions")
        box = atlas.map.bounding_box()
        assert box
        assert box["height"] > 300
        assert page.evaluate("getComputedStyle(document.querySelector('.st-key-head')).position") == "relative"
        page.context.close()
