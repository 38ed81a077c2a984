"""`st.pydeck_chart` with places, names and tooltips as well, styled as in the atlas."""

from typing import Any

import pydeck
import shapely
import streamlit as st

from dashboard.catalogue.filtering import Filter, View, select
from dashboard.loading import CONFIG, Snapshot, load_all
from dashboard.map.layouts import layouts
from dashboard.map.options import MapOptions, Sheet
from dashboard.map.rows import arc_styles, pair_name, place_styles, region_styles
from dashboard.text.translator import Translator
from geodata import arcs
from tests.benchmarks.peers.pill import sectors
from tests.benchmarks.peers.shared import CENTRE


@st.cache_resource(show_spinner=False)
def loaded() -> Snapshot:
    return load_all(CONFIG)


@st.cache_data(show_spinner=False)
def shapes() -> dict[str, Any]:
    """Outlines of the units, and a point inside each, by code."""
    return {
        code: (shapely.geometry.mapping(shape), arcs.label_point(shape))
        for code, shape in loaded().catalogue.layers.shapes().items()
    }


def deck(view: View, t: Translator) -> pydeck.Deck:
    catalogue, options = view.catalogue, MapOptions((Sheet(layouts(view.catalogue, "facing")[0]),))
    units = [
        {"type": "Feature", "geometry": shapes()[code][0], "properties": style}
        for code, style in region_styles(view, options, t).items()
    ]
    arcs = [
        {
            "name": pair_name(pair, catalogue, t),
            "from": shapes()[pair.a][1],
            "to": shapes()[pair.b][1],
            **style,
            "color": [*style["color"][:3], 60 if style.get("dim") else 255],
        }
        for key, style in arc_styles(view, options, t).items()
        if (pair := catalogue.pairs[key]).regional
    ]
    places = [
        {"name": t.name(place), "at": (place.lon, place.lat), **style}
        for key, style in place_styles(view, t).items()
        if (place := catalogue.places[key])
    ]
    labels = [{"name": t.name(unit), "at": shapes()[code][1]} for code, unit in catalogue.units.items()]
    return pydeck.Deck(
        [
            pydeck.Layer(
                "GeoJsonLayer",
                {"type": "FeatureCollection", "features": units},
                get_fill_color="properties.fill",
                get_line_color=[251, 250, 247],
                line_width_min_pixels=1,
                pickable=True,
            ),
            pydeck.Layer(
                "ArcLayer",
                arcs,
                get_source_position="from",
                get_target_position="to",
                get_source_color="color",
                get_target_color="color",
                get_width="width",
                pickable=True,
            ),
            pydeck.Layer(
                "ScatterplotLayer", places, get_position="at", get_fill_color=[93, 104, 115], get_radius=20_000
            ),
            pydeck.Layer("TextLayer", labels, get_position="at", get_text="name", get_size=12),
        ],
        initial_view_state=pydeck.ViewState(longitude=CENTRE[0], latitude=CENTRE[1], zoom=2),
        map_provider=None,
        tooltip={"text": "{name}\n{hint}"},
    )


found = loaded()
with st.container(key="map"):
    st.pydeck_chart(deck(select(found.catalogue, Filter(sectors=sectors())), found.translators["en"]))
