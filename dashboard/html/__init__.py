"""HTML from templates, every value escaped."""
