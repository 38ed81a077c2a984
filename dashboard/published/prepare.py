"""Write all files that browsers fetch by URL, in every language.

`python -m dashboard.published.prepare` does so when an image is built that cannot write at run time.
"""

from __future__ import annotations

from dashboard.loading import Snapshot, config_folder, load_all
from dashboard.published.files import (
    citations_file,
    file_names,
    map_files,
    remove_leftovers,
    search_index,
    timeline_titles,
)
from geodata.layout import LAYOUTS


class Publisher:
    """Publishes one snapshot after another, and keeps the files of the last two for pages opened before a reload."""

    def __init__(self) -> None:
        self._previous: set[str] = set()

    def publish(self, snapshot: Snapshot) -> None:
        """Write the search index, the titles and both layouts; remove the files of older snapshots."""
        catalogue = snapshot.catalogue
        search_index(catalogue)
        for t in snapshot.translators.values():
            timeline_titles(catalogue, t)
            citations_file(catalogue, t)
            for layout in LAYOUTS:
                map_files(catalogue, layout, t)
        names = file_names(catalogue)
        remove_leftovers(names | self._previous)
        self._previous = names


if __name__ == "__main__":
    Publisher().publish(load_all(config_folder()))
