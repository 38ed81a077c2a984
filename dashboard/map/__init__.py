"""The map as data: a pydeck description, rows, styles and the legend."""
