"""The least that a Streamlit app can show."""

import streamlit as st

st.text("blank")
