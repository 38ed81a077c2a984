"""The line that says on paper what a page holds: the bar above it is not printed."""

from __future__ import annotations

from dashboard.catalogue.quality import as_of
from dashboard.views.parts.context import Page
from dashboard.views.parts.status import showing


def imprint(page: Page) -> str:
    """Sentence on the records that pass the filter, with the date of the newest source."""
    newest = as_of(page.catalogue)
    said = [showing(page), *([page.t("status.as_of", date=page.t.date(newest))] if newest else [])]
    return " · ".join(said)
