"""Write the traditional forms of the common Chinese characters, for search: `make traditional`.

They come from OpenCC, which is needed for this alone: nothing that serves or tests the atlas installs it. Listed is every
traditional character that OpenCC simplifies to a character of GB 2312, so that the file need not follow the table.
"""

from __future__ import annotations

import json

import opencc

from dashboard.catalogue.folding import TRADITIONAL

IDEOGRAPHS = map(chr, range(0x4E00, 0xA000))


def common(character: str) -> bool:
    """Return whether a character is one of the 6,763 of GB 2312."""
    return bool(character.encode("gb2312", errors="ignore"))


def main() -> None:
    """Write the file that folding reads, here and in the browser."""
    simplify = opencc.OpenCC("t2s").convert
    pairs = [(each, simplify(each)) for each in IDEOGRAPHS]
    kept = [pair for pair in pairs if pair[0] != pair[1] and common(pair[1])]
    traditional, simplified = map("".join, zip(*kept, strict=True))
    text = json.dumps({"traditional": traditional, "simplified": simplified}, ensure_ascii=False, indent=2)
    TRADITIONAL.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
