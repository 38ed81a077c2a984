"""Python names no country, unit or sector: the shipped atlas is only a configuration, for any two countries."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_python_names_no_unit_and_no_sector() -> None:
    config = ROOT / "config"
    names = {path.stem for path in (config / "units").glob("*.yaml")}
    for file in [config / "sectors.yaml", *(config / "units").glob("*.yaml")]:
        names |= {line.rstrip(":") for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()}
    assert {"BY-MI", "CN", "medicine"} <= names
    found = [
        f"{file.relative_to(ROOT)}: {node.value}"
        for folder in ("dashboard", "geodata", "tools")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert not found
