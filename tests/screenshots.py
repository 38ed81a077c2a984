"""Take the pictures of docs/: `make screenshots`. `docs/look.md` shows those of the first page, README some of all."""

import sys
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from dashboard.loading import CONFIG, load_all
from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, chromium, serving

THEMES = ("light", "dark")
SIZE = (1440, 900)
PAINT = 2500  # ms for charts and fonts to settle
PAGES = {
    "insights": "insights?",
    "compare": "compare?",
    "dossier": "dossier?selected=BY-VI_CN-SD",
    "data": "data?",
}
STATES = {
    "explore": "?",
    "pair": "?selected=BY-MI_CN-CQ",
    "medicine": "?sectors=medicine",
    "geographic": "?layout=geographic&selected=BY-VI",
    "ranked": "?layout=ranked",
}
WINDOWS = {"phone": (375, 812), "projector": (1024, 768), "laptop": (1280, 720), "wall": (1920, 1080)}


class Picture(NamedTuple):
    """A picture: its name, the address shown, the window, and the theme."""

    name: str
    address: str
    size: tuple[int, int]
    theme: str


def pictures() -> Iterator[Picture]:
    """Every page in every language and theme, and the first page in windows of other sizes."""
    languages = load_all(CONFIG).catalogue.atlas.languages
    for (name, query), language, theme in product({**STATES, **PAGES}.items(), languages, THEMES):
        yield Picture(f"{name}-{language}-{theme}", f"{query}&lang={language}", SIZE, theme)
    for (name, size), language in product(WINDOWS.items(), languages):
        yield Picture(f"{name}-{language}-light", f"?lang={language}", size, "light")


def main() -> None:
    """Take all pictures, or those whose names begin with one of the arguments."""
    wanted = tuple(sys.argv[1:]) or ("",)
    (ROOT / "docs").mkdir(exist_ok=True)
    with (
        serving(lambda port: [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)]) as server,
        sync_playwright() as playwright,
    ):
        browser = chromium(playwright)
        for name, address, (width, height), theme in pictures():
            if not name.startswith(wanted):
                continue
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
            page.goto(f"{server}/{address}")
            atlas = Atlas(page, server).linked()
            if address.startswith(("?", "dossier")):
                atlas.settle()
            page.wait_for_timeout(PAINT)
            page.screenshot(path=ROOT / "docs" / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
