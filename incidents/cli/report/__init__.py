"""The verbs of `report`, one a file."""
