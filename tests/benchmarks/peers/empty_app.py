"""What Streamlit itself costs: the pills, and a line of text that depends on them."""

import streamlit as st

from tests.benchmarks.peers.pill import sectors

with st.container(key="shown"):
    st.text(" ".join(sorted(sectors())) or "all")
