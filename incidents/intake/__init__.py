"""Files, folders, standard input and seeds become values."""
