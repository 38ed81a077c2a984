"""Geography: the geometry of units and land, its layout on the map, and the ways of lines."""

FOLDER = "geodata"  # of an atlas, where its layers stand
DETAILS = ("overview", "closeup")
FILES = tuple(f"{part}-{detail}.geojson" for part in ("units", "land") for detail in DETAILS)
