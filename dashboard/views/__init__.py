"""Streamlit pages and their parts: layout only, no data work."""
