"""Writes all that browsers fetch by URL, in every language, for an image that cannot write when they ask.

Run by `python -m dashboard.prepare` while the image is built.
"""

from __future__ import annotations

from dashboard.live import config_folder, load_all
from dashboard.searchfile import search_file
from dashboard.sheets import sheet
from dashboard.titlefile import title_file
from geodata.layout import LAYOUTS


def main() -> None:
    """Publishes the index of the search box, the titles, and the sheets of both layouts."""
    loaded = load_all(config_folder())
    search_file(loaded.catalogue)
    for t in loaded.translators.values():
        title_file(loaded.catalogue, t)
        for layout in LAYOUTS:
            sheet(loaded.catalogue, layout, t)


if __name__ == "__main__":
    main()
