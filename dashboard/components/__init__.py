"""The atlas's own browser components, as seen from Python."""
