"""The connection to the browser: it receives events and confirms those that were applied."""

from __future__ import annotations

import streamlit as st

from dashboard.components.mount import mount
from dashboard.contract.reload import ReloadData
from dashboard.loading import PROCESS, Snapshot, live
from dashboard.published.files import atlas_list
from dashboard.state import link
from dashboard.text.translator import Translator
from dashboard.visit import Visit


def show_line(visit: Visit, path: str, snapshot: Snapshot, t: Translator, *, whole: bool) -> None:
    """Mount one end of the connection, on the page at `path`.

    A page has two. An event through the one inside the fragment reruns the fragment alone, which is fast. An event
    through the one outside (`whole`) reruns the whole script, which also works in a new session after the server
    restarts.
    """
    key = "reload" if whole else "line"

    def receive() -> None:
        message = st.session_state.get(key, {}).get("told")
        visit.receive(message, live().get().catalogue)

    data: ReloadData = {
        "whole": whole,
        "version": snapshot.version,
        "process": PROCESS,
        "tab": visit.tab,
        "seen": visit.seen,
        "files": atlas_list(snapshot.catalogue, snapshot.translators),
        "address": link(path, visit.state),
        "language": t.language,
        "direction": t.direction,
        "ui": {"away": t("status.away"), "missing": t("status.missing")},
    }
    mount("reload", data, key=key, on_told_change=receive)
