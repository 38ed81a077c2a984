"""Message to the reload component: the version that the page shows, and the last event applied."""

from __future__ import annotations

from typing_extensions import TypedDict

from dashboard.contract.atlas import AtlasFiles, Direction


class ReloadWords(TypedDict):
    """Texts of the component."""

    away: str
    missing: str


class ReloadData(TypedDict):
    """The answer to `Told`.

    whole     true for the component outside the fragment, whose triggers run the whole script
    version   version of config/ that the page shows
    process   token of the server process; a new one means that the server has restarted
    tab       tab of the last `Told` in this session, "" before the first
    seen      number of the last event of that tab that was applied, 0 before the first
    files     URL of the list of published files, or the list itself if it could not be written
    address   address of this page with the current state, relative to any page
    language  language of `ui`
    direction of that language
    """

    whole: bool
    version: str
    process: str
    tab: str
    seen: int
    address: str
    files: str | AtlasFiles
    language: str
    direction: Direction
    ui: ReloadWords
