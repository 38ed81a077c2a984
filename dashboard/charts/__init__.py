"""Charts as pure functions of a view: Vega-Lite specifications."""
