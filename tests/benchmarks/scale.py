"""How the atlas grows: `python -m tests.benchmarks.scale [ROW …]` measures tables 1, 10 and 100 times as large.

Each figure comes from a process of its own; the whole table is written into docs/scaling.md between its marks.
"""

from __future__ import annotations

import gc
import gzip
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from dashboard.catalogue.filtering import Filter, select
from dashboard.exports.extract import whole
from dashboard.exports.formats import FORMATS
from dashboard.loading import Snapshot, load_all
from dashboard.published import store
from dashboard.published.columns import columns
from dashboard.published.files import late_file, late_url, published
from dashboard.published.stories import stories
from dashboard.published.textindex import text_index
from dashboard.published.words import words
from tests.benchmarks import scalepages
from tests.benchmarks.report import put_between
from tests.benchmarks.scalepages import edit

TIMES = (1, 10, 100)
DOC = Path(__file__).parents[2] / "docs" / "scaling.md"
TIMEOUT = 600


def seconds(begun: float) -> str:
    return f"{perf_counter() - begun:.2f} s"


def megabytes() -> str:
    return f"{int(Path('/proc/self/statm').read_text().split()[1]) * resource.getpagesize() // 2**20} MB"


def compressed(*values: object) -> str:
    return f"{sum(len(gzip.compress(json.dumps(each, ensure_ascii=False).encode(), 6)) for each in values) // 1000} kB"


def first(snapshot: Snapshot):
    return next(iter(snapshot.translators.values()))


def check(config: Path) -> str:
    begun = perf_counter()
    load_all(config)
    return seconds(begun)


def check_an_edit(config: Path) -> str:
    load_all(config)
    edit(config)
    return check(config)


def shown_after_an_edit(config: Path) -> str:
    """Load and publish an edited table: until then the one before stays on show. Of that, time of the processor."""
    with tempfile.TemporaryDirectory() as layers:
        store.FOLDERS[:] = [Path(layers)]
        loaded = load_all(config)
        published(loaded.catalogue, loaded.translators)
        edit(config)
        begun, worked = perf_counter(), process_time()
        loaded = load_all(config)
        published(loaded.catalogue, loaded.translators)
        return f"{seconds(begun)}, {process_time() - worked:.2f} s"


def memory(config: Path) -> str:
    kept = load_all(config)
    gc.collect()
    return megabytes() if kept else ""


def memory_after_edits(config: Path) -> str:
    for _ in range(4):
        kept = load_all(config)
        edit(config)
    gc.collect()
    return megabytes() if kept else ""


def opened(config: Path) -> str:
    snapshot = load_all(config)
    begun = perf_counter()
    found = columns(snapshot.catalogue), words(snapshot.catalogue, first(snapshot))
    return f"{seconds(begun)}, {compressed(*found)}"


def filtered(config: Path) -> str:
    catalogue = load_all(config).catalogue
    select(catalogue, Filter())
    begun = perf_counter()
    select(catalogue, Filter(sectors=frozenset(list(catalogue.sectors)[:1])))
    return seconds(begun)


def searched(config: Path) -> str:
    snapshot = load_all(config)
    catalogue, translators = snapshot.catalogue, snapshot.translators
    begun = perf_counter()
    assert late_file(catalogue, translators, late_url(catalogue, "search").rpartition("/")[2])
    return seconds(begun)


def indexed(config: Path) -> str:
    catalogue = load_all(config).catalogue
    begun = perf_counter()
    found = text_index(catalogue)
    return f"{seconds(begun)}, {compressed(found)}"


def told(config: Path) -> str:
    snapshot = load_all(config)
    begun = perf_counter()
    stories(snapshot.catalogue, first(snapshot))
    return seconds(begun)


def exported(config: Path) -> str:
    snapshot = load_all(config)
    begun = perf_counter()
    FORMATS["csv"](whole(snapshot.catalogue, first(snapshot)))
    return seconds(begun)


ROWS = {
    "check": ("All files checked", check),
    "edit": ("All checked again after an edit of one file", check_an_edit),
    "shown": ("An edited table loaded and published: in all, of the processor", shown_after_an_edit),
    "memory": ("Memory of the table", memory),
    "edits": ("Memory after three edits", memory_after_edits),
    "open": ("Columns and words of the first page: made, sent compressed", opened),
    "filter": ("Records of a sector found on the server", filtered),
    "search": ("Index of the search box made", searched),
    "index": ("Index of all words: made, sent compressed", indexed),
    "stories": ("Stories in one language made", told),
    "export": ("CSV of the whole table", exported),
    "page": ("Map in a browser: opened, sent", scalepages.opened),
    "click": ("… a sector clicked, until painted", scalepages.clicked),
    "screen": ("… an edit, until it has it: the middle and the longest of five", scalepages.edited),
    "key": ("… search box: sent when it is focused, a key", scalepages.searched),
    "dossier": ("Dossier of the fullest region: opened, sent", scalepages.dossier),
    "table": ("Table of projects on the page Data: opened, sent", scalepages.table),
}


def measured(row: str, config: Path) -> str:
    """Measure one row in a new process, on a copy of which it may change files."""
    command = [sys.executable, "-m", "tests.benchmarks.scale", "--one", row, str(config)]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=TIMEOUT).stdout.strip()
    except subprocess.TimeoutExpired:
        return f"over {TIMEOUT} s"


def main(rows: list[str]) -> None:
    if unknown := [row for row in rows if row not in ROWS]:
        raise SystemExit(f"unknown row '{unknown[0]}'; the rows are {', '.join(ROWS)}")
    with tempfile.TemporaryDirectory() as folder:
        tables = [Path(folder) / str(times) for times in TIMES]
        for times, table in zip(TIMES, tables, strict=True):
            command = ["-m", "dashboard.cli", "synth", "--times", str(times), "--out", str(table)]
            subprocess.run([sys.executable, *command], check=True)
        lines = ["| | " + " | ".join(f"{times}×" for times in TIMES) + " |", "|---" * (len(TIMES) + 1) + "|"]
        for row in rows or ROWS:
            lines.append(f"| {ROWS[row][0]} | " + " | ".join(measured(row, table) for table in tables) + " |")
            print(lines[-1], flush=True)
    if not rows:
        put_between("scale", "\n".join(lines), DOC)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(ROWS[sys.argv[2]][1](Path(sys.argv[3])))
    else:
        main(sys.argv[1:])
