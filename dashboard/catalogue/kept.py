"""Caches whose results live as long as what they were computed from."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
from operator import is_
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def kept(on: str, most: int | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Cache the results of a function (the `most` recently used) on its argument `on`, which must be positional.

    An `lru_cache` of the module would keep every catalogue alive; this cache is freed together with its catalogue.
    """

    def decorate(make: Callable[P, R]) -> Callable[P, R]:
        position = list(signature(make).parameters).index(on)

        @wraps(make)
        def ask(*args: P.args, **kwargs: P.kwargs) -> R:
            caches = vars(args[position]).setdefault("_kept", {})
            cached: Callable[P, R] = caches.get(ask) or caches.setdefault(ask, lru_cache(most)(make))
            return cached(*args, **kwargs)

        return ask

    return decorate


_last: dict[str, tuple[tuple[object, ...], Any]] = {}


def as_before(name: str, make: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what was last made under a name, if it was made from the very same arguments; else make it.

    An edit makes one file anew, and with this only what follows from that file.
    """
    used = (make, *args, *kwargs.values())
    last = _last.get(name)
    if not (last and len(last[0]) == len(used) and all(map(is_, last[0], used))):
        last = _last[name] = used, make(*args, **kwargs)
    made: R = last[1]
    return made
