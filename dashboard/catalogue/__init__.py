"""The table without any user interface: schema, loading, checks, filters and figures derived from the records."""
