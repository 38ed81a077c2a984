"""Files that browsers fetch by URL."""
