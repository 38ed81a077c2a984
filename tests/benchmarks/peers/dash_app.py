"""Dash with dash-leaflet: the outlines are sent once, a click returns colours, and the browser restyles the paths."""

import dash_leaflet as dl
from dash import Dash, Input, Output, dcc, html

from tests.benchmarks.peers.shared import CENTRE, HEIGHT, LINES, REGIONS, SECTORS, records, view

app = Dash(__name__, compress=True)
lines = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"key": key}, "geometry": {"type": "LineString", "coordinates": ends}}
        for key, ends in LINES.items()
    ],
}
fills, pairs = view(frozenset())
region, line = ({"variable": f"styles.of.{name}"} for name in ("region", "line"))  # in assets/styles.js
chart = dl.Map(
    [
        dl.GeoJSON(data=REGIONS, id="regions", style=region, hideout=fills),
        dl.GeoJSON(data=lines, style=line, hideout=pairs, id="lines", interactive=False),
    ],
    center=CENTRE[::-1],
    zoom=3,
    style={"height": HEIGHT, "width": "75%"},
)
app.layout = html.Div(
    [
        dcc.Checklist(SECTORS, [], id="sectors", inline=True),
        html.Div([chart, dcc.Markdown(id="list", style={"width": "25%"})], style={"display": "flex"}),
    ]
)


@app.callback(
    Output("regions", "hideout"), Output("lines", "hideout"), Input("sectors", "value"), prevent_initial_call=True
)
def colour(chosen: list[str]) -> tuple[dict[str, str], list[str]]:
    return view(frozenset(chosen))


@app.callback(
    Output("list", "children"), Input("regions", "clickData"), Input("sectors", "value"), prevent_initial_call=True
)
def show(clicked: dict | None, chosen: list[str]) -> str:
    return records(clicked["properties"]["code"], frozenset(chosen)) if clicked else ""


server = app.server
