"""Lower bound for the cost of a click: the pills of the atlas, and a line of text that depends on them."""

import streamlit as st

from tests.benchmarks.pill import loaded, sectors

wanted = sectors(loaded().catalogue)
with st.container(key="shown"):
    st.text(" ".join(sorted(wanted.sectors)) or "all")
