"""Measure the browser's model: `python -m tests.benchmarks.model` prints the sizes of its files and its times."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path
from random import Random

from dashboard.loading import CONFIG, load_all
from dashboard.published.columns import columns, texts
from dashboard.published.textindex import text_index
from tests.benchmarks.report import spread
from tests.model.cases import drawn_filter

SCRIPT = Path(__file__).with_suffix(".mjs")
FILTERS = 300


def main() -> None:
    loaded = load_all(CONFIG)
    table, index = columns(loaded.catalogue), text_index(loaded.catalogue)
    by_language = {code: texts(loaded.catalogue, t) for code, t in loaded.translators.items()}
    for name, value in {"columns": table, **by_language, "index of words": index}.items():
        content = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
        print(f"{name}: {len(content) / 1000:.1f} kB, {len(gzip.compress(content)) / 1000:.1f} kB compressed")
    chance = Random(1)  # noqa: S311 - the same filters each time
    filters = [drawn_filter(loaded.catalogue, chance) for _ in range(FILTERS)]
    asked = json.dumps({"columns": table, "index": index, "filters": filters})
    told = subprocess.run(["node", SCRIPT], input=asked, capture_output=True, text=True, check=True).stdout
    for what, times in json.loads(told).items():
        print(f"{what}: {spread(times, 'ms', 2)}")


if __name__ == "__main__":
    main()
