"""Shell completion: the scripts of the shells, the line that is being typed, and what may stand at its end."""
