"""The kinds of random input, each with what draws it and what uses it."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.app import app
from dashboard.loading import CONFIG, live
from tests.asgi import ask
from tests.fuzz import addresses, messages, tables
from tests.fuzz.trial import Trial, attempt

KINDS = ("tables", "addresses", "messages")


def fuzz(kind: str, seed: int, count: int) -> Trial:
    """Try `count` inputs of a kind on the shipped table."""
    if kind == "tables":
        with TemporaryDirectory() as folder:
            copy = Path(shutil.copytree(CONFIG, Path(folder) / "config"))
            return attempt(tables.tables(CONFIG, seed, count), partial(tables.use, copy=copy))
    snapshot = live().get()
    if kind == "addresses":
        ask(app, "/", host="localhost")  # the first one makes the files of the table
        return attempt(addresses.addresses(snapshot, seed, count), partial(addresses.use, app=app))
    return attempt(messages.messages(snapshot, seed, count), partial(messages.use, snapshot=snapshot))
