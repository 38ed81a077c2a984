"""Measure hand-outs: `python -m tests.benchmarks.handouts` prints size and time of every form as a table."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

from dashboard.handouts.content import Request
from dashboard.handouts.forms import FORMS
from dashboard.handouts.service import request_of
from dashboard.loading import CONFIG, load_all

VIEWS = {
    "pair": {"selected": ["BY-MI_CN-CQ"]},
    "region": {"selected": ["BY-MI"]},
    "sector": {"sectors": ["medicine"]},
}
TURNS = 3


def main() -> None:
    snapshot = load_all(CONFIG)
    requests: dict[str, Request] = {}
    for name, query in VIEWS.items():
        found = request_of({**query, "lang": ["zh"]}, snapshot, "https://atlas.example/")
        if found is None:
            raise SystemExit(f"the table has no {name} {query}")
        requests[name] = found
    print(f"| form | {' | '.join(requests)} |")
    print("|---|" + "---|" * len(requests))
    for form, make in FORMS.items():
        told = [_measured(lambda request=request, make=make: make(request)) for request in requests.values()]
        print(f"| {form} | {' | '.join(told)} |", flush=True)


def _measured(make: Callable[[], bytes]) -> str:
    """Size and median time of a hand-out that has been made once."""
    size, seconds = len(make()), []
    for _ in range(TURNS):
        begun = perf_counter()
        make()
        seconds.append(perf_counter() - begun)
    return f"{size / 1000:,.0f} kB, {median(seconds):.2f} s"


if __name__ == "__main__":
    main()
