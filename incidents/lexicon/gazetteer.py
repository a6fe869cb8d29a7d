"""The places of the reference, found by name in text, and their tree."""

from collections.abc import Collection, Iterator
from functools import cached_property

from incidents.lexicon.matcher import Hit, Matcher, Table
from incidents.lexicon.words import Words
from incidents.model.key import place_key
from incidents.model.reference import Place, Reference

Named = tuple[str, str]
"""A place's code and the kind of the name that it was found by (`canonical`, `alias`, `adjective`, …)."""


Index = tuple[Table, dict[str, tuple[str, ...]]]
"""The table of the names, and the codes of the places by their keys: plain data."""


class Gazetteer:
    """Lookups over the places of a Reference."""

    def __init__(self, reference: Reference, index: Index | None = None, small: Collection[str] = ()) -> None:
        """`index` is that of a gazetteer of the same places; without it, it is made when it is first needed.

        `small` are words that need no capital inside of a name.
        """
        self._reference = reference
        self._small = small
        self._index = index
        self.place = reference.place
        self._above: dict[str, frozenset[str]] = {}

    @cached_property
    def _matcher(self) -> Matcher[Named]:
        return Matcher(table=self._index[0]) if self._index else Matcher(self._names(), small=self._small)

    @property
    def index(self) -> Index:
        """All that was made of the names, to be kept for another gazetteer of the same places."""
        return self._matcher.table, self._keys

    def _names(self) -> Iterator[tuple[str, Named]]:
        for place in self._reference.places:
            yield place.name, (place.code, "canonical")
            for name in place.names:
                if name.text[0] < "\u0250":
                    yield name.text, (place.code, name.kind)

    def find(self, words: Words) -> list[Hit[Named]]:
        """All place names of a text, longest first from left to right."""
        return self._matcher.find(words)

    @cached_property
    def _keys(self) -> dict[str, tuple[str, ...]]:
        if self._index:
            return self._index[1]
        keys: dict[str, dict[str, None]] = {}
        for place in self._reference.places:
            for text in (place.name, *(name.text for name in place.names if name.kind != "adjective")):
                keys.setdefault(place_key(text), {})[place.code] = None
        return {key: tuple(codes) for key, codes in keys.items()}

    def codes(self, name: str) -> tuple[str, ...]:
        """The places that bear `name`, in any of its spellings."""
        return self._keys.get(place_key(name), ())

    def suggest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """The codes of the places with the most similar names; for people to choose from, never to be linked."""
        from rapidfuzz import process  # noqa: PLC0415  needed for suggestions only

        near = process.extract(place_key(name), self._keys.keys(), limit=limit, score_cutoff=70)
        return tuple(dict.fromkeys(code for key, _, _ in near for code in self._keys[key]))[:limit]

    def above(self, code: str) -> frozenset[str]:
        """The place itself and all above it, by any parent (administrative, former, by usage)."""
        known = self._above.get(code)
        if known is None:
            known = self._above[code] = frozenset(self._climb(code))
        return known

    def _climb(self, code: str) -> set[str]:
        seen: set[str] = set()
        waiting = [code]
        while waiting:
            here = waiting.pop()
            place = self.place.get(here)
            if place and here not in seen:
                seen.add(here)
                waiting += [place.parent, *(parent.code for parent in place.parents)]
        return seen

    def under(self, code: str, ancestor: str) -> bool:
        """Whether `ancestor` is `code` itself or stands above it, by any parent."""
        return ancestor in self.above(code)

    def country(self, code: str) -> str:
        """The code of the country that the place is in today."""
        line = self._reference.ancestry(code)
        return line[-1].code if line else ""

    def at_level(self, code: str, level: str) -> Place | None:
        """The place itself or the one above it that has this level."""
        return next((place for place in self._reference.ancestry(code) if place.level == level), None)
