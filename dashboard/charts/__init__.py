"""Charts as pure functions of a view: Vega-Lite specifications, and the data of the timeline."""
