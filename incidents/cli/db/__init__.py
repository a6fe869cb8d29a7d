"""The verbs of `db`, one a file."""
