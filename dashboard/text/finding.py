"""The map in a headline and a lead of up to three sentences."""

from __future__ import annotations

from dashboard.catalogue.borrowed import capitalised
from dashboard.catalogue.filtering import View
from dashboard.text.phrases import Phrases


def finding(view: View, words: Phrases) -> tuple[str, str]:
    """Headline and lead of a view. Without a twinning, or without a text in atlas.yaml, the headline is the title."""
    t, catalogue = words.t, view.catalogue
    close = [pair for pair in view.regional() if pair.closeness in catalogue.kinds.agreed]
    twins = [pair for pair in close if pair.closeness == catalogue.kinds.agreed[0]]
    stages = [row.stage for row in view.rows if row.record_type == "projects"]
    done = stages.count(catalogue.kinds.done)
    lead = [t("stage.projects", n=len(stages), done=done)] if view.rows else []
    if more := len(close) - len(twins):
        lead.insert(0, t("stage.more" if twins else "stage.linked", n=more))
    said = catalogue.atlas.finding.get(t.language)
    title = t.text(catalogue.atlas.title)
    if said and twins:
        clauses = (said.regions, len({pair.a for pair in twins})), (said.twins, len(twins))
        title = t("dossier.space").join(t.formed(forms, n) for forms, n in clauses)
    return capitalised(title), t("dossier.space").join(lead)
