"""What may be called so in another romanization or orthography, where no name that is held is written so.

A place of Korea, or an institution, is found by the rough key of its names (`model.rough`). All of them are computed:
on the way to an error only.
"""

from collections.abc import Callable, Iterator, Mapping

from incidents.model.rough import rough_institution, rough_place
from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row

_KEYS: Mapping[str, Callable[[str], str]] = {"place": rough_place, "institution": rough_institution}
_ONLY = {"place": "AND (n.code LIKE 'KP%' OR n.code LIKE 'KR%')"}
"""Of the places, those of Korea."""


def roughly(reader: Reader, noun: str, words: str, *, begun: bool = False) -> Iterator[Row]:
    """Code, name and the name that matches, of what has the rough key of the words; `begun`: whose key begins so."""
    key = _KEYS.get(noun)
    asked = key(words) if key else ""
    if not key or not asked:
        return
    text = f"""SELECT n.code, n.name, m.name FROM {noun}_name m JOIN {noun} n ON n.id = m.{noun}_id
        WHERE n.retired = 0 {_ONLY.get(noun, "")} ORDER BY n.code, m.name"""
    for row in reader.rows(text):
        own = key(row[2])
        if own == asked or (begun and own.startswith(asked)):
            yield row
