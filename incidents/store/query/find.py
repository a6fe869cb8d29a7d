"""From what a user types for a thing to its number: a number, a code, a UUID."""

from collections.abc import Iterator, Sequence

from incidents.errors import NotFound
from incidents.store.query.connect import Reader
from incidents.store.query.sql import chunks, marks

_CODED = {"incident": "code = ? OR uid = ?", "report": "uid = ?", "proposal": "uid = ?", "change": "hash = ?"}
_LONGEST = 18
"""Digits of the longest number that both databases take."""
_NAMED = 5
"""So many that are not there are named; of more, how many there are."""


def number_of(reader: Reader, noun: str, words: str) -> int:
    """The number of the incident, report, proposal or change. Raises NotFound."""
    return numbers_of(reader, noun, [words])[0]


def numbers_of(reader: Reader, noun: str, several: Sequence[str]) -> list[int]:
    """The numbers of several, each once, in their order.

    Raises:
        NotFound: some are not there; the sentence names them.
    """
    typed = {words: int(words) for words in several if words.isascii() and words.isdigit() and len(words) <= _LONGEST}
    there = set(_there(reader, noun, list(typed.values())))
    found = {words: typed.get(words) or _coded(reader, noun, words) for words in several}
    missing = [words for words in found if found[words] is None or (words in typed and typed[words] not in there)]
    if missing:
        raise NotFound(f"{_none(noun, missing)}; incidents {_listing(noun)} shows what there is")
    return list(dict.fromkeys(number for number in found.values() if number is not None))


def _there(reader: Reader, noun: str, numbers: Sequence[int]) -> Iterator[int]:
    """Those of the numbers that something has."""
    for some in chunks(numbers):
        yield from (row[0] for row in reader.rows(f"SELECT id FROM {noun} WHERE id IN ({marks(some)})", some))


def _coded(reader: Reader, noun: str, words: str) -> int | None:
    condition = _CODED[noun]
    row = reader.one(f"SELECT id FROM {noun} WHERE {condition}", (words.lower(),) * condition.count("?"))
    return int(row[0]) if row else None


def _none(noun: str, missing: Sequence[str]) -> str:
    """`there is no incident 5`, `there are no incidents 5, 6 and 8`."""
    if len(missing) == 1:
        return f"there is no {noun} {missing[0]}"
    more = len(missing) - _NAMED
    *named, last = missing if more <= 0 else (*missing[:_NAMED], f"{more} more")
    return f"there are no {noun}s {', '.join(named)} and {last}"


def _listing(noun: str) -> str:
    return {"incident": "list", "report": "report list", "proposal": "review --list"}.get(noun, "history")
