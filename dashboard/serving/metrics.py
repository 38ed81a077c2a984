"""Numbers for Prometheus, served on a port of their own, which visitors cannot reach."""

from __future__ import annotations

import os
import threading
from bisect import bisect_left
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from pathlib import Path
from time import perf_counter
from typing import ParamSpec

from streamlit import runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY

from dashboard.loading import live
from dashboard.serving.health import table_of

P = ParamSpec("P")
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Upper bounds of the classes of run times, in seconds."""


class RunTimes:
    """Number of runs of the script, and the time they took."""

    def __init__(self) -> None:
        self.counts, self.seconds = [0] * (len(BOUNDS) + 1), 0.0
        self._inside = threading.local()
        self._adding = threading.Lock()

    def measured(self, run: Callable[P, None]) -> Callable[P, None]:
        """Measure a function; one that is called by another measured one is part of its run."""

        @wraps(run)
        def timed(*args: P.args, **kwargs: P.kwargs) -> None:
            if getattr(self._inside, "run", False):
                return run(*args, **kwargs)
            began, self._inside.run = perf_counter(), True
            try:
                run(*args, **kwargs)
            finally:
                self._inside.run = False
                self.add(perf_counter() - began)

        return timed

    def add(self, seconds: float) -> None:
        """Count a run."""
        with self._adding:
            self.counts[bisect_left(BOUNDS, seconds)] += 1
            self.seconds += seconds

    def lines(self) -> list[str]:
        """A histogram, in which each class holds all that are below."""
        named = [*map(str, BOUNDS), "+Inf"]
        buckets = zip(named, accumulate(self.counts), strict=True)
        return [
            "# HELP twinned_run_seconds Time that a run of the script takes.",
            "# TYPE twinned_run_seconds histogram",
            *(f'twinned_run_seconds_bucket{{le="{bound}"}} {count}' for bound, count in buckets),
            f"twinned_run_seconds_sum {self.seconds:.6f}",
            f"twinned_run_seconds_count {sum(self.counts)}",
        ]


RUNS = RunTimes()


def visitors() -> int:
    """Number of open pages that are connected to this copy."""
    stats = runtime.get_instance().stats_mgr.get_stats([ACTIVE_SESSIONS_FAMILY]) if runtime.exists() else {}
    return sum(int(stat.value) for stat in stats.get(ACTIVE_SESSIONS_FAMILY, []))  # type: ignore[attr-defined, misc]


def memory() -> int | None:
    """Bytes of this process that are in memory; None where the system does not say."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return None


def metrics_text() -> str:
    """All numbers, in the text format of Prometheus."""
    snapshot = live().get()
    gauges = {
        ("twinned_visitors", "Open pages that are connected."): visitors(),
        ("twinned_table_problems", "Problems of an edit; while there are any, the last valid table is on show."): len(
            snapshot.problems
        ),
        (f'twinned_table_info{{version="{table_of(snapshot)}"}}', "The table on show."): 1,
        ("process_resident_memory_bytes", "Memory in use."): memory(),
    }
    lines = []
    for (sample, says), value in gauges.items():
        name = sample.partition("{")[0]
        if value is not None:
            lines += [f"# HELP {name} {says}", f"# TYPE {name} gauge", f"{sample} {value}"]
    return "\n".join([*lines, *RUNS.lines(), ""])


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/metrics"
        content = metrics_text().encode() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: it would be about the address of whoever asks."""


def serve_metrics(address: str, port: int) -> None:
    """Answer /metrics on a port, in threads of their own; exits if another program has it."""
    try:
        server = ThreadingHTTPServer((address, port), _Answers)
    except OSError as failed:
        raise SystemExit(
            f"cannot serve metrics on port {port}: {failed.strerror}; choose with --metrics-port"
        ) from None
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
