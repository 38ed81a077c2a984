"""The browser says every text that counts something as Python does, in every language."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dashboard.contract.atlas import UiTexts
from dashboard.loading import CONFIG, load_all
from dashboard.published.words import words

SAY = Path(__file__).with_name("words.mjs")
LOADED = load_all(CONFIG)
NUMBERS = [*range(131), 1_000, 1_234, 21_001, 1_000_000]


def counted(texts: dict[str, Any], key: str = "") -> Iterator[str]:
    """Keys of the texts with plural forms or numbers."""
    for name, text in texts.items():
        inner = f"{key}.{name}".strip(".")
        if isinstance(text, dict) and "other" not in text:
            yield from counted(text, inner)
        elif set(fields(text)) & {"n", "year", "done"} and set(fields(text)) <= {"n", "year", "done"}:
            yield inner


def fields(text: Any) -> list[str]:
    forms = text.values() if isinstance(text, dict) else [str(text)]
    t = next(iter(LOADED.translators.values()))
    return [name for form in forms for _, name, _, _ in t.parse(form) if name]


def test_texts_and_numbers_are_the_same() -> None:
    translators = LOADED.translators
    keys = [*counted({group: next(iter(translators.values())).find(group) for group in UiTexts.__annotations__})]
    assert {"count.pairs", "count.bare", "terms.badge.at", "stage.projects"} <= set(keys)
    languages = {code: words(LOADED.catalogue, t) for code, t in translators.items()}
    asked = json.dumps({"languages": languages, "keys": keys, "numbers": NUMBERS})
    run = subprocess.run(["node", SAY], input=asked, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    browser = json.loads(run.stdout)
    for code, t in translators.items():
        for key in keys:
            said = dict(zip(NUMBERS, browser[code][key], strict=True))
            assert said == {n: t(key, n=n, done=n, year=n) for n in NUMBERS}, (code, key)


def test_one_two_and_five_projects_in_russian() -> None:
    """Plural forms written by hand, so that both sides cannot be wrong in the same way."""
    t = LOADED.translators["ru"]
    said = [t("count.projects", n=n) for n in (1, 2, 5, 11, 21, 22, 111, 121)]
    assert said == [
        "1 проект",
        "2 проекта",
        "5 проектов",
        "11 проектов",
        "21 проект",
        "22 проекта",
        "111 проектов",
        "121 проект",
    ]
