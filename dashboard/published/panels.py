"""The panels of pairs, units and places in one language, which the browser fills with the records."""

from __future__ import annotations

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.kept import kept
from dashboard.catalogue.model import Catalogue
from dashboard.contract.atlas import Panels
from dashboard.html.render import panel_html, records_html, sources_html
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

WHOLE = 2_000
"""Records of a table whose panels are one part, which browsers fetch ahead."""

PART = 1_000
"""Records after which a part of the panels of a larger table ends."""


def subjects(catalogue: Catalogue) -> list[str]:
    """Keys of all panels, in the order in which they are parted."""
    return [*catalogue.pairs, *catalogue.units, *catalogue.places]


@kept(on="catalogue")
def parts(catalogue: Catalogue) -> list[int]:
    """Number of the part that holds each panel."""
    concerned, part, held, found = select(catalogue, Filter()).concerned, 0, 0, []
    for key in subjects(catalogue):
        if held > PART and len(catalogue.rows) > WHOLE:
            part, held = part + 1, 0
        held += len(concerned.get(key, ()))
        found.append(part)
    return found


def panels(catalogue: Catalogue, t: Translator, part: int = 0) -> Panels:
    """Panels of a part by key, with the records and sources that they show by their number in the table."""
    view, words = select(catalogue, Filter()), Phrases(catalogue, t)
    keys = [key for key, own in zip(subjects(catalogue), parts(catalogue), strict=True) if own == part]
    rows = {row.key: row for key in keys for row in view.concerned.get(key, ())}
    records = records_html(view, rows.values(), words, f"sectors?lang={t.language}&sectors={{}}".format)
    cited = catalogue.cited(row.record for row in rows.values())
    sources = sources_html(view, cited, words)
    return {
        "records": {str(catalogue.numbers[key]): str(html) for key, html in zip(rows, records, strict=True)},
        "sources": {str(words.number_of(key)): str(html) for key, html in zip(cited, sources, strict=True)},
        "subjects": {
            key: str(panel_html(view, key, words, f"dossier?lang={t.language}&selected={key}")) for key in keys
        },
    }
