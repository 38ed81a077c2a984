"""Shiny with ipyleaflet: every region and line is a widget, and a click sends the style of those that it changes."""

from ipyleaflet import GeoJSON, LayerGroup, Map, Polyline
from shiny import App, Inputs, Outputs, Session, reactive, render, ui
from shinywidgets import output_widget, render_widget

from tests.benchmarks.peers.shared import CENTRE, HEIGHT, LINES, RED, REGIONS, SECTORS, records, view

page = ui.page_fluid(
    ui.input_checkbox_group("sectors", "Sectors", SECTORS, inline=True),
    ui.layout_columns(output_widget("chart"), ui.output_ui("list_"), col_widths=(9, 3)),
)


def style(fill: str) -> dict[str, object]:
    return {"fillColor": fill, "fillOpacity": 1, "color": "#fbfaf7", "weight": 1}


def server(input: Inputs, output: Outputs, session: Session) -> None:  # noqa: A002, ARG001 - Shiny's own names
    clicked = reactive.value("")
    fills, pairs = view(frozenset())
    regions = {each["properties"]["code"]: GeoJSON(data=each) for each in REGIONS["features"]}
    for code, layer in regions.items():
        layer.style = style(fills[code])
        layer.on_click(lambda code=code, **_: clicked.set(code))
    lines = {
        key: Polyline(locations=[at[::-1] for at in ends], color=RED, weight=2, fill=False)
        for key, ends in LINES.items()
    }
    group = LayerGroup(layers=[lines[key] for key in pairs])

    @render_widget
    def chart() -> Map:
        layers = [*regions.values(), group]
        return Map(center=CENTRE[::-1], zoom=3, layers=layers, layout={"height": f"{HEIGHT}px"})

    @reactive.effect
    def _() -> None:
        fills, pairs = view(frozenset(input.sectors()))
        for code, layer in regions.items():
            layer.style = style(fills[code])  # sent only if it differs
        group.layers = [lines[key] for key in pairs]

    @render.ui
    def list_() -> ui.Tag | None:
        return ui.markdown(records(clicked(), frozenset(input.sectors()))) if clicked() else None


app = App(page, server)
