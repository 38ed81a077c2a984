"""The editor of the table, who alone is told what is wrong with an edit: someone at this machine, or with a key."""

from __future__ import annotations

import hmac
import os
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlencode, urlsplit

EDIT = "TWINNED_EDIT"
"""Environment variable that `twinned serve --edit` sets: there is a desk at which to edit the table."""

COOKIE = "twinned_editor"
PARAMETER = "editor"
"""Parameter of an address that carries the key once; a cookie takes its place."""

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers of a request that has come through a proxy, behind which every visitor seems to be at this machine."""


def has_desk() -> bool:
    """True if this server has an editor's desk."""
    return bool(os.environ.get(EDIT))


def editor_key() -> str:
    """The key set in the environment variable TWINNED_EDITOR_KEY, "" for none."""
    return os.environ.get("TWINNED_EDITOR_KEY", "")


def token_of(key: str) -> str:
    """The value of the cookie for a key, from which the key cannot be read."""
    return hmac.new(key.encode(), COOKIE.encode(), "sha256").hexdigest()


def shows_key(shown: str, key: str) -> bool:
    """True if an address shows the key; without a key, nothing does."""
    return bool(key) and hmac.compare_digest(shown.encode(), key.encode())


def is_editor(address: str | None, headers: Mapping[str, str], cookies: Mapping[str, str], key: str) -> bool:
    """True for a connection from this machine, under its own name and through no proxy, or with the cookie of the key.

    `address` is None for the loopback address, as Streamlit has it. The names of headers are in lower case.
    """
    if key and hmac.compare_digest(cookies.get(COOKIE, "").encode(), token_of(key).encode()):
        return True
    try:
        asked = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return False
    return (address is None or is_loopback(address)) and is_loopback(asked) and not headers.keys() & set(FORWARDED)


def without_key(query: list[tuple[str, str]]) -> str:
    """A query without the key."""
    return urlencode([(name, value) for name, value in query if name != PARAMETER])


def is_loopback(host: str) -> bool:
    """True for a name or address of this very machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.removeprefix("::ffff:")).is_loopback
    except ValueError:
        return False
