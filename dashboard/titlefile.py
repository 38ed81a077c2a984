"""The titles of what stands on the timeline as one file, which a browser fetches when it first shows one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.charts.timeline import titles
from dashboard.i18n import Translator
from dashboard.sheets import published


@lru_cache(maxsize=8)
def title_file(catalogue: Catalogue, t: Translator) -> Any:
    """The URL of the published titles in one language; where nothing can be written, the titles themselves."""
    return published(f"titles-{t.language}", titles(catalogue, t))
