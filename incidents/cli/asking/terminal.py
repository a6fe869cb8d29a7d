"""Whether somebody sits there to be asked."""

import sys


def interactive() -> bool:
    """Whether questions can be put: standard input and standard error are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
