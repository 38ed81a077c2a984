"""Python's search for cycles in memory: held back while much is made that has none, and made up for at rest."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def unswept() -> Iterator[None]:
    """Search for no cycles meanwhile: of what a large table takes, that would be a quarter of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def give_back() -> None:
    """Free what past visits left in cycles, and give the memory back to the system; only glibc needs to be told."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
