"""The quality section of the data page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd
import streamlit as st

from dashboard.catalogue.quality import Tally, as_of, by_kind, by_region, by_source, tally
from dashboard.text.terms import meaning_of, name_of
from dashboard.text.translator import Translator
from dashboard.views.parts.context import Page

PARTS = {"kind": by_kind, "region": by_region, "source": by_source}


def quality(page: Page) -> None:
    """Draw the figures of the whole table, then by kind, region and source."""
    t, catalogue = page.t, page.catalogue
    st.subheader(t("quality.title"), anchor=False)
    st.caption(t("quality.says"))
    whole = tally(catalogue.rows)
    with st.container(key="figures", horizontal=True, gap="large"):
        for name in Tally._fields:
            count = getattr(whole, name)
            share = t.percent(count / whole.records) if whole.records and name != "records" else None
            shown = t("quality.share", n=count, share=share) if share else t.number(count)
            st.metric(t(f"quality.{name}"), shown, width="content", help=_meaning(name, t))
        st.metric(t("quality.newest"), t.date(as_of(catalogue)), width="content")
    for tab, (part, figures) in zip(st.tabs([t(f"quality.{part}") for part in PARTS]), PARTS.items(), strict=True):
        with tab:
            _tallies(page, part, figures(catalogue))


def _meaning(name: str, t: Translator) -> str:
    """Definition of a figure: of records, or of the few among them that it counts."""
    return meaning_of(name, t) or t("quality.says")


def _tallies(page: Page, part: str, tallies: Mapping[str, Tally]) -> None:
    """Draw the figures of each kind, region or source as a table."""
    t, words = page.t, page.words
    named = {"kind": lambda key: name_of(key, "data.tables", t), "region": words.name, "source": words.cite}[part]
    frame = pd.DataFrame(
        [(named(key), *found) for key, found in tallies.items()],
        columns=[t(f"quality.{part}"), *(t(f"quality.{name}") for name in Tally._fields)],
    )
    helps = {t(f"quality.{name}"): st.column_config.Column(help=_meaning(name, t)) for name in Tally._fields}
    height: Literal["content"] | int = "content" if part == "kind" else 360
    st.dataframe(frame, key=f"quality_{part}", hide_index=True, height=height, column_config=helps)
    if part != "kind":
        st.caption(t(f"quality.{part}_hint"))
