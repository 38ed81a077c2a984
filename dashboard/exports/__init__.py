"""Downloads of the table, and JSON Schemas for editors."""
