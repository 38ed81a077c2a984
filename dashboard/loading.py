"""The table, the map and the words, checked together, as config/ has them now or last had them right."""

from __future__ import annotations

import os
import secrets
import threading
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import monotonic

from dashboard.catalogue.folder import fingerprint
from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.problems import BrokenTable, Problem
from dashboard.catalogue.yamlfile import read
from dashboard.text.check import check_words
from dashboard.text.translator import Translator, translators
from geodata import layers

PROCESS = secrets.token_hex(4)
"""A token of this process: a page that knows another one was opened before the server was started again."""

CONFIG = Path(__file__).parent.parent / "config"


def config_folder() -> Path:
    """The folder that the environment names in TWINNED_CONFIG, else that of this repository."""
    return Path(os.environ.get("TWINNED_CONFIG", CONFIG))


@dataclass(frozen=True)
class Snapshot:
    """One good state of config/, and what has been wrong with it since."""

    catalogue: Catalogue
    translators: Mapping[str, Translator]
    version: str = ""
    problems: tuple[Problem, ...] = ()


def load_all(config: Path) -> Snapshot:
    """Catalogue and words; raises BrokenTable with every problem of the table, or else of its map and its words."""
    catalogue = load(config)
    if problems := [*check_geo(catalogue, config), *check_words(config, catalogue.atlas.languages)]:
        raise BrokenTable(problems)
    return Snapshot(catalogue, translators(config, catalogue.atlas.languages))


def check_geo(catalogue: Catalogue, config: Path) -> list[Problem]:
    """Units without a shape, shapes without a unit, and places outside their unit, by file and line."""
    atlas, places = (read(config / name, name) for name in ("atlas.yaml", "places.yaml"))
    codes = defaultdict(list)
    for code in catalogue.units:
        codes[catalogue.country_of(code)].append(code)
    problems = [atlas.problem(("countries",), sentence.rstrip(".")) for sentence in layers.check_units(codes)]
    for key, place in catalogue.places.items():
        found = layers.unit_at(place.lon, place.lat)
        if found != place.unit:
            swapped = layers.unit_at(place.lat, place.lon) == place.unit
            hint = "; lon and lat are swapped" if swapped else ""
            problems.append(places.problem((key,), f"lies in {found or 'no unit'}, not in {place.unit}{hint}"))
    return problems


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

    def get(self) -> Snapshot:
        """The last good state."""
        with self._lock:
            if monotonic() - self._looked > 1:
                self._look()
                self._looked = monotonic()
        return replace(self._loaded, version=self._seen, problems=self.problems)

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
