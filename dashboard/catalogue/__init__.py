"""The records, pure Python: schema, loading, problems, queries and what is derived from them."""
