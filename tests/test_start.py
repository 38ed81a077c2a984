"""What a start loads: nothing large before it is asked for, and never what the image leaves out (Dockerfile)."""

import subprocess
import sys

import pytest

LEFT_OUT = ["altair", "narwhals", "pandas", "pyarrow"]
LATE = [
    *LEFT_OUT,
    "fontTools",
    "geopandas",
    "lxml",
    "openpyxl",
    "PIL",
    "pptx",
    "pyproj",
    "quickjs",
    "typst",
    "xlsxwriter",
]

AFTER_HEALTH = ["babel", "dashboard.loading", "dashboard.views", "jinja2", "numpy", "pydantic", "shapely", "yaml"]
"""Needed by the first page, but not by the answer that the server is healthy."""

HEALTHY = (
    "import sys, dashboard.cli, dashboard.app, dashboard.serving.prompt; dashboard.cli._parser(whole=False);"
    "print(*sys.modules)"
)
START = "import sys, dashboard.app, dashboard.serving.site as site; site.live(); print(*sys.modules)"
OPEN = (
    "import sys; sys.modules.update(dict.fromkeys({left_out}));from tests.views.tester import opened; opened('{page}')"
)


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_health_waits_for_nothing_that_only_a_page_needs():
    assert not {*LATE, *AFTER_HEALTH} & {*run(HEALTHY).split()}


def test_a_start_loads_nothing_that_it_does_not_need():
    assert not {*LATE} & {*run(START).split()}


@pytest.mark.parametrize(
    "page", ["", "insights", "compare", "dossier", "sectors", "stories", "data", "changes", "about"]
)
def test_every_page_is_drawn_without_what_the_image_leaves_out(page):
    run(OPEN.format(left_out=LEFT_OUT, page=page))
