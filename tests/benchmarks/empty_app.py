"""The least that a click can cost: the pills of the atlas, and a line of text that follows them."""

import streamlit as st

from tests.benchmarks.pill import loaded, sectors

wanted = sectors(loaded().catalogue)
with st.container(key="shown"):
    st.text(" ".join(sorted(wanted.sectors)) or "all")
