"""Run inside the container: check that an unprivileged user serves the whole atlas and can change nothing."""

import os
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

STATIC = Path("/app/dashboard/static")


def get(path: str) -> bytes:
    with urlopen(f"http://localhost:8501/{quote(path)}", timeout=30) as answer:
        return answer.read()


assert os.getuid() != 0, "runs as root"
for folder in ("/", "/app", "/opt/venv", "/home"):
    try:
        Path(folder, "written").touch()
    except OSError:
        continue
    raise AssertionError(f"{folder} is writable")

assert get("_stcore/health") == b"ok"
assert b'<div id="root"' in get("")
files = [path for path in STATIC.rglob("*") if path.is_file()]
assert {"build", "fonts", "layers"} <= {path.relative_to(STATIC).parts[0] for path in files}
for path in files:
    served, kept = get(f"app/static/{path.relative_to(STATIC)}"), path.read_bytes()
    digest, _, rest = kept.partition(b"\n")  # before the content of a file whose name has none
    assert served == kept or (served == rest and len(digest) == 64), f"{path} is not served as it is"

for form, begins in {
    "pdf": b"%PDF",
    "pptx": b"PK",
    "html": b"<!DOCTYPE",
    "png-1920": b"\x89PNG",
    "svg": b"<svg",
}.items():
    with urlopen(f"http://localhost:8501/handout/{form}?lang=zh", timeout=30) as made:
        assert made.read().startswith(begins), form

with connect("ws://localhost:8501/_stcore/stream", subprotocols=["streamlit"]) as page:
    ask = BackMsg()
    ask.rerun_script.query_string = ""
    page.send(ask.SerializeToString())
    drawn = set()
    while (said := ForwardMsg.FromString(page.recv(timeout=30))).WhichOneof("type") != "script_finished":
        drawn.add(said.delta.new_element.WhichOneof("type"))
    assert "exception" not in drawn, drawn
    assert "bidi_component" in drawn, drawn
    print("ok")
    time.sleep(60)
