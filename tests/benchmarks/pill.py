"""The only filter of the two small apps: sectors, offered as in the atlas."""

import streamlit as st

from dashboard.catalogue.filtering import Filter
from dashboard.catalogue.model import Catalogue
from dashboard.loading import CONFIG, Snapshot, load_all


@st.cache_resource(show_spinner=False)
def loaded() -> Snapshot:
    return load_all(CONFIG)


def sectors(catalogue: Catalogue) -> Filter:
    names = {key: sector.names["en"] for key, sector in catalogue.sectors.items()}
    return Filter(
        sectors=frozenset(st.pills("Sector", names, selection_mode="multi", format_func=names.get, key="pill"))
    )
