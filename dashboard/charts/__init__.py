"""Charts as pure functions: a view of the catalogue in, a pydeck Deck or an Altair chart out."""
