"""Python's search for cycles in memory: held back while much is made that has none, and made up for at rest."""

from __future__ import annotations

import ctypes
import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_lock = threading.Lock()
_inside = 0
"""Number of blocks of `unswept` that are at work, in whatever threads."""


@contextmanager
def unswept() -> Iterator[None]:
    """Search for no cycles meanwhile: of what a large table takes, that would be a quarter of the time."""
    _enter(1)
    try:
        yield
    finally:
        _enter(-1)


def _enter(change: int) -> None:
    global _inside
    with _lock:
        _inside += change
        (gc.disable if _inside else gc.enable)()


def give_back() -> None:
    """Free what past visits left in cycles, and give the memory back to the system; only glibc needs to be told."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
