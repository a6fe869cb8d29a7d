"""Colour for a terminal: few codes that read well on dark and light, and none when not wanted."""

_CODES = {
    "bold": "1",
    "dim": "2",
    "good": "32",
    "warn": "33",
    "bad": "31",
    "name": "36",
}

LEVEL_STYLES = {
    "confirmed": "good",
    "corroborated": "good",
    "multiple-source": "name",
    "single-source": "name",
    "unverified": "warn",
    "refuted": "bad",
}


def paint(text: str, style: str, *, colour: bool) -> str:
    """`text` in the colour of `style`; as it is without colour, without style or without text."""
    if not (colour and style and text):
        return text
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"
