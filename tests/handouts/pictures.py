"""Take the pictures of docs/handouts/, a hand-out of each kind in each language: `make screenshots` runs it.

LibreOffice and poppler turn slides and briefings into pictures: apt-get install -y libreoffice-impress poppler-utils
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS
from dashboard.loading import CONFIG, load_all
from dashboard.state import State
from tests.browser.host import ROOT, chromium

FOLDER = ROOT / "docs" / "handouts"
KEY = "BY-MI_CN-CQ"
WIDTH = 1400  # px
SLIDES = 6


def main() -> None:
    """Take all pictures; says what is missing if a tool is."""
    if missing := [tool for tool in ("soffice", "pdftoppm") if not shutil.which(tool)]:
        raise SystemExit(f"{' and '.join(missing)} missing: apt-get install -y libreoffice-impress poppler-utils")
    snapshot = load_all(CONFIG)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for language in snapshot.translators:
            request = Request(snapshot, State(language, selected=KEY), address=f"https://atlas.example/?selected={KEY}")
            files = {form: FORMS[form](request) for form in ("pptx", "pdf", "html", "png-1920")}
            _save("slides", language, _mounted(_pages(_as_pdf(files["pptx"]))[:SLIDES], 2))
            _save("briefing", language, _mounted(_pages(files["pdf"]), 2))
            _save("picture", language, Image.open(BytesIO(files["png-1920"])))
            with tempfile.TemporaryDirectory() as scratch:
                path = Path(scratch) / "atlas.html"
                path.write_bytes(files["html"])
                page = browser.new_page(viewport={"width": WIDTH, "height": WIDTH * 9 // 16})
                page.goto(path.as_uri())
                page.wait_for_timeout(2000)
                _save("page", language, Image.open(BytesIO(page.screenshot())))
                page.close()


def _save(kind: str, language: str, picture: Image.Image) -> None:
    size = (WIDTH, round(picture.height * WIDTH / picture.width))
    small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    colours = small.quantize(256, Image.Quantize.FASTOCTREE)  # which keeps the red of a thin line
    colours.save(FOLDER / f"{kind}-{language}.png", optimize=True)


def _as_pdf(slides: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "slides.pptx"
        source.write_bytes(slides)
        convert = ["soffice", f"-env:UserInstallation=file://{scratch}/office", "--headless", "--convert-to", "pdf"]
        subprocess.run([*convert, "--outdir", scratch, source], check=True, capture_output=True)
        return source.with_suffix(".pdf").read_bytes()


def _pages(pdf: bytes) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["pdftoppm", "-r", "90", "-png", "-", f"{scratch}/page"], input=pdf, check=True)
        return [Image.open(BytesIO(path.read_bytes())) for path in sorted(Path(scratch).iterdir())]


def _mounted(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    """Return pages of one size side by side, with a grey line between them."""
    gap, (width, height) = 12, pages[0].size
    rows = -(-len(pages) // columns)
    whole = (columns * (width + gap) - gap, rows * (height + gap) - gap)
    sheet = Image.new("RGB", whole, "#9aa6b1")
    for number, page in enumerate(pages):
        sheet.paste(page, ((number % columns) * (width + gap), number // columns * (height + gap)))
    return sheet


if __name__ == "__main__":
    main()
