"""The verbs of `tag`, one a file."""
