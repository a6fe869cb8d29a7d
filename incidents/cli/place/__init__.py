"""The verbs of `place`, one a file."""
