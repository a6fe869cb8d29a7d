"""What a merger of two places or institutions would take along, and what speaks against it."""

from collections.abc import Iterator
from typing import NamedTuple

from incidents.store.query.connect import Reader
from incidents.store.query.sql import number

_NAMES = """SELECT count(*) FROM {0}_name m JOIN {0} n ON n.id = m.{0}_id WHERE n.code = ? AND m.kind <> 'merged'"""
_BELOW = "SELECT count(*) FROM {0} c JOIN {0} n ON n.id = c.parent_id WHERE n.code = ? AND c.retired = 0"
_THERE = "SELECT count(*) FROM institution i JOIN place n ON n.id = i.place_id WHERE n.code = ? AND i.retired = 0"
_KINDS = {
    "place": "SELECT k.name FROM place n JOIN place_kind k ON k.code = n.kind WHERE n.code = ?",
    "institution": "SELECT k.name FROM institution n JOIN institution_kind k ON k.code = n.kind WHERE n.code = ?",
}
_VIA = {
    noun: f"""SELECT n.name, a.name, {way} FROM {noun}_closure c JOIN {noun} n ON n.id = c.{noun}_id
        JOIN {noun} a ON a.id = c.ancestor_id WHERE n.code = ? AND a.code = ? AND c.depth > 0"""
    for noun, way in (("place", "c.via"), ("institution", "'under'"))
}
_LIES = {
    "current": "lies in",
    "former": "once lay in",
    "usage": "is commonly written under",
    "under": "is or was under",
}


class Going(NamedTuple):
    """How much goes along: its names, what is right below it, the institutions there (of a place)."""

    names: int
    below: int
    there: int


def going(reader: Reader, noun: str, code: str) -> Going:
    """What goes along with the thing that has this code."""
    names, below = (number(reader, text.format(noun), (code,)) for text in (_NAMES, _BELOW))
    return Going(names, below, number(reader, _THERE, (code,)) if noun == "place" else 0)


def unlike(reader: Reader, noun: str, kept: str, gone: str) -> Iterator[str]:
    """Why the two are hardly one: one lies in the other, today or formerly or by usage; they are of two kinds."""
    for inner, outer in ((gone, kept), (kept, gone)):
        for row in reader.rows(_VIA[noun], (inner, outer)):
            yield f"{row[0]} {_LIES[row[2]]} {row[1]}"
    kinds = [reader.one(_KINDS[noun], (code,)) for code in (gone, kept)]
    first, second = (str(row[0]).lower() if row else "" for row in kinds)
    if first != second:
        yield f"the one is of the kind {first}, the other {second}"
