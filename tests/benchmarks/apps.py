"""What is measured: the atlas and its peers, each with how it is started, clicked and watched."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from dashboard.loading import CONFIG
from tests.browser.atlas import Atlas
from tests.browser.host import ROOT

PEERS = Path(__file__).parent / "peers"
PYTHON = ROOT / ".venv-bench/bin/python"  # of the peers that need other packages than the atlas
Point = tuple[float, float]


@dataclass(frozen=True)
class App:
    """A program.

    command  what serves it on a port, run in `folder`
    healthy  a path that answers once it is up
    drawn    how watch.js sees that its map is drawn: one of `draws` there
    map      selector of the map, or of the text that stands for it
    panel    selector of the list of a region, "" if it has none
    sector   the control of a sector, by its key and name
    spot     a point of the window that lies in a region, by its code and a point in degrees; None without panel
    paths    True if each region is a path
    play     selector of the button that plays the years, "" if there is none
    """

    name: str
    command: Callable[[int], list[str]]
    drawn: str
    map: str
    panel: str
    sector: Callable[[Page, str, str], Locator]
    spot: Callable[[Page, str, Point], Point] | None = None
    folder: Path = ROOT
    healthy: str = "/_stcore/health"
    paths: bool = False
    play: str = ""


def atlas_sector(page: Page, key: str, _name: str) -> Locator:
    """Opens the card of the filters, too, which a visitor does once."""
    atlas = Atlas(page, "")
    atlas.filters()
    return atlas.pill(f"sectors:{key}")


def atlas_spot(page: Page, code: str, _at: Point) -> Point:
    atlas = Atlas(page, "")
    box, at = atlas.map.locator(".dm-stage").bounding_box(), atlas.where(f"unit:{code}")
    assert box
    return box["x"] + at["x"], box["y"] + at["y"]


def mercator(point: Point, world: float) -> Point:
    """Pixels of a point in degrees, on a map of the whole world that is so many pixels wide."""
    lon, lat = map(math.radians, point)
    return world * (lon + math.pi) / math.tau, world * (math.pi - math.asinh(math.tan(lat))) / math.tau


def peer_spot(selector: str, centre: Point) -> Callable[[Page, str, Point], Point]:
    """Where a point lies on a map of the peers, all of which show the world 2048 px wide around the same centre."""

    def spot(page: Page, _code: str, at: Point) -> Point:
        box = page.locator(selector).first.bounding_box()
        assert box
        (x, y), (x0, y0) = mercator(at, 2048), mercator(centre, 2048)
        return box["x"] + box["width"] / 2 + x - x0, box["y"] + box["height"] / 2 + y - y0

    return spot


def atlas(port: int) -> list[str]:
    return [sys.executable, "-m", "dashboard.cli", "serve", "--config", str(CONFIG), "--port", str(port)]


def streamlit(name: str) -> Callable[[int], list[str]]:
    """Run in dashboard/, so that Streamlit reads the settings of the atlas."""
    run = [sys.executable, "-P", "-m", "streamlit", "run", str(PEERS / name), "--server.port"]
    return lambda port: [*run, str(port)]


def checkbox(page: Page, _key: str, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name, exact=True)


def pill(page: Page, _key: str, name: str) -> Locator:
    return page.locator(".st-key-pill").get_by_role("button", name=re.compile(f"^{re.escape(name)}"))


def apps(centre: Point) -> list[App]:
    """The atlas first, then its peers, and last what Streamlit costs without any map."""
    peers = "tests.benchmarks.peers"
    dash = [str(PYTHON), "-m", "waitress", "--host=127.0.0.1"]
    leaflet = peer_spot(".leaflet-container", centre)
    paths, canvas, served = ".leaflet-overlay-pane", "[data-testid=stDeckGlJsonChart]", ROOT / "dashboard"
    return [
        App(
            "Atlas",
            atlas,
            "told", "[data-testid=deckmap]", "[data-testid=panel]", atlas_sector, atlas_spot, play=".timeline .play",
        ),
        App(
            "Dash, dash-leaflet",
            lambda port: [*dash, f"--port={port}", f"{peers}.dash_app:server"],
            "changed", paths, "#list", checkbox, leaflet, healthy="/", paths=True,
        ),
        App(
            "Shiny, ipyleaflet",
            lambda port: [str(PYTHON), "-m", "shiny", "run", f"--port={port}", f"{peers}.shiny_app:app"],
            "changed", paths, "#list_", checkbox, leaflet, healthy="/", paths=True,
        ),
        App(
            "`st.pydeck_chart`, lean",
            streamlit("lean_app.py"),
            "canvas", canvas, ".st-key-list", pill, peer_spot(canvas, centre), served,
        ),
        App("`st.pydeck_chart`, with names", streamlit("full_app.py"), "canvas", canvas, "", pill, folder=served),
        App("Empty Streamlit app", streamlit("empty_app.py"), "changed", ".st-key-shown", "", pill, folder=served),
    ]  # fmt: skip


def installed(app: App) -> bool:
    """True if its program is here: `make bench` installs those that the atlas does not need."""
    return Path(app.command(0)[0]).exists()
