"""What leaves the atlas: tables, JSON and the schemas for an editor."""
