"""Data flows one way: the imports say which arrow broke."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "geodata": ("streamlit", "pydeck", "dashboard"),
    "dashboard/catalogue": (
        "streamlit",
        "pydeck",
        "geodata",
        "dashboard.charts",
        "dashboard.views",
        "dashboard.exports",
    ),
    "dashboard/charts": ("streamlit", "dashboard.views", "dashboard.exports", "dashboard.components"),
    "dashboard/exports": ("streamlit", "dashboard.views"),
}


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_nothing_reaches_back(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files, folder
    broken = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in files
        for name in imports(file)
        if any(name == other or name.startswith(f"{other}.") for other in FORBIDDEN[folder])
    ]
    assert not broken


def test_no_page_imports_another() -> None:
    shared = {"page", "status", "filters", "header", "finder", "open", "quality"}
    pages = [file for file in (ROOT / "dashboard/views").glob("*.py") if file.stem not in {*shared, "__init__"}]
    assert len(pages) > 1
    for file in pages:
        others = {f"dashboard.views.{page.stem}" for page in pages if page != file}
        assert not imports(file) & others, file.name


def test_python_names_no_unit_and_no_sector() -> None:
    config = ROOT / "config"
    names = {path.stem for path in (config / "units").glob("*.yaml")}
    for file in [config / "sectors.yaml", *(config / "units").glob("*.yaml")]:
        names |= {line.rstrip(":") for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()}
    assert {"BY-MI", "CN", "medicine"} <= names
    found = [
        f"{file.relative_to(ROOT)}: {node.value}"
        for folder in ("dashboard", "geodata")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert not found
