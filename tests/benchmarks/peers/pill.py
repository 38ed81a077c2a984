"""The filter of the peers that Streamlit draws: sectors, offered as in the atlas."""

import streamlit as st

from tests.benchmarks.peers.shared import SECTORS


def sectors() -> frozenset[str]:
    return frozenset(st.pills("Sectors", SECTORS, selection_mode="multi", format_func=SECTORS.get, key="pill"))
