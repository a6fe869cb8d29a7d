"""The Hangul names of the Reference and the words of the phrase tables, taken apart into their syllables."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from incidents.lexicon.hangul_tree import JOINTS, PIECE, Doubt, Plain, Rows, Sort, Table, Tree
from incidents.model.reference import Name, Reference
from incidents.model.spelling import spellings

_LONG = 6
"""A longer name that begins with the state's is given without it too: 조선릉라도무역총회사."""
_LOOSE = 5
"""A name of so many syllables may be parted by spaces that it does not have, into pieces of two at least."""
_OFFICIAL = frozenset(("government", "un", "ngo"))
"""Kinds of outlets that speak for an institution of that name: 통일부, 합참."""
_DOUBTS: tuple[tuple[str, Doubt], ...] = (("ordinary", "ordinary"), ("locative", "locative"), ("never", ""))
_NONE: Table = (1, (), {})
_SINO = frozenset(("KP", "KR", "CN", "XZ"))
"""Where names are read as Korean words, so that both spellings of them occur."""


_BARE: Mapping[str, Doubt] = {
    "workers-district": "ordinary",
    "town": "ordinary",
    "city-abroad": "ordinary",
    "oblast": "",
}
"""Kinds of places besides counties that are named without their unit too, and how doubtful that is: 남양, 사할린."""


def table(reference: Reference, tables: Mapping[str, Rows]) -> Table:
    """The names of a reference and of a language's phrase tables, taken apart: plain data, to be kept."""
    return _Names(reference, tables).table()


class _Names:
    def __init__(self, reference: Reference, tables: Mapping[str, Rows]) -> None:
        self.longest = 1
        self.names = dict[str, dict[Plain, None]]()
        empty = Tree(_NONE, tables)
        self.units, self.words = empty.units, empty.words
        self.pairs = tuple((row["north"], row["south"]) for row in tables.get("spelling", ()))
        self.paired = re.compile("|".join(re.escape(word) for pair in self.pairs for word in pair) or "(?!)")
        self.doubts = {word: doubt for kind, doubt in _DOUBTS for word in self.words(kind)}
        signs = {row["place"]: row["words"] for row in tables.get("place_phrases", ()) if len(row["words"]) == 1}
        self.signs = {
            code: (sign, tuple(_hangul(name.text for name in reference.place[code].names)))
            for code, sign in signs.items()
            if code in reference.place
        }
        self._fill(reference, tables)

    def table(self) -> Table:
        """All of it by first syllables."""
        by_first = defaultdict[str, list[tuple[str, Plain]]](list)
        for glued, entries in self.names.items():
            by_first[glued[0]].extend((glued, entry) for entry in entries)
        openings = sorted({glued[:2] for glued in self.names})
        return self.longest, tuple(openings), {first: tuple(names) for first, names in by_first.items()}

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
        sign, country = self.signs.get(code.partition(".")[0].upper(), ("", ()))
        for word in country:
            text = text.removeprefix(f"{word} ")
        if sign:
            self._add(f"{sign} {text}", (code, name.kind), "institution")

    def _spelled(self, names: Iterable[Name], *, sino: bool) -> Iterator[tuple[Name, str]]:
        for name in names:
            if _glued(name.text):
                pairs = self.pairs if self.paired.search(name.text) else ()
                for text in spellings(name.text, pairs) if sino else (name.text,):
                    yield name, text

    def _doubt(self, text: str) -> Doubt:
        return self.doubts.get(text, "")

    def _add(self, text: str, value: tuple[str, str], sort: Sort, *, doubt: Doubt = "") -> None:
        glued, joints = "", set[int]()
        for character in text:
            if character in JOINTS:
                joints.add(len(glued))
            else:
                glued += character
        size = len(glued)
        loose = sort == "institution" and size >= _LOOSE
        self.names.setdefault(glued, {})[value, sort, size, tuple(sorted(joints)), loose, doubt] = None
        self.longest = max(self.longest, size + max(len(joints), size // PIECE if loose else 0))


def _hangul(names: Iterable[str]) -> Iterator[str]:
    return (text for text in names if _glued(text))


def _glued(text: str) -> bool:
    """Whether a name is in Hangul, whatever digits and marks are in it."""
    return "가" <= text[-1] <= "힣" and ("가" <= text[0] <= "힣" or text[0].isdecimal())
