"""Charts as data: named numbers for the templates, and the colours of the map."""
