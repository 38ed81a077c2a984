"""The pages, one module each; no page imports another.

The folder is not called `pages`: Streamlit would run each module of a folder with that name as a script of its own.
"""
