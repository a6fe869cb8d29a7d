"""Which known names somebody may have meant who typed one that is unknown: on the way to an error only."""

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches

HOME = ("KP", "kp.")
"""How codes of the followed country begin: its places and institutions are named first."""
_CUTOFF = 0.68
_SPREAD = 0.12
"""What is so much less like the words than the best is not named."""


def meant(words: str, known: Mapping[str, Iterable[str]], limit: int) -> list[str]:
    """Codes of what has all of these words in a name, else of what has the likest names.

    `words` and the keys of `known` are folded names, its values the codes of what is called so.
    """
    return holding(words, known, limit) or alike(words, known, limit)


def holding(words: str, known: Mapping[str, Iterable[str]], limit: int) -> list[str]:
    """Codes of what has all the `words`, whole, in one name: the followed country first, then the shortest."""
    asked = set(words.split())
    found = [(name, code) for name, codes in known.items() if asked and asked <= set(name.split()) for code in codes]
    return _first(sorted(found, key=lambda pair: (not _home(pair[1]), len(pair[0]), pair)), limit)


def alike(words: str, known: Mapping[str, Iterable[str]], limit: int) -> list[str]:
    """Codes of the likest names: of the followed country first, then by likeness, the larger unit before its parts."""
    near = get_close_matches(words, known, limit * 4, _CUTOFF)
    scores = {name: SequenceMatcher(None, name, words).ratio() for name in near}
    best = max(scores.values(), default=0.0)
    found = [(name, code) for name in near if scores[name] >= best - _SPREAD for code in known[name]]
    return _first(sorted(found, key=lambda pair: (not _home(pair[1]), -scores[pair[0]], pair[1].count("."))), limit)


def _home(code: str) -> bool:
    return code.startswith(HOME)


def _first(pairs: Iterable[tuple[str, str]], limit: int) -> list[str]:
    return list(dict.fromkeys(code for _, code in pairs))[:limit]


def keyed(rows: Iterable[tuple[str, str]], key: Callable[[str], str] = str) -> dict[str, list[str]]:
    """Codes by folded name, of pairs of a name and a code."""
    codes: dict[str, list[str]] = {}
    for name, code in rows:
        codes.setdefault(key(name), []).append(code)
    return codes
