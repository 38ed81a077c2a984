"""Write all files that browsers fetch by URL, in every language, and the valid table for the next start.

`python -m dashboard.published.prepare` does so when an image is built that cannot write at run time.
"""

from __future__ import annotations

from dashboard.loading import Snapshot, config_folder, keep, load_all
from dashboard.published.files import file_names, late_files
from dashboard.published.store import remove_leftovers


class Publisher:
    """Publishes one snapshot after another, and keeps the files of the last two for pages opened before a reload."""

    def __init__(self) -> None:
        self._previous: set[str] = set()

    def publish(self, snapshot: Snapshot) -> None:
        """Write every file that is not late; remove those of older snapshots."""
        names = file_names(snapshot.catalogue, snapshot.translators)
        remove_leftovers(names | self._previous)
        self._previous = names


def publish_late(snapshot: Snapshot) -> None:
    """Write the late files too, before anybody asks for them."""
    for _ in late_files(snapshot.catalogue, snapshot.translators):
        pass


if __name__ == "__main__":
    loaded = load_all(config_folder())
    Publisher().publish(loaded)
    publish_late(loaded)
    keep(config_folder(), loaded)
