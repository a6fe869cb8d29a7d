"""The Hangul names of the Reference and the words of the phrase tables, as a tree of syllables."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from incidents.model.reference import Name, Reference
from incidents.model.spelling import spellings

Rows = tuple[Mapping[str, str], ...]
Sort = Literal["place", "institution", "outlet", "phrase", "organ", "unit", "never"]
"""`organ`: a word such as 보위국, which with an area before it is an institution. `unit`: 도, 시, 군 before one.

`phrase`: stands for a place (전국). `never`: begins like a name and is none (조선족).
"""
Doubt = Literal["", "locative", "ordinary"]
_JOINTS = frozenset(" ·.-")
_LONG = 6
"""A longer name that begins with the state's is given without it too: 조선릉라도무역총회사."""
_LOOSE = 5
"""A name of so many syllables may be parted by spaces that it does not have, into pieces of two at least."""
_PIECE = 2
_OFFICIAL = frozenset(("government", "un", "ngo"))
"""Kinds of outlets that speak for an institution of that name: 통일부, 합참."""
_SINO = frozenset(("KP", "KR", "CN", "XZ"))
"""Where names are read as Korean words, so that both spellings of them occur."""


_BARE: Mapping[str, Doubt] = {
    "workers-district": "ordinary",
    "town": "ordinary",
    "city-abroad": "ordinary",
    "oblast": "",
}
"""Kinds of places besides counties that are named without their unit too, and how doubtful that is: 남양, 사할린."""


class Entry(NamedTuple):
    """One name; `joints` are how many of its syllables stand before a space or mark in it."""

    value: tuple[str, str]
    sort: Sort
    size: int
    joints: frozenset[int]
    loose: bool = False
    doubt: Doubt = ""

    def fits(self, written: Sequence[tuple[int, str]]) -> bool:
        """Whether the name may be parted as the text parts it: `written` are places and the space or mark there."""
        more = [(0, "")] + [joint for joint in written if joint[0] not in self.joints]
        if len(more) == 1:
            return True
        sizes = [at for at, _ in more] + [self.size]
        wide = all(b - a >= _PIECE for a, b in pairwise(sizes))
        return self.loose and wide and all(mark == " " for _, mark in more[1:])


class Tree:
    """All names by their syllables without spaces and marks; `longest` in characters of a text."""

    def __init__(self, reference: Reference, tables: Mapping[str, Rows]) -> None:
        self.root: dict[str, Any] = {}
        self.longest = 1
        units = ((row["words"], tuple(row["kinds"].split())) for row in tables.get("place_units", ()))
        self.units = tuple(sorted(units, key=lambda unit: -len(unit[0])))
        rows = tables.get("place_units", ())
        self.small = tuple(row["words"] for row in rows if row["position"] == "new")
        """Units that also make a name which no place of the reference has."""
        self._classes = defaultdict[str, list[str]](list)
        for row in tables.get("name_words", ()):
            self._classes[row["class"]].append(row["word"])
        self._pairs = tuple((row["north"], row["south"]) for row in tables.get("spelling", ()))
        self._paired = re.compile("|".join(re.escape(word) for pair in self._pairs for word in pair) or "(?!)")
        self._doubts = {word: kind for kind in ("ordinary", "locative", "never") for word in self.words(kind)}
        signs = {row["place"]: row["words"] for row in tables.get("place_phrases", ()) if len(row["words"]) == 1}
        self._signs = {
            code: (sign, tuple(_hangul(name.text for name in reference.place[code].names)))
            for code, sign in signs.items()
            if code in reference.place
        }
        self._fill(reference, tables)
        self._single = frozenset(first for first, node in self.root.items() if "" in node)
        self._openings = frozenset(first + second for first, node in self.root.items() for second in node)

    def words(self, kind: str) -> Sequence[str]:
        """The words of one class of `name_words.csv`."""
        return self._classes[kind]

    def opens(self, two: str) -> bool:
        """Whether a name can begin with these two characters of a text: most words are known by them to be none."""
        return two in self._openings or two[0] in self._single or two[1:] in _JOINTS

    def _fill(self, reference: Reference, tables: Mapping[str, Rows]) -> None:
        for word in self.words("never"):
            self._add(word, (word, "never"), "never")
        self._places(reference)
        institutions = set(self._institutions(reference))
        for outlet in reference.outlets:
            for text in _hangul(outlet.names):
                if not (outlet.kind in _OFFICIAL and text in institutions):
                    self._add(text, (outlet.code, "canonical"), "outlet")
        for row in tables.get("place_phrases", ()):
            self._add(row["words"], (row["place"], "phrase"), "phrase")
        for row in tables.get("institution_patterns", ()):
            self._add(row["words"], (row["words"], "organ"), "organ")
        for row in tables.get("institution_units", ()):
            self._add(row["words"], (row["words"], "unit"), "unit")

    def _places(self, reference: Reference) -> None:
        bare = dict[str, dict[tuple[str, str], Doubt]]()
        texts = set[str]()
        for place in reference.places:
            for name, text in self._spelled(place.names, sino=place.code[:2] in _SINO):
                texts.add(text)
                self._add(text, (place.code, name.kind), "place", doubt=self._doubt(text))
                stem = self._stem(text, place.kind) if place.level == "county" or place.kind in _BARE else ""
                if stem:
                    doubt: Doubt = self._doubt(stem) or _BARE.get(place.kind, "locative")
                    bare.setdefault(stem, {})[place.code, name.kind] = doubt
        for stem in sorted(bare.keys() - texts):
            for value, doubt in bare[stem].items():
                self._add(stem, value, "place", doubt=doubt)

    def _stem(self, text: str, kind: str) -> str:
        """The name without its unit: 무산군 -> 무산."""
        found = (text.removesuffix(unit) for unit, kinds in self.units if kind in kinds and text.endswith(unit))
        return next((stem for stem in found if len(stem) > 1 and " " not in stem), "")

    def _institutions(self, reference: Reference) -> Iterator[str]:
        for institution in reference.institutions:
            for name, text in self._spelled(institution.names, sino=institution.code[:2].upper() in _SINO):
                yield text
                self._add(text, (institution.code, name.kind), "institution", doubt=self._doubt(text))
                self._signed(institution.code, name, text)
                for word in self.words("state"):
                    if text.startswith(word) and len(text) > _LONG:
                        self._add(text.removeprefix(word), (institution.code, name.kind), "institution")
                for word in self.words("before-number") if text[0].isdecimal() else ():
                    self._add(f"{word}{text}", (institution.code, name.kind), "institution")

    def _signed(self, code: str, name: Name, text: str) -> None:
        """The name as headlines have it, with one letter for its country: 美국무부, 中 외교부."""
        sign, country = self._signs.get(code.partition(".")[0].upper(), ("", ()))
        for word in country:
            text = text.removeprefix(f"{word} ")
        if sign:
            self._add(f"{sign} {text}", (code, name.kind), "institution")

    def _spelled(self, names: Iterable[Name], *, sino: bool) -> Iterator[tuple[Name, str]]:
        for name in names:
            if _glued(name.text):
                pairs = self._pairs if self._paired.search(name.text) else ()
                for text in spellings(name.text, pairs) if sino else (name.text,):
                    yield name, text

    def _doubt(self, text: str) -> Doubt:
        found = self._doubts.get(text)
        return "ordinary" if found == "ordinary" else "locative" if found == "locative" else ""

    def _add(self, text: str, value: tuple[str, str], sort: Sort, *, doubt: Doubt = "") -> None:
        node, size, joints = self.root, 0, set[int]()
        for character in text:
            if character in _JOINTS:
                joints.add(size)
            else:
                following = node.get(character)
                if following is None:
                    following = node[character] = {}
                node, size = following, size + 1
        loose = sort == "institution" and size >= _LOOSE
        entry = Entry(value, sort, size, frozenset(joints), loose, doubt)
        entries = node.setdefault("", [])
        if entry not in entries:
            entries.append(entry)
        self.longest = max(self.longest, size + max(len(joints), size // _PIECE if loose else 0))


def _hangul(names: Iterable[str]) -> Iterator[str]:
    return (text for text in names if _glued(text))


def _glued(text: str) -> bool:
    """Whether a name is in Hangul, whatever digits and marks are in it."""
    return "가" <= text[-1] <= "힣" and ("가" <= text[0] <= "힣" or text[0].isdecimal())
