"""Runs inside the container: is the atlas served, whole, by an ordinary user who can change nothing?"""

import os
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from streamlit.testing.v1 import AppTest

APP = Path("/app/dashboard")


def get(path: str) -> bytes:
    with urlopen(f"http://localhost:8501/{quote(path)}", timeout=5) as answer:
        return answer.read()


assert os.getuid() != 0, "runs as root"
for folder in ("/", "/app", "/app/config", "/opt/venv", "/var/tmp", str(APP / "static/layers")):
    try:
        Path(folder, "written").touch()
    except OSError:
        continue
    raise AssertionError(f"{folder} is writable")

assert get("_stcore/health") == b"ok"
assert b'<div id="root">' in get("")
files = [path for path in (APP / "static").rglob("*") if path.is_file()]
assert {"deckmap.mjs", "layers", "fonts"} <= {path.relative_to(APP / "static").parts[0] for path in files}
for path in files:
    assert get(f"app/{path.relative_to(APP)}") == path.read_bytes(), f"{path} is not served as it is"

page = AppTest.from_file(str(APP / "app.py"), default_timeout=30).run()
assert not page.exception, page.exception
