"""Text that a terminal can show: control characters of a report never reach it."""

_RANGES = ((0x00, 0x1F), (0x7F, 0x9F), (0x2028, 0x2029), (0x202A, 0x202E), (0x2066, 0x2069), (0xD800, 0xDFFF))
"""Control characters, line separators, changes of direction, lone surrogates."""


def safe(text: str) -> str:
    """`text` with control, direction and surrogate characters replaced (escape sequences of a report stay dead)."""
    return text if text.isprintable() else "".join(map(_shown, text))


def line(text: str) -> str:
    """`safe`, in one line."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(safe(text).split())


def _shown(character: str) -> str:
    if character in "\n\t\r":
        return {"\n": "\n", "\t": " "}.get(character, "")
    code = ord(character)
    return "\ufffd" if any(first <= code <= last for first, last in _RANGES) else character
