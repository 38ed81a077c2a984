"""The line to the browser: events come in through it, and it says which of them were heard."""

from __future__ import annotations

import streamlit as st

from dashboard.components.mount import mount
from dashboard.contract.reload import ReloadData
from dashboard.loading import PROCESS, Snapshot, live
from dashboard.state import address
from dashboard.text.translator import Translator
from dashboard.visit import Visit


def show_line(visit: Visit, snapshot: Snapshot, t: Translator, *, whole: bool) -> None:
    """Show one end of the line.

    There are two on a page: the one inside the fragment runs that alone, which is fast; the one outside of it
    (`whole`) runs the whole script, which works even in a session that has just begun, after a restart of the server.
    """
    key = "reload" if whole else "line"

    def hear() -> None:
        told = st.session_state.get(key, {}).get("told")
        visit.receive(told, live().get().catalogue)

    data: ReloadData = {
        "whole": whole,
        "version": snapshot.version,
        "process": PROCESS,
        "tab": visit.tab,
        "seen": visit.seen,
        "address": address(visit.state),
        "language": t.language,
        "ui": {"away": t("status.away")},
    }
    mount("reload", data, key=key, on_told_change=hear)
