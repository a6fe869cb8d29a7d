"""The names of a language that writes endings onto them, as trees of syllables, each made when its first one is met."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal, NamedTuple

Rows = tuple[Mapping[str, str], ...]
Sort = Literal["place", "institution", "outlet", "phrase", "organ", "unit", "never"]
"""`organ`: a word such as 보위국, which with an area before it is an institution. `unit`: 도, 시, 군 before one.

`phrase`: stands for a place (전국). `never`: begins like a name and is none (조선족).
"""
Doubt = Literal["", "locative", "ordinary"]
"""Whether a name is a word too: `locative` is settled by an ending such as 에서, `ordinary` only by what is near."""
Plain = tuple[tuple[str, str], Sort, int, tuple[int, ...], bool, Doubt]
"""The fields of an Entry as plain data."""
Table = tuple[int, tuple[str, ...], dict[str, tuple[tuple[str, Plain], ...]]]
"""The most characters of a name, how names begin (two syllables), and by their first syllable the syllables of each."""
JOINTS = frozenset(" ·.-")
PIECE = 2
"""A name that is parted by spaces which it does not have is so into pieces of as many syllables at least."""


class Entry(NamedTuple):
    """One name; `joints` are how many of its syllables stand before a space or mark in it."""

    value: tuple[str, str]
    sort: Sort
    size: int
    joints: tuple[int, ...]
    loose: bool = False
    doubt: Doubt = ""

    def fits(self, written: Sequence[tuple[int, str]]) -> bool:
        """Whether the name may be parted as the text parts it: `written` are places and the space or mark there."""
        more = [(0, "")] + [joint for joint in written if joint[0] not in self.joints]
        if len(more) == 1:
            return True
        sizes = [at for at, _ in more] + [self.size]
        wide = all(b - a >= PIECE for a, b in pairwise(sizes))
        return self.loose and wide and all(mark == " " for _, mark in more[1:])


Node = dict[str, Any]
"""Syllable -> what follows it; "" -> the entries of the names that end here."""


class Tree:
    """All names by their syllables without spaces and marks; `longest` in characters of a text."""

    def __init__(self, table: Table, tables: Mapping[str, Rows]) -> None:
        """`table` is what `hangul_names.table` made of a reference and the phrase tables `tables`."""
        self.table = table
        self.longest, openings, self._names = table
        rows = tables.get("place_units", ())
        units = ((row["words"], tuple(row["kinds"].split())) for row in rows)
        self.units = tuple(sorted(units, key=lambda unit: -len(unit[0])))
        self.small = tuple(row["words"] for row in rows if row["position"] == "new")
        """Units that also make a name which no place of the reference has."""
        self._classes = defaultdict[str, list[str]](list)
        for row in tables.get("name_words", ()):
            self._classes[row["class"]].append(row["word"])
        self.firsts = "".join(sorted(self._names))
        self._openings = frozenset(openings)
        self._single = frozenset(opening for opening in openings if len(opening) == 1)
        self.root = cache(self._root)

    def words(self, kind: str) -> Sequence[str]:
        """The words of one class of `name_words.csv`."""
        return self._classes[kind]

    def opens(self, two: str) -> bool:
        """Whether a name can begin with these two characters of a text: most words are known by them to be none."""
        return two in self._openings or two[0] in self._single or two[1:] in JOINTS

    def _root(self, first: str) -> Node:
        """The tree of the names with this first syllable."""
        root: Node = {}
        for glued, plain in self._names.get(first, ()):
            node = root
            for syllable in glued:
                node = node.setdefault(syllable, {})
            node.setdefault("", []).append(Entry(*plain))
        return root
