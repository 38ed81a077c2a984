"""Geography: the geometry of units and land, its layout on the map, and the ways of lines."""
