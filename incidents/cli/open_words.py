"""How a name that is open is settled, as it is typed."""

from shlex import quote

from incidents.output.safe import line


def settling(noun: str, words: str) -> str:
    """`incidents place resolve 'the border post' PLACE`."""
    return f"incidents {noun} resolve {quote(line(words))} {noun.upper()}"
