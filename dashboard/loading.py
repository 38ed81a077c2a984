"""The table, the map and the words, checked together, as config/ has them now or last had them right."""

from __future__ import annotations

import os
import re
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import monotonic

from dashboard.catalogue.folder import fingerprint
from dashboard.catalogue.load import examine
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.problems import BrokenTable, Problem
from dashboard.catalogue.yamlfile import read
from dashboard.text.check import check_words
from dashboard.text.translator import Translator, translators
from geodata import layers

PROCESS = secrets.token_hex(4)
"""A token of this process: a page that knows another one was opened before the server was started again."""

LOOK = "look at config"
"""The name of the threads that look for edits."""

PATIENCE = 0.2
"""Seconds; enough for a look and mostly for a load, so that an edit shows with the first who asks."""

CONFIG = Path(__file__).parent.parent / "config"


def config_folder() -> Path:
    """The folder that the environment names in TWINNED_CONFIG, else that of this repository."""
    return Path(os.environ.get("TWINNED_CONFIG", CONFIG))


@dataclass(frozen=True)
class Snapshot:
    """The last good state of config/. `problems` and `version` are those of config/ as it was last seen.

    `version` changes with every edit, good or bad; `problems` is empty where the state is that of this version.
    """

    catalogue: Catalogue
    translators: Mapping[str, Translator]
    version: str
    problems: tuple[Problem, ...] = ()


def load_all(config: Path) -> Snapshot:
    """Return the table and its words; raises BrokenTable with every problem of table, map and words."""
    version = fingerprint(config)  # before the files are read: what is edited meanwhile makes another version
    catalogue, problems = examine(config)
    words = {code: read(config / f"i18n/{code}.yaml", f"i18n/{code}.yaml") for code in _languages(config)}
    problems += check_words(words)
    if catalogue:
        problems += check_geo(catalogue, config, {problem.file for problem in problems})
    if problems or not catalogue:
        raise BrokenTable(problems)
    return Snapshot(catalogue, translators(words), version)


def _languages(config: Path) -> list[str]:
    """The languages that atlas.yaml names, whatever else is wrong with it."""
    named = read(config / "atlas.yaml", "atlas.yaml").content.get("languages")
    return [code for code in named if re.fullmatch("[a-z]{2,3}", code)] if isinstance(named, dict) else []


def check_geo(catalogue: Catalogue, config: Path, broken: Set[str]) -> list[Problem]:
    """Units without a shape, shapes without a unit, places outside their unit, and a map centred far away.

    Units are not compared with shapes where one of their files is `broken`, and therefore not whole.
    """
    atlas, places = (read(config / name, name) for name in ("atlas.yaml", "places.yaml"))
    codes = defaultdict(list)
    for code in catalogue.units:
        codes[catalogue.country_of(code)].append(code)
    whole = not any(file.startswith("units/") for file in broken)
    mismatches = layers.check_units(codes) if whole else []
    problems = [atlas.problem(("countries",), sentence.rstrip(".")) for sentence in mismatches]
    centre = catalogue.atlas.map.geographic
    if centre and not layers.lies_around(centre.lon, centre.lat):
        message = "the map is centred more than a quarter of the globe away from a part of the countries"
        problems.append(atlas.problem(("map", "geographic"), message))
    for key, place in catalogue.places.items():
        found = layers.unit_at(place.lon, place.lat)
        if found != place.unit:
            swapped = layers.unit_at(place.lat, place.lon) == place.unit
            hint = "; lon and lat are swapped" if swapped else ""
            problems.append(places.problem((key,), f"lies in {found or 'no unit'}, not in {place.unit}{hint}"))
    return problems


class Live:
    """The newest snapshot of config/; an edit that breaks it keeps the last good state.

    Whoever asks has an edit looked for, at most once a second, in a thread beside: a slow disk holds up nobody.
    """

    def __init__(self, config: Path | None = None) -> None:
        self.config = config or config_folder()
        self._snapshot = load_all(self.config)
        self._looked = monotonic()
        self._looking = threading.Lock()
        self._acts: list[Callable[[Snapshot], None]] = []

    def get(self) -> Snapshot:
        """Return the newest snapshot; only who starts the look waits for it, PATIENCE seconds at most."""
        if monotonic() - self._looked > 1 and self._looking.acquire(blocking=False):
            look = threading.Thread(target=self._look, name=LOOK, daemon=True)
            look.start()
            look.join(PATIENCE)
        return self._snapshot

    def on_load(self, act: Callable[[Snapshot], None]) -> None:
        """Call `act` with the present state and each later good one, in a thread beside."""
        self._acts.append(act)
        threading.Thread(target=act, args=(self._snapshot,), name=LOOK, daemon=True).start()

    def _look(self) -> None:
        try:
            seen = self._snapshot
            self._snapshot = self._newest(seen)
        finally:
            self._looked = monotonic()
            self._looking.release()
        if self._snapshot.catalogue is not seen.catalogue:
            for act in self._acts:
                act(self._snapshot)

    def _newest(self, last: Snapshot) -> Snapshot:
        version = fingerprint(self.config)
        if version == last.version:
            return last
        try:
            return load_all(self.config)
        except BrokenTable as broken:
            return replace(last, version=version, problems=broken.problems)
        except (OSError, ValueError) as error:  # of a disk that fails in a way that no reader foresaw
            problem = Problem(".", 1, "", f"this folder cannot be read: {error}")
            return replace(last, version=version, problems=(problem,))


@cache
def live() -> Live:
    """The table that this process serves, shared by all visits; raises BrokenTable when it is broken at the start."""
    return Live()
