"""Build the fonts that the atlas serves: run `python -m tools.fonts` when the table has new Chinese characters.

Inter, for Latin and Cyrillic, is used as shipped; Noto Sans SC is cut down to the common characters (GB 2312, level 1)
and those in config/. Both are under the SIL Open Font License. `coverage.txt` beside them lists all the characters that
they cover, so that `twinned check` finds the missing ones. Hand-outs, which are made on the server, are set in the same
fonts as plain TrueType files, one for each weight.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.catalogue.folder import config_folder
from dashboard.catalogue.yamlfile import read
from dashboard.text.glyphs import COVERAGE, is_chinese

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
CONFIG = ROOT / "config"
FONTS = ROOT / "dashboard" / "static" / "fonts"
PRINTED = ROOT / "dashboard" / "handouts" / "fonts"
STYLE = ROOT / "frontend" / "src" / "page" / "page.css"
FACE = re.compile(r"@font-face .*url\('\.\./fonts/([^']+)'\); unicode-range: ([^;]+);")
INTER, NOTO = "@fontsource-variable/inter@5.3.0", "@fontsource/noto-sans-sc@5.3.0"
INTER_SUBSETS = ("latin", "latin-ext", "cyrillic")
NOTO_WEIGHTS = (400, 600)
PRINTED_WEIGHTS = {400: "Regular", 600: "SemiBold"}
MARKS = "‘’“”…"  # as wide as an ideograph in Chinese; the page prefers them to Inter's there


def needed(config: Path = CONFIG) -> set[str]:
    """Every Chinese character in config/."""
    text = "".join(path.read_text(encoding="utf-8") for path in config.rglob("*.yaml"))
    return set(filter(is_chinese, text))


def common() -> set[str]:
    """The 3,755 characters of GB 2312 level 1, and the punctuation of GB 2312."""
    cells = [(row, cell) for row in (*range(1, 4), *range(16, 56)) for cell in range(1, 95)]
    text = "".join(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", errors="ignore") for row, cell in cells)
    return set(filter(is_chinese, text))


def build(folder: Path = FONTS) -> None:
    """Fetch both font packages from npm, cut them down and write the files to serve; raises CalledProcessError."""
    folder.mkdir(parents=True, exist_ok=True)
    characters = needed() | needed(config_folder()) | common() | set(MARKS)
    with tempfile.TemporaryDirectory() as scratch:
        inter, noto = _unpack(INTER, Path(scratch)), _unpack(NOTO, Path(scratch))
        for name in INTER_SUBSETS:
            shutil.copy(inter / f"files/inter-{name}-wght-normal.woff2", folder / f"inter-{name}.woff2")
        for weight in NOTO_WEIGHTS:
            source = noto / f"files/noto-sans-sc-chinese-simplified-{weight}-normal.woff2"
            cut(source, characters, folder / f"noto-sans-sc-{weight}.woff2")
        # The name of a language in the head of a page in another one must not cost the whole font.
        cut(folder / f"noto-sans-sc-{NOTO_WEIGHTS[0]}.woff2", language_names(), folder / "language-names.woff2")
        cut(folder / "inter-cyrillic.woff2", language_names(), folder / "language-names-cyrillic.woff2")
        shutil.copy(inter / "LICENSE", folder / "LICENSE-inter.txt")
        shutil.copy(noto / "LICENSE", folder / "LICENSE-noto-sans-sc.txt")
        print_fonts(folder, PRINTED)
    (folder / COVERAGE.name).write_text(coverage_text(folder), encoding="utf-8")
    print(f"{len(characters)} Chinese characters, {len(needed())} of them in config/; written to {folder}")


def cut(source: Path, characters: Iterable[str], target: Path) -> None:
    """Write a font that has only some of the characters of another."""
    from fontTools import subset

    options = subset.Options(flavor="woff2", layout_features=["kern", "locl"], hinting=False)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    subset.save_font(font, str(target), options)


def print_fonts(folder: Path, target: Path) -> None:
    """Write the fonts of a folder as TrueType files of a single weight each, with the names that hand-outs ask for."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    target.mkdir(parents=True, exist_ok=True)
    for weight, style in PRINTED_WEIGHTS.items():
        noto = TTFont(folder / f"noto-sans-sc-{weight}.woff2")
        noto.flavor = None
        with tempfile.TemporaryDirectory() as scratch:
            parts = []
            for name in INTER_SUBSETS:
                part = instantiateVariableFont(TTFont(folder / f"inter-{name}.woff2"), {"wght": weight})
                part.flavor = None
                parts.append(f"{scratch}/{name}.ttf")
                part.save(parts[-1])
            inter = Merger().merge(parts)
        for font, family in ((inter, "Inter"), (noto, "Noto Sans SC")):
            _rename(font, family, style, weight)
            font.save(target / f"{family.replace(' ', '')}-{weight}.ttf")


def _rename(font: TTFont, family: str, style: str, weight: int) -> None:
    """Name a font by its family and style: the sources carry the names of other weights."""
    full = family if style == "Regular" else f"{family} {style}"
    names = {1: full, 2: "Regular", 4: full, 6: full.replace(" ", "-"), 16: family, 17: style}
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 5, 13, 14)]
    for key, value in names.items():
        font["name"].setName(value, key, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False  # the same bytes at each build


def language_names(config: Path = CONFIG) -> set[str]:
    """Every character of the names of the languages in atlas.yaml as the head shortens them: EN, РУ, 中文."""
    languages = read(config / "atlas.yaml", "atlas.yaml").content["languages"]
    return set("".join(name[:2].upper() for name in languages.values()))


def coverage(folder: Path = FONTS) -> set[str]:
    """Return every character that the fonts of a folder cover, within the ranges that the page's style gives them."""
    from fontTools.ttLib import TTFont

    drawn: set[int] = set()
    for file, ranges in FACE.findall(STYLE.read_text(encoding="utf-8")):
        glyphs = TTFont(folder / file).getBestCmap().keys()
        for part in ranges.replace("U+", "").split(", "):
            first, _, last = part.partition("-")
            drawn |= glyphs & set(range(int(first, 16), int(last or first, 16) + 1))
    return set(map(chr, drawn))


def coverage_text(folder: Path = FONTS) -> str:
    """Return the contents of coverage.txt: characters in Unicode order, 64 per line, without spaces."""
    characters = [character for character in sorted(coverage(folder)) if character.isprintable() and character != " "]
    lines = ("".join(characters[at : at + 64]) for at in range(0, len(characters), 64))
    return "\n".join(lines) + "\n"


def _unpack(package: str, scratch: Path) -> Path:
    name = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=scratch, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    target = scratch / name.removesuffix(".tgz")
    with tarfile.open(scratch / name) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


if __name__ == "__main__":
    build()
