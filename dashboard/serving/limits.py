"""Limits of what visitors may ask for, names and path of the atlas, who may frame a page: the one place for these."""

from __future__ import annotations

import os
import re
import resource
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

FILES_OF_A_SESSION = 4
"""Descriptors that a session takes: its connection, and the event loop that Streamlit gives it."""

FILES_OF_THE_REST = 800
"""Descriptors for all else: files, requests, hand-outs, and sessions left behind, of which Streamlit keeps 128."""

RETRY = 30
"""Seconds after which to try again while the atlas is full."""


@dataclass(frozen=True)
class Limits:
    """Each is set by the variable TWINNED_ and its name in capitals; docs/deployment.md explains them."""

    sessions: int = 2500
    sessions_of_address: int = 250
    connections: int = 6000
    burst: int = 20
    steady: float = 1.0
    shared: int = 8
    message_bytes: int = 131_072
    address_bytes: int = 8192
    head_seconds: int = 10
    left_seconds: int = 60
    allowed_hosts: tuple[str, ...] = ()
    embed_origins: tuple[str, ...] = ()
    path: str = ""

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Limits:
        """Read the settings; exits with a sentence if one is no number above zero, or no path."""
        found: dict[str, Any] = {}
        for field in fields(cls):
            name = f"TWINNED_{field.name.upper()}"
            if text := environment.get(name, "").strip():
                found[field.name] = _value(name, text, type(field.default))
        return cls(**found)

    def fitting(self, files: int) -> Limits:
        """The same with no more sessions than there are descriptors for."""
        most = max(1, (files - FILES_OF_THE_REST) // FILES_OF_A_SESSION)
        return self if most >= self.sessions else replace(self, sessions=most)


def _value(name: str, text: str, kind: type) -> object:
    if kind is tuple:
        return tuple(text.lower().replace(",", " ").split())
    if kind is str:
        if not re.fullmatch(r"(/[\w.~-]+)+/?", text, re.ASCII):
            raise SystemExit(f"{name} must be a path such as /atlas, not '{text}'")
        return text.rstrip("/")
    try:
        value = kind(text)
    except ValueError:
        value = 0
    if not 0 < value < float("inf"):
        raise SystemExit(f"{name} must be a number above 0, not '{text}'")
    return value


def raise_files() -> int:
    """Allow this process as many descriptors as the system lets it have; return their number."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = min(hard, 1_048_576) if hard != resource.RLIM_INFINITY else 1_048_576
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return most


LIMITS = Limits.read().fitting(raise_files())
