"""Write the traditional forms of the common Chinese characters, for searching: `make traditional`.

They come from OpenCC, which neither the server nor the tests need. The file has every traditional character whose
simplified form is in GB 2312, so that it need not be written again when the table gains characters.
"""

from __future__ import annotations

import json
from pathlib import Path

import opencc

from dashboard.catalogue.folding import TRADITIONAL

FILES = (TRADITIONAL, Path(__file__).parents[1] / "frontend" / "src" / "search" / TRADITIONAL.name)
IDEOGRAPHS = map(chr, range(0x4E00, 0xA000))


def common(character: str) -> bool:
    """Tell whether a character is in GB 2312."""
    return bool(character.encode("gb2312", errors="ignore"))


def main() -> None:
    """Write the file that folding reads, for Python and for the browser."""
    simplify = opencc.OpenCC("t2s").convert
    pairs = [(each, simplify(each)) for each in IDEOGRAPHS]
    kept = [pair for pair in pairs if pair[0] != pair[1] and common(pair[1])]
    traditional, simplified = map("".join, zip(*kept, strict=True))
    text = json.dumps({"traditional": traditional, "simplified": simplified}, ensure_ascii=False, indent=2)
    for file in FILES:
        file.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
