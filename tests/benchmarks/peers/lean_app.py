"""`st.pydeck_chart` with regions and lines alone: a click sends all of them again."""

import pydeck
import streamlit as st

from tests.benchmarks.peers.pill import sectors
from tests.benchmarks.peers.shared import CENTRE, HEIGHT, LINES, RED, REGIONS, records, view


def rgb(colour: str) -> list[int]:
    return [*bytes.fromhex(colour[1:])]


st.set_page_config(layout="wide")
chosen = sectors()
fills, pairs = view(chosen)
regions = [
    {**each, "properties": {**each["properties"], "fill": rgb(fills[each["properties"]["code"]])}}
    for each in REGIONS["features"]
]
lines = [{"from": LINES[key][0], "to": LINES[key][-1]} for key in pairs]
deck = pydeck.Deck(
    [
        pydeck.Layer(
            "GeoJsonLayer",
            {"type": "FeatureCollection", "features": regions},
            id="regions",
            get_fill_color="properties.fill",
            get_line_color=[251, 250, 247],
            line_width_min_pixels=1,
            pickable=True,
        ),
        pydeck.Layer(
            "ArcLayer",
            lines,
            get_source_position="from",
            get_target_position="to",
            get_source_color=rgb(RED),
            get_target_color=rgb(RED),
            get_width=2,
        ),
    ],
    initial_view_state=pydeck.ViewState(longitude=CENTRE[0], latitude=CENTRE[1], zoom=2),
    map_provider=None,
)
left, right = st.columns([3, 1])
with left.container(key="map"):
    event = st.pydeck_chart(deck, on_select="rerun", height=HEIGHT, key="deck")
with right.container(key="list"):
    if objects := event.selection.objects.get("regions"):
        st.markdown(records(objects[0]["properties"]["code"], chosen))
