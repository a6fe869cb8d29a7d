"""Values to text: one format a file, each streaming rows as tuples."""
