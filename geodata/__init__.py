"""Where things are: the units' geometry, their place on the map, and records joined to them."""
