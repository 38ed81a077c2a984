"""Writes all that browsers fetch by URL, in every language, for an image that cannot write when they ask.

Run by `python -m dashboard.published.prepare` while the image is built.
"""

from __future__ import annotations

from dashboard.loading import config_folder, load_all
from dashboard.published.files import map_files, search_index, timeline_titles
from geodata.layout import LAYOUTS


def main() -> None:
    """Publishes the index of the search box, the titles, and the sheets of both layouts."""
    loaded = load_all(config_folder())
    search_index(loaded.catalogue)
    for t in loaded.translators.values():
        timeline_titles(loaded.catalogue, t)
        for layout in LAYOUTS:
            map_files(loaded.catalogue, layout, t)


if __name__ == "__main__":
    main()
