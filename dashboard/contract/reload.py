"""What the reload component is sent: the version that the page shows, and which events Python has seen."""

from __future__ import annotations

from typing_extensions import TypedDict


class ReloadWords(TypedDict):
    """What the component says, in the visitor's language."""

    away: str


class ReloadData(TypedDict):
    """The answer to `Told`.

    whole     true of the component outside of the fragment: a trigger there runs the whole script
    version   of config/ as the page shows it
    process   a token of the server's process; another one means that the server was started again
    tab       of the last `Told` in this session, "" before the first
    seen      the number of the last event of that tab that was applied, 0 before the first
    address   of this page with the state as Python has it, relative to any page
    language  of `ui`
    """

    whole: bool
    version: str
    process: str
    tab: str
    seen: int
    address: str
    language: str
    ui: ReloadWords
