"""The key that folds a name, so that spellings of one name meet."""

import re
import unicodedata

_GENERIC = frozenset(
    "province provincial county city district municipality do si gun kun ri dong up guyok kuyok".split()
)
_KOREAN_UNIT = r"(?<=[가-힣]{2})(?:특별시|광역시|직할시|구역|도|시|군|리|동|읍)$"
"""Compiled when it is first needed: a range as wide as Hangul takes long."""
_DROPPED = re.compile(r"['’‘`ʼ´.]")
_BREAKS = re.compile(r"[^\w]+|_")


def fold(name: str) -> str:
    """`name` without case, accents, apostrophes, full stops and hyphens: `P'yŏngan-do` -> `pyongan do`."""
    if name.isascii():
        if name.replace(" ", "").isalnum():  # most are: no need to look for what is dropped
            return " ".join(name.lower().split())
        plain = name
    else:
        parts = unicodedata.normalize("NFKD", name)
        plain = unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))
    return " ".join(_BREAKS.sub(" ", _DROPPED.sub("", plain)).lower().split())


def place_key(name: str) -> str:
    """`fold`, and the words and endings that only say the kind of unit taken off: `Ryanggang-do` -> `ryanggang`."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _GENERIC:
        words.pop()
    key = " ".join(words)
    return key if key.isascii() else re.sub(_KOREAN_UNIT, "", key)
