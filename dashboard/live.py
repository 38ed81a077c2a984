"""The catalogue and the words as they stand in config/ now, or as they last stood when they were right."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import fingerprint, load
from dashboard.catalogue.problems import BrokenTable, Problem
from dashboard.checks_geo import check_geo
from dashboard.i18n import Translator, check_words, translators

CONFIG = Path(__file__).parent.parent / "config"


def config_folder() -> Path:
    """The folder that the environment names in TWINNED_CONFIG, else that of this repository."""
    return Path(os.environ.get("TWINNED_CONFIG", CONFIG))


@dataclass(frozen=True)
class Loaded:
    """One good state of config/."""

    catalogue: Catalogue
    translators: Mapping[str, Translator]


def load_all(config: Path) -> Loaded:
    """Catalogue and words; raises BrokenTable with every problem of the table, or else of its map and its words."""
    catalogue = load(config)
    if problems := [*check_geo(catalogue, config), *check_words(config, catalogue.atlas.languages)]:
        raise BrokenTable(problems)
    return Loaded(catalogue, translators(config, catalogue.atlas.languages))


class Live:
    """Looks at config/ at most once a second; an edit that breaks it keeps the last good state."""

    def __init__(self, config: Path | None = None) -> None:
        self.config = config or config_folder()
        self.problems: tuple[Problem, ...] = ()
        self._lock = threading.Lock()
        self._seen = fingerprint(self.config)
        self._loaded = load_all(self.config)
        self._looked = monotonic()

    @property
    def version(self) -> str:
        """Changes with every edit of config/, good or bad."""
        self.get()
        return self._seen

    def get(self) -> Loaded:
        """The last good state."""
        with self._lock:
            if monotonic() - self._looked > 1:
                self._look()
                self._looked = monotonic()
        return self._loaded

    def _look(self) -> None:
        seen = fingerprint(self.config)
        if seen == self._seen:
            return
        try:
            self._loaded, self.problems = load_all(self.config), ()
        except BrokenTable as broken:
            self.problems = broken.problems
        self._seen = seen


@cache
def live() -> Live:
    """The table that this process serves, shared by all visits; raises BrokenTable when it is broken at the start."""
    return Live()
