"""The outlets of the reference, found by name in text."""

from collections.abc import Iterator
from functools import cached_property

from incidents.lexicon.matcher import Hit, Matcher, Table
from incidents.lexicon.words import Words
from incidents.model.reference import Outlet, Reference


class Outlets:
    """Lookups over the outlets of a Reference."""

    def __init__(self, reference: Reference, index: Table | None = None) -> None:
        """`index` is that of the same outlets; without it, it is made when it is first needed."""
        self._index = index
        self.outlet = reference.outlet
        self._outlets = reference.outlets

    @cached_property
    def _matcher(self) -> Matcher[str]:
        return Matcher(table=self._index) if self._index else Matcher(self._names())

    @property
    def index(self) -> Table:
        """The table of the names, as plain data, to be kept."""
        return self._matcher.table

    def _names(self) -> Iterator[tuple[str, str]]:
        for outlet in self._outlets:
            for name in (outlet.name, *outlet.names):
                if name and name[0] < "\u0250":
                    yield name, outlet.code

    def find(self, words: Words) -> list[Hit[str]]:
        """All names of outlets in a text, longest first from left to right."""
        return self._matcher.find(words)

    def get(self, code: str | None) -> Outlet | None:
        """The outlet of that code."""
        return self.outlet.get(code or "")
