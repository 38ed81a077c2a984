"""The pages, one module each; none imports another.

Not called `pages`: Streamlit would take each module of a folder of that name beside `main.py` for a script of its own.
"""
