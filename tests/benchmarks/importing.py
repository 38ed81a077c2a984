"""How long a hundred thousand rows take: `python -m tests.benchmarks.importing [rows]` prints seconds and memory."""

import csv
import resource
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from dashboard.catalogue.load import load
from dashboard.catalogue.model import Catalogue
from dashboard.loading import CONFIG
from dashboard.reading.bring import bring
from dashboard.reading.columns import Mapped

PER_SOURCE = 10


def write_table(path: Path, catalogue: Catalogue, rows: int) -> None:
    """Write ties of regions, each named in some language, with a date and a source; one in a hundred of nowhere."""
    random = Random(1)  # noqa: S311 - no secret
    first, second = ([unit for code, unit in catalogue.units.items() if catalogue.country_of(code) == country]
        for country in catalogue.atlas.countries)  # fmt: skip
    kinds = list(catalogue.kinds.agreements)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("a", "b", "kind", "signed", "title", "url"))
        for number in range(rows):
            names = [random.choice(list(random.choice(units).names.values())) for units in (first, second)]
            if number % 100 == 0:
                names[0] = f"{names[0][1:]}{number}"
            day = f"{random.randint(1992, 2023)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
            page = f"https://example.org/{number // PER_SOURCE}"
            table.writerow((*names, random.choice(kinds), day, f"Agreement {number}", page))


def main(rows: int) -> None:
    """Import an invented table, and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "ties.csv"
        write_table(table, load(CONFIG), rows)
        started, busy = perf_counter(), process_time()
        print(*bring([table], Mapped(), CONFIG, Path(folder) / "new"), sep="\n")
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        took = f"{perf_counter() - started:.1f} s, of the processor {process_time() - busy:.1f} s, {memory:.0f} MB"
        print(f"{rows:,} rows, {table.stat().st_size / 1e6:.1f} MB: {took}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
