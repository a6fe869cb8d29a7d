"""The verbs of `outlet`, one a file."""
