"""A sentence as somebody types it in a hurry, spelled as extraction knows it: capitals, `N. Korea`, a full stop."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.model.key import fold, place_key

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 6
_SHORTEST_PLACE = 4

Forms = Mapping[str, str]
"""Folded names with their capitals."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The words around names (`typed_words.csv`), and the names; of a language without the table names alone."""

    short: Mapping[str, str]
    """What is written out before a name: "N.", "S."."""
    point: re.Pattern[str]
    places: frozenset[str]
    """Words after which a word in small letters can be a place."""
    dates: frozenset[str]
    ordinary: frozenset[str]
    """Words of the calendar that are words of the language too."""
    names: Forms
    days: Forms

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        short = {row["words"]: row["means"] for row in lexicon.rows("typed_words") if row["kind"] == "short"}
        point = re.compile(rf"(?<![\w.])({alternatives(short)})\.?\s+(?=[A-Za-z]{{4}})")
        places, dates, ordinary = (typed_words(lexicon, kind) for kind in ("place-lead", "date-lead", "ordinary"))
        return cls(short, point, places, places | dates, ordinary, _names(lexicon), _days(lexicon))


def typed_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """The words of a kind in `typed_words.csv`."""
    return frozenset(row["words"] for row in lexicon.rows("typed_words") if row["kind"] == kind)


def spelled(sentence: str, lexicon: Lexicon) -> str:
    """The sentence with the capitals that names have, North and South written out, and a full stop."""
    known = lexicon.compiled(_Known.of)
    text = known.point.sub(lambda found: f"{known.short[found[1]]} ", " ".join(sentence.split()).rstrip(" .,;:!"))
    words = list(_WORD.finditer(text))
    pieces, position, k = list[str](), 0, 0
    while k < len(words):
        count, form = _longest(text, words, k, known)
        if count:
            pieces += [text[position : words[k].start()], form]
            position = words[k + count - 1].end()
        k += max(count, 1)
    text = "".join([*pieces, text[position:]])
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _longest(text: str, words: list[re.Match[str]], k: int, known: _Known) -> tuple[int, str]:
    """How many words from the k-th on are a name in small letters, and the name with its capitals."""
    before = words[k - 1][0].lower() if k else ""
    for count in range(min(_LONGEST, len(words) - k), 0, -1):
        said = text[words[k].start() : words[k + count - 1].end()]
        if not said[:1].islower():
            return 0, ""
        after = words[k + count][0] if k + count < len(words) else ""
        form = _dated(said, before, after, known) or _named(said, before, count, known)
        if form:
            return count, form
    return 0, ""


def _dated(said: str, before: str, after: str, known: _Known) -> str:
    form = known.days.get(fold(said), "")
    beside = before in known.dates or before[:1].isdigit() or after[:1].isdigit()
    return form if beside or said.lower() not in known.ordinary else ""


def _named(said: str, before: str, count: int, known: _Known) -> str:
    if count > 1:
        return known.names.get(fold(said), "") or known.names.get(place_key(said), "")
    return known.names.get(fold(said), "") if before in known.places and len(said) >= _SHORTEST_PLACE else ""


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
