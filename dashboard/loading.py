"""Load table, map and texts from config/, and keep their last good state while config/ is broken."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from time import monotonic

from dashboard import prepared
from dashboard.catalogue.folder import CONFIG as CONFIG
from dashboard.catalogue.folder import config_folder as config_folder
from dashboard.catalogue.folder import fingerprint, listing
from dashboard.catalogue.kept import as_before
from dashboard.catalogue.languages import drafts_in
from dashboard.catalogue.load import contents, examine, read_table, restore
from dashboard.catalogue.model import Catalogue
from dashboard.catalogue.problems import BrokenTable, Problem
from dashboard.catalogue.schema import Place
from dashboard.catalogue.yamlfile import YamlFile, read_in
from dashboard.stories.check import check_stories
from dashboard.sweeping import unswept
from dashboard.text.check import check_words
from dashboard.text.translator import Translator, translators
from geodata import FOLDER
from geodata.layers import Layers, open_layers

LOG = logging.getLogger(__name__)

PROCESS = secrets.token_hex(4)
"""Token of this process. A page that holds another one was opened before the server restarted."""

LOOK = "look at config"
"""Name of the threads that look for edits."""

PATIENCE = 0.2
"""Seconds to wait for a look at config/. Usually enough to load it, so that the first request shows an edit."""

HELD = 8.0
"""Seconds for which the question of an open page is held while an edit is loaded: it then need not ask again."""

_one_at_a_time = threading.Lock()
"""Held while a table is loaded, since what was found valid is kept for the next one."""


@dataclass(frozen=True)
class Snapshot:
    """The last good state of config/.

    `version` changes with every edit, good or bad. If that version is broken, `problems` lists what is wrong with it,
    and the catalogue and translators are those of an earlier version.
    """

    catalogue: Catalogue
    translators: Mapping[str, Translator]
    version: str
    problems: tuple[Problem, ...] = ()


def load_all(config: Path) -> Snapshot:
    """Return the table and its translators; raises BrokenTable with every problem of table, map and texts."""
    with _one_at_a_time, unswept():
        return _load_all(config)


def _load_all(config: Path) -> Snapshot:
    version = fingerprint(config)  # before the files are read, so that an edit made meanwhile counts as another version
    catalogue, problems = examine(config)
    words = {code: read_in(config, f"i18n/{code}.yaml") for code in _languages(config)}
    drafts = drafts_in(read_in(config, "atlas.yaml").content)
    problems += check_words(words, drafts)
    if catalogue:
        broken = {problem.file for problem in problems}
        problems += check_geo(catalogue, config, broken)
        stories = {key: read_in(config, f"stories/{key}.yaml") for key in catalogue.stories}
        whole = all(file.startswith("stories/") for file in broken)
        problems += check_stories(catalogue, stories, whole=whole)
    if problems or not catalogue:
        raise BrokenTable(problems)
    return Snapshot(catalogue, translators(words, drafts), version)


def restored(config: Path) -> Snapshot | None:
    """A table that has been found valid before, without checking it again."""
    if not (found := prepared.find(config)):
        return None
    files = found.contents()
    catalogue = restore(files, open_layers(config / FOLDER))
    names = {code: f"i18n/{code}.yaml" for code in catalogue.atlas.languages}
    words = {code: YamlFile(name, files[name], {}) for code, name in names.items()}
    return Snapshot(catalogue, translators(words, drafts_in(files["atlas.yaml"])), found.version)


def keep(config: Path, snapshot: Snapshot) -> None:
    """Keep a valid table for the next start, unless that has been done."""
    if not prepared.find(config):
        words = [read_in(config, f"i18n/{code}.yaml") for code in snapshot.translators]
        prepared.keep(config, snapshot.version, contents(config) | {file.name: file.content for file in words})


def _languages(config: Path) -> list[str]:
    """Languages named in atlas.yaml, even if the rest of it is invalid."""
    named = read_in(config, "atlas.yaml").content.get("languages")
    return [code for code in named if re.fullmatch("[a-z]{2,3}", code)] if isinstance(named, dict) else []


def check_geo(catalogue: Catalogue, config: Path, broken: Set[str]) -> list[Problem]:
    """Problems of the table against the map: units and shapes without each other, misplaced places, a far centre.

    Units are not compared with shapes if one of their files is in `broken`, since it may lack some of them.
    """
    one = partial(read_in, config)
    atlas, places = one("atlas.yaml"), read_table(one, listing(config), "places")
    codes = defaultdict(list)
    for code in catalogue.units:
        codes[catalogue.country_of(code)].append(code)
    whole = not any(file.startswith("units/") for file in broken)
    layers = catalogue.layers
    if layers.problem:
        return [atlas.problem(("countries",), layers.problem)]
    mismatches = layers.check_units(codes) if whole else []
    problems = [atlas.problem(("countries",), sentence.rstrip(".")) for sentence in mismatches]
    centre = catalogue.atlas.map.geographic
    if centre and not layers.lies_around(centre.lon, centre.lat):
        message = "the map is centred more than a quarter of the globe away from part of the countries"
        problems.append(atlas.problem(("map", "geographic"), message))
    misplaced = as_before("places on the map", _misplaced, catalogue.places, layers)
    return problems + [places.problem((key,), message) for key, message in misplaced]


def _misplaced(places: Mapping[str, Place], layers: Layers) -> list[tuple[str, str]]:
    """Places that lie outside their unit, each with a message."""
    misplaced = []
    for key, place in places.items():
        found = layers.unit_at(place.lon, place.lat)
        if found != place.unit:
            swapped = layers.unit_at(place.lat, place.lon) == place.unit
            hint = "; lon and lat are swapped" if swapped else ""
            misplaced.append((key, f"lies in {found or 'no unit'}, not in {place.unit}{hint}"))
    return misplaced


class Live:
    """The newest snapshot of config/; an edit that breaks config/ keeps the last good state.

    It looks for edits at most once a second, in a background thread, so that a slow disk delays no page.
    """

    def __init__(self, config: Path | None = None) -> None:
        self.config = config or config_folder()
        self._snapshot = restored(self.config) or load_all(self.config)
        self._looked = monotonic()
        self._looking = threading.Lock()
        self._ended = Future[None]()
        self._ended.set_result(None)
        self._acts: list[Callable[[Snapshot], None]] = []

    def get(self) -> Snapshot:
        """Return the newest snapshot. Only the caller that starts a look waits for it, at most PATIENCE seconds."""
        if look := self._begin():
            wait([look], PATIENCE)
        return self._snapshot

    async def settled(self) -> Snapshot:
        """Return the newest snapshot once a look that is under way has ended, at most HELD seconds later."""
        self._begin()
        if not self._ended.done():
            await asyncio.wait([asyncio.wrap_future(self._ended)], timeout=HELD)
        return self._snapshot

    def look(self) -> Snapshot:
        """Return the newest snapshot once every edit made until now has been looked at."""
        self._looking.acquire()
        self._ended = Future()
        self._look()
        return self._snapshot

    def on_load(self, act: Callable[[Snapshot], None]) -> None:
        """Call `act` in a background thread with the current snapshot, and with each later good one before that shows.

        So nobody waits for what it makes.
        """
        self._acts.append(act)
        threading.Thread(target=act, args=(self._snapshot,), name=LOOK, daemon=True).start()

    def _begin(self) -> Future[None] | None:
        """Begin a look unless there was one in the last second; None if so, or if one is under way."""
        if monotonic() - self._looked <= 1 or not self._looking.acquire(blocking=False):
            return None
        self._ended = Future()
        threading.Thread(target=self._look, name=LOOK, daemon=True).start()
        return self._ended

    def _look(self) -> None:
        try:
            seen, newest = self._snapshot, self._newest(self._snapshot)
            if newest.catalogue is not seen.catalogue:
                with unswept():
                    for act in self._acts:
                        act(newest)
                LOG.info("a new table is on show")
            self._snapshot = newest
        finally:
            self._looked = monotonic()
            ended = self._ended
            self._looking.release()
            ended.set_result(None)

    def _newest(self, last: Snapshot) -> Snapshot:
        version = fingerprint(self.config)
        if version == last.version:
            return last
        try:
            return load_all(self.config)
        except BrokenTable as broken:
            LOG.warning("an edit broke the table (%d problems); the last valid one stays", len(broken.problems))
            return replace(last, version=version, problems=broken.problems)
        except (OSError, ValueError) as error:  # a disk that fails in a way no reader handles
            problem = Problem(".", 1, "", f"this folder cannot be read: {error}")
            return replace(last, version=version, problems=(problem,))


@cache
def live() -> Live:
    """The table that this process serves, shared by all visits; raises BrokenTable if it is broken at start-up."""
    return Live()
