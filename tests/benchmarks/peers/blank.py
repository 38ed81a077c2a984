"""A Streamlit app that shows one word, started by `tests/benchmarks/start.py` beside the atlas."""

from pathlib import Path

from streamlit.starlette import App

app = App(Path(__file__).with_name("blank_page.py"))
