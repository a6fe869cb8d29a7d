"""The review screen: one report at a time with all its proposals, one key for each thing to do."""
