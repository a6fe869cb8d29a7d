"""The verbs of `institution`, one a file."""
