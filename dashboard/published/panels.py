"""The panels of all pairs, units and places in one language, which the browser fills with the records."""

from __future__ import annotations

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.model import Catalogue
from dashboard.contract.atlas import Panels
from dashboard.html.render import panel_html, records_html, sources_html
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator


def panels(catalogue: Catalogue, t: Translator) -> Panels:
    """Records and sources by their number in the table, and panels by key."""
    view, words = select(catalogue, Filter()), Phrases(catalogue, t)
    return {
        "records": [str(html) for html in records_html(view, words, f"sectors?lang={t.language}&sectors={{}}".format)],
        "sources": [str(html) for html in sources_html(view, words)],
        "subjects": {
            key: str(panel_html(view, key, words, f"dossier?lang={t.language}&selected={key}"))
            for key in sorted(catalogue.keys)
        },
    }
