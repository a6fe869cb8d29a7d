"""Values as they are typed: each module reads one kind, and those that can be written write it so again."""
