"""The map as data: what pydeck describes, its legend, and a still picture of it."""
