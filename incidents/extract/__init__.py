"""Text in, findings and proposals out; pure. One annotator a file, their order in `pipeline`."""
