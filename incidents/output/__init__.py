"""Values become a table, CSV, JSON or Markdown."""
