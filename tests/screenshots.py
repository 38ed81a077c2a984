"""Take screenshots for docs/ of every page in every language, light and dark: `make screenshots`."""

import sys
from itertools import product

from playwright.sync_api import sync_playwright

from dashboard.loading import CONFIG, load_all
from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, chromium, serving

PAGES = {
    "explore": "?selected=BY-MI_CN-CQ",
    "geographic": "?layout=geographic&selected=BY-VI",
    "medicine": "?sectors=medicine",
    "insights": "insights?",
    "compare": "compare?",
    "dossier": "dossier?selected=BY-VI_CN-SD",
    "data": "data?",
}
SIZE = {"width": 1440, "height": 900}
PAINT = 2500  # ms for charts and fonts to settle


def main() -> None:
    languages = load_all(CONFIG).catalogue.atlas.languages
    (ROOT / "docs").mkdir(exist_ok=True)
    with (
        serving(lambda port: [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)]) as server,
        sync_playwright() as playwright,
    ):
        browser = chromium(playwright)
        windows = {scheme: browser.new_context(viewport=SIZE, color_scheme=scheme) for scheme in ("light", "dark")}
        for (scheme, window), language, (name, query) in product(windows.items(), languages, PAGES.items()):
            page = window.new_page()
            page.goto(f"{server}/{query}&lang={language}")
            if query.startswith("?"):
                Atlas(page, server).settle()
            page.locator(".st-key-head").wait_for(timeout=60_000)
            page.wait_for_timeout(PAINT)
            page.screenshot(path=ROOT / "docs" / f"{name}-{language}-{scheme}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
