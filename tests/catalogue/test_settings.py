"""Settings and patterns that would break a page are reported by file, line and field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.catalogue.load import load
from dashboard.catalogue.problems import BrokenTable

Edit = Callable[[str, str, str], None]

A_KEY = "a key: Latin letters, digits, '-' and '_', the first one a letter or digit"

AT_MOST, AT_LEAST = ("Input should be less than or equal to", "Input should be greater than or equal to")
MAP = [
    ("facing: 7", "map.facing: expected a mapping of fields, found the number 7"),
    ("facing: {share: 0}", f"map.facing.share: {AT_LEAST} 0.1, found the number 0"),
    ("facing: {share: 5}", f"map.facing.share: {AT_MOST} 0.9, found the number 5"),
    ("facing: {share: half}", "map.facing.share: expected a number, found 'half'"),
    ("facing: {gap: 30}", f"map.facing.gap: {AT_MOST} 0.06, found the number 30"),
    ("facing: {shere: 0.5}", "map.facing.shere: unknown field 'shere'; did you mean 'share'?"),
    ("fasing: {share: 0.5}", "map.fasing: unknown field 'fasing'; did you mean 'facing'?"),
    ("geographic: {lon: 20, lat: 400}", f"map.geographic.lat: {AT_MOST} 90, found the number 400"),
    (
        "land: {window: [10, 0, -10, 20], tolerance: {overview: 1, closeup: 1}}",
        "map.land.window: expected west, south, east and north in degrees, west before east and south before north",
    ),
    (
        "land: {window: [0, 0, 10, 20], tolerance: {overview: 0, closeup: 1}}",
        "map.land.tolerance.overview: Input should be greater than 0, found the number 0",
    ),
]
OTHERS = [
    (
        ("atlas.yaml", "{en: English, fr: Français}", "{en: English, fr: Français, qq: Qq}"),
        "atlas.yaml:3: languages.qq: 'qq' is not a known language code, such as 'en' or 'fr'",
    ),
    (
        ("kinds.yaml", "percent: {names: {en: '{n}%'", "percent: {names: {en: '{x}%'"),
        "kinds.yaml:41: quantities.percent.names: en: '{x}%' needs '{n}' exactly once, and no other placeholder",
    ),
    (
        ("kinds.yaml", "percent: {names: {en: '{n}%'", "percent: {names: {en: '{n'"),
        "kinds.yaml:41: quantities.percent.names: en: '{n' has an unmatched brace; write '{{' or '}}' for a plain one",
    ),
    (
        ("kinds.yaml", "fr: 'environ {n}'", "fr: 'environ {n} à {n}'"),
        "kinds.yaml:44: qualifiers.about.names: fr: 'environ {n} à {n}' needs '{n}' exactly once, "
        "and no other placeholder",
    ),
    (
        ("kinds.yaml", "{en: '{n} a month'", "{en: '{n.real} a month'"),
        "kinds.yaml:46: rates.month.names: en: '{n.real} a month' has a placeholder that is not a plain name "
        "such as '{n}'",
    ),
    (
        ("kinds.yaml", "  partnership:", "  part.nership:"),
        f"kinds.yaml:13: links.part.nership: 'part.nership' is not {A_KEY}",
    ),
    (
        ("relations/XA-N_XB-E.yaml", "value: 31000000\n", f"value: {'9' * 30}\n"),
        "relations/XA-N_XB-E.yaml:41: projects.clinic.amounts.0.value: "
        "a number may have at most 15 digits; put it in quotes if it is a text",
    ),
    (
        ("relations/XA-N_XB-E.yaml", "currency: USD\n        qualifier", "currency: XXX\n        qualifier"),
        "relations/XA-N_XB-E.yaml:42: projects.clinic.amounts.0.currency: "
        "'XXX' is not an ISO 4217 currency code, such as USD",
    ),
    (
        ("relations/XA-N_XB-E.yaml", "currency: USD\n        qualifier", "currency: UDS\n        qualifier"),
        "relations/XA-N_XB-E.yaml:42: projects.clinic.amounts.0.currency: "
        "'UDS' is not an ISO 4217 currency code, such as USD",
    ),
]


def problems(config: Path) -> list[str]:
    with pytest.raises(BrokenTable) as broken:
        load(config)
    return [str(problem) for problem in broken.value.problems]


@pytest.mark.parametrize(("setting", "message"), MAP)
def test_a_setting_of_the_map(config: Path, setting: str, message: str) -> None:
    atlas = config / "atlas.yaml"
    atlas.write_text(f"map:\n  {setting}\n{atlas.read_text(encoding='utf-8')}", encoding="utf-8")
    assert problems(config) == [f"atlas.yaml:2: {message}"]


@pytest.mark.parametrize(("change", "message"), OTHERS)
def test_another_setting(config: Path, edit: Edit, change: tuple[str, str, str], message: str) -> None:
    edit(*change)
    assert message in problems(config)


def test_a_key_that_would_break_an_address(config: Path) -> None:
    sources = config / "sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("unused-book:", "unused/book:"), encoding="utf-8")
    assert problems(config) == [f"sources.yaml:15: unused/book: 'unused/book' is not {A_KEY}"]
