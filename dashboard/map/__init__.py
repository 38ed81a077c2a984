"""The map as data: a pydeck description, rows and styles, the legend, and a static SVG."""
