"""Uids and the short codes made from them."""

import uuid

_FIRST = "bcdfghjkmnpqrstvwxz"
_ALPHABET = "23456789" + _FIRST + "aey"
SHORT = 6


def new_uid() -> str:
    """A random UUID as 36 characters."""
    return str(uuid.uuid4())


def code_of(uid: str, length: int = SHORT) -> str:
    """The short code of a uid: a letter, then letters and digits that are not mistaken for one another.

    It never looks like a number, so that it can be typed wherever a number can. A longer code of the same uid begins
    with the shorter one.
    """
    rest = int(uuid.UUID(uid))
    rest, first = divmod(rest, len(_FIRST))
    code = _FIRST[first]
    while len(code) < length:
        rest, digit = divmod(rest, len(_ALPHABET))
        code += _ALPHABET[digit]
    return code
