"""From what a user types for a thing to its number: a number, a code, a UUID."""

from collections.abc import Sequence

from incidents.errors import NotFound
from incidents.store.query.connect import Reader

_CODED = {"incident": "code = ? OR uid = ?", "report": "uid = ?", "proposal": "uid = ?", "change": "hash = ?"}
_LONGEST = 18
"""Digits of the longest number that both databases take."""


def number_of(reader: Reader, noun: str, words: str) -> int:
    """The number of the incident, report, proposal or change. Raises NotFound."""
    text, values = _condition(noun, words)
    found = [row[0] for row in reader.rows(f"SELECT id FROM {noun} WHERE {text}", values)]
    if not found:
        raise NotFound(f"there is no {noun} {words}; incidents {_listing(noun)} shows what there is")
    return int(found[0])


def _condition(noun: str, words: str) -> tuple[str, tuple[int | str, ...]]:
    if words.isascii() and words.isdigit() and len(words) <= _LONGEST:
        return "id = ?", (int(words),)
    text = _CODED[noun]
    return text, (words.lower(),) * text.count("?")


def numbers_of(reader: Reader, noun: str, several: Sequence[str]) -> list[int]:
    """The numbers of several, each once, in their order. Raises NotFound for the first that is not there."""
    return list(dict.fromkeys(number_of(reader, noun, words) for words in several))


def _listing(noun: str) -> str:
    return {"incident": "list", "report": "report list", "proposal": "review --list"}.get(noun, "history")
