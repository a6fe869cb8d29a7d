"""How one incident stands to another, in words."""

_WORDS = {"related": "related to"}
_BACK = {
    "part-of": "has the part",
    "duplicate-of": "has the duplicate",
    "follows": "followed by",
    "related": "related to",
}


def relation_words(kind: str, *, back: bool = False) -> str:
    """`part of`; from the other side (`back`) `has the part`."""
    words = _WORDS.get(kind, kind.replace("-", " "))
    return _BACK.get(kind, f"{words} (that one)") if back else words
