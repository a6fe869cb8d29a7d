"""A sentence as somebody types it in a hurry, spelled as extraction knows it: capitals, `N. Korea`, a full stop."""

import re
from collections.abc import Iterable, Mapping

from incidents.lexicon.lexicon import Lexicon
from incidents.model.key import fold, place_key

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_POINT = re.compile(r"(?<![\w.])([NS])\.?\s+(?=[A-Za-z]{4})")
_POINTS = {"N": "North", "S": "South"}
_LEADING = frozenset("in at near from to of outside around across through inside".split())
"""Words after which a word in small letters can be a place."""
_DATING = _LEADING | frozenset("early mid late last this since by until during on".split())
_ORDINARY = frozenset("may march sun sat mar".split())
"""Words of the calendar that are words of the language too."""
_LONGEST = 6
_SHORTEST_PLACE = 4

Forms = Mapping[str, str]
"""Folded names with their capitals."""


def spelled(sentence: str, lexicon: Lexicon) -> str:
    """The sentence with the capitals that names have, North and South written out, and a full stop."""
    text = _POINT.sub(lambda found: f"{_POINTS[found[1]]} ", " ".join(sentence.split()).rstrip(" .,;:!"))
    names, days = lexicon.compiled(_names), lexicon.compiled(_days)
    words = list(_WORD.finditer(text))
    pieces, position, k = list[str](), 0, 0
    while k < len(words):
        count, form = _longest(text, words, k, names, days)
        if count:
            pieces += [text[position : words[k].start()], form]
            position = words[k + count - 1].end()
        k += max(count, 1)
    text = "".join([*pieces, text[position:]])
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _longest(text: str, words: list[re.Match[str]], k: int, names: Forms, days: Forms) -> tuple[int, str]:
    """How many words from the k-th on are a name in small letters, and the name with its capitals."""
    before = words[k - 1][0].lower() if k else ""
    for count in range(min(_LONGEST, len(words) - k), 0, -1):
        said = text[words[k].start() : words[k + count - 1].end()]
        if not said[:1].islower():
            return 0, ""
        after = words[k + count][0] if k + count < len(words) else ""
        form = _dated(said, before, after, days) or _named(said, before, count, names)
        if form:
            return count, form
    return 0, ""


def _dated(said: str, before: str, after: str, days: Forms) -> str:
    form = days.get(fold(said), "")
    beside = before in _DATING or before[:1].isdigit() or after[:1].isdigit()
    return form if beside or said.lower() not in _ORDINARY else ""


def _named(said: str, before: str, count: int, names: Forms) -> str:
    if count > 1:
        return names.get(fold(said), "") or names.get(place_key(said), "")
    return names.get(fold(said), "") if before in _LEADING and len(said) >= _SHORTEST_PLACE else ""


def _names(lexicon: Lexicon) -> Forms:
    """Places and institutions. A name of one word may be an ordinary word: it is taken after a preposition only."""
    places = (text for one in lexicon.reference.places for text in (one.name, *(name.text for name in one.names)))
    others = (text for one in lexicon.reference.institutions for text in (one.name, *(name.text for name in one.names)))
    return _forms((*places, *others))


def _days(lexicon: Lexicon) -> Forms:
    """Months, weekdays and named days."""
    days = (text for day in lexicon.reference.days for text in (day.name, *(name for name, _ in day.names)))
    words = (row["word"] for table in ("time_months", "time_weekdays") for row in lexicon.rows(table))
    return _forms((*days, *words))


def _forms(names: Iterable[str]) -> Forms:
    kept: dict[str, str] = {}
    for name in names:
        if name[:1].isupper() and name.isascii():
            kept.setdefault(fold(name), name)
    return kept
