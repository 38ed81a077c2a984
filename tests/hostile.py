"""The tiny atlas as one that can be served, and with texts that try to be taken for code."""

import re
from pathlib import Path

from dashboard.loading import CONFIG

HOSTILE = (
    "<script>alert(1)</script> </script><script>alert(1)</script> <!--<script> --><img src=x onerror=alert(1)> \u2028 "
    "=1+1 **b** $x$ [a](javascript:alert(1)) @@x {{x}} a\u0301\u0301"
)

LEAF = re.compile(r"\b(en|fr): (?!English)([^'\"{}\[\],]+)(?=[,}])")


def complete(config: Path) -> None:
    """Give a copy of the tiny atlas every text of the interface; its French is English."""
    words = (CONFIG / "i18n/en.yaml").read_text(encoding="utf-8")
    (config / "i18n/en.yaml").write_text(words, encoding="utf-8")
    (config / "i18n/fr.yaml").write_text(words.replace("locale: en_GB", "locale: fr"), encoding="utf-8")
    atlas = config / "atlas.yaml"
    settings = "map: {facing: {share: 0.5, gap: 0.05}, geographic: {lon: 20, lat: 10}}\n"
    atlas.write_text(atlas.read_text(encoding="utf-8") + settings, encoding="utf-8")


def poison(config: Path) -> None:
    """Add markup, Markdown, formulas and templates to every text of the table."""
    hostile = HOSTILE.replace("\u2028", r"\\u2028")  # YAML would fold it as a line break
    for path in [*config.glob("relations/*.yaml"), *config.glob("*.yaml")]:
        text = LEAF.sub(rf'\1: "\2 {hostile}"', path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
