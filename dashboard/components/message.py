"""What a component of ours is sent, as bytes: Streamlit's own JSON would escape every Cyrillic and Chinese letter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def encode(message: Mapping[str, Any]) -> bytes:
    """Compact UTF-8: half the bytes of the same names escaped, a fifth of pydeck's own JSON."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "replace")
