"""How long a report may be: what is longer is an archive or a mistake, and would be read for minutes."""

from incidents.errors import BadInput

LONGEST = 2_000_000
"""Characters of a report, unless the user wants any size read."""
_BYTES = 4 * LONGEST
"""No text of that length has more bytes in UTF-8."""


def demand_bytes(size: int, name: str) -> None:
    """Refuse bytes that cannot be a text of that length, before they are decoded.

    Raises:
        BadInput: there are too many.
    """
    if size > _BYTES:
        raise _too_long(name, f"more than {_BYTES:,} bytes" if size == _BYTES + 1 else f"{size:,} bytes")


def demand_characters(text: str, name: str) -> None:
    """Refuse a text that is too long.

    Raises:
        BadInput: it is.
    """
    if len(text) > LONGEST:
        raise _too_long(name, f"{len(text):,} characters")


def most_bytes(*, any_size: bool) -> int:
    """How many bytes to read at the most: one more than may be there; -1 for all."""
    return -1 if any_size else _BYTES + 1


def _too_long(name: str, size: str) -> BadInput:
    return BadInput(f"{name} has {size}, and a report at most {LONGEST:,} characters: split it, or give --any-size.")
