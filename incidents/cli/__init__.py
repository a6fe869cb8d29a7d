"""Click: one command a file, thin."""
