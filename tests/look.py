"""Measure how the first page looks: `python -m tests.look`; --write also puts the figures into README.md.

The share of the window that a box round both countries fills, the regions whose names are on the map, and what axe-core
finds in the page with nothing, a pair and a filter chosen.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from dashboard.loading import CONFIG, load_all
from dashboard.state import LAYOUTS
from tests.benchmarks.report import put_between
from tests.browser.atlas import Atlas
from tests.browser.host import ROOT, chromium, serving

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
WINDOWS = ((1440, 900), (1280, 720), (1024, 768), (375, 812), (1920, 1080), (3840, 2160))
QUERIES = {"nothing chosen": "", "a pair chosen": "&selected=BY-MI_CN-CQ", "a filter set": "&sectors=medicine"}

SHARE = """map => {
  const [x0, y0, x1, y1] = map.extent();
  return (x1 - x0) * (y1 - y0) / innerWidth / innerHeight;
}"""
NAMED = "map => map.querySelectorAll('.dm-label-unit:not(.dm-off)').length"


def main() -> None:
    """Measure and print, and put the figures into README.md if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    asked = parser.parse_args()
    with (
        serving(lambda port: [sys.executable, "-m", "dashboard.cli", "serve", "--port", str(port)]) as server,
        sync_playwright() as playwright,
    ):
        text = "\n".join((*windows(chromium(playwright), server), "", *faults(chromium(playwright), server)))
    print(text)
    if asked.write:
        put_between("look", text)


def windows(browser: Browser, server: str) -> Iterator[str]:
    """A table of shares and names, a row for each window."""
    catalogue = load_all(CONFIG).catalogue
    languages, units = list(catalogue.atlas.languages), len(catalogue.units)
    yield f"| Window | Both countries fill | {' | '.join(f'Names, {layout}' for layout in LAYOUTS)} |"
    yield "|---|---|" + "---|" * len(LAYOUTS)
    for width, height in WINDOWS:
        page = browser.new_page(viewport={"width": width, "height": height})
        atlas = Atlas(page, server)
        share = atlas.open(f"lang={languages[0]}").map.evaluate(SHARE)
        named = [
            ", ".join(f"{atlas.open(f'lang={code}&layout={layout}').map.evaluate(NAMED)} {code}" for code in languages)
            for layout in LAYOUTS
        ]
        yield f"| {width} × {height} | {share:.0%} | {' | '.join(f'{each} of {units}' for each in named)} |"
        page.close()


def faults(browser: Browser, server: str) -> Iterator[str]:
    """Sentences on what axe-core finds, one for each state of the page, in both themes."""
    for theme in ("light", "dark"):
        for state, query in QUERIES.items():
            page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=theme)
            Atlas(page, server).open(f"lang=en{query}").linked()
            page.wait_for_timeout(1500)
            page.evaluate(AXE.read_text("utf-8"))
            found: list[dict[str, Any]] = page.evaluate("axe.run().then(({violations}) => violations)")
            kinds = ", ".join(f"{each['id']} ({len(each['nodes'])})" for each in found)
            yield f"axe-core, {theme}, {state}: {kinds or 'nothing'}.\\"
            page.close()


if __name__ == "__main__":
    main()
