"""Write all files that browsers fetch by URL, in every language.

`python -m dashboard.published.prepare` does so when an image is built that cannot write at run time.
"""

from __future__ import annotations

from dashboard.loading import Snapshot, config_folder, load_all
from dashboard.published.files import file_names
from dashboard.published.store import remove_leftovers


class Publisher:
    """Publishes one snapshot after another, and keeps the files of the last two for pages opened before a reload."""

    def __init__(self) -> None:
        self._previous: set[str] = set()

    def publish(self, snapshot: Snapshot) -> None:
        """Write every file; remove those of older snapshots."""
        names = file_names(snapshot.catalogue, snapshot.translators)
        remove_leftovers(names | self._previous)
        self._previous = names


if __name__ == "__main__":
    Publisher().publish(load_all(config_folder()))
