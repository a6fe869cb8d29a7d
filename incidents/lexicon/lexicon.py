"""The lexicon: reference rows and phrases as fast lookups, each built when it is first asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from incidents.lexicon.calendar import Calendar
from incidents.lexicon.gazetteer import Gazetteer
from incidents.lexicon.gazetteer import Index as GazetteerIndex
from incidents.lexicon.gazetteer import Named as NamedPlace
from incidents.lexicon.hangul import Hangul
from incidents.lexicon.hangul import of as hangul
from incidents.lexicon.hangul_tree import Table as HangulTable
from incidents.lexicon.institutions import Institutions
from incidents.lexicon.institutions import Named as NamedInstitution
from incidents.lexicon.matcher import Hit, Table
from incidents.lexicon.outlets import Outlets
from incidents.lexicon.words import Words, split
from incidents.model.reference import Reference

Phrases = Mapping[str, tuple[Mapping[str, str], ...]]
"""File stem of `seeds/<language>/*.csv` -> its rows."""

Index = tuple[GazetteerIndex, Table, Table, HangulTable | None]
"""What was made of the names of places, institutions and outlets, and of all that are in Hangul."""

Keep = Callable[[str, Callable[[], Any]], Any]
"""Gives what was kept under a name, or makes it and keeps it."""

T = TypeVar("T")


class Names(NamedTuple):
    """All names of a text: what every annotator starts from."""

    words: Words
    places: tuple[Hit[NamedPlace], ...]
    institutions: tuple[Hit[NamedInstitution], ...]
    outlets: tuple[Hit[str], ...]


class Lexicon:
    """Everything that extraction looks up. It is read only and can be shared by all reports of a run."""

    def __init__(
        self, reference: Reference, phrases: Phrases, index: Index | None = None, keep: Keep | None = None
    ) -> None:
        """`index` is that of a lexicon of the same reference and phrases; without it, names are taken apart anew.

        `keep` keeps what `plain` made for lexicons of the same in other processes.
        """
        self.reference = reference
        self.phrases = phrases
        self._index = index or (None, None, None, None)
        self._keep = keep
        self._compiled: dict[Callable[..., Any], Any] = {}
        self._last: Names | None = None

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places."""
        small = {row["words"] for row in self.rows("place_context") if row["use"] == "lower-case"}
        return Gazetteer(self.reference, self._index[0], small)

    @cached_property
    def institutions(self) -> Institutions:
        """The institutions."""
        rows = [row for row in self.rows("institution_offices") if row["use"] == "holder"]
        holders = tuple((row["institution"], row["words"]) for row in rows)
        nouns = (row["words"].split()[1:] for row in self.rows("institution_heads"))
        common = frozenset(words[0] for words in nouns if len(words) == 1)
        return Institutions(self.reference, holders, self._index[1], common)

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets."""
        return Outlets(self.reference, self._index[2])

    @property
    def index(self) -> Index:
        """All names as plain data, to be kept: making it takes longer than reading a report."""
        written = self.hangul.tree.table if self.hangul else None
        return self.gazetteer.index, self.institutions.index, self.outlets.index, written

    @cached_property
    def hangul(self) -> Hangul | None:
        """The names in Hangul, for a language that has `name_endings.csv`; None for any other."""
        return hangul(self.reference, self.phrases, self._index[3]) if self.rows("name_endings") else None

    @property
    def calendar(self) -> Calendar:
        """Named days and periods."""
        return self.compiled(Calendar.of)

    def rows(self, table: str) -> tuple[Mapping[str, str], ...]:
        """The rows of one phrase table; none if the language has no such table."""
        return self.phrases.get(table, ())

    def compiled(self, build: Callable[["Lexicon"], T]) -> T:
        """`build(self)`, made once: for the rules that an annotator draws from phrase tables."""
        if build not in self._compiled:
            self._compiled[build] = build(self)
        made: T = self._compiled[build]
        return made

    def plain(self, name: str, build: Callable[["Lexicon"], T]) -> T:
        """`build(self)`, which is plain data (see `Index`) and long in the making; from where it is kept, if it is."""
        if self._keep is None:
            return build(self)
        found: T = self._keep(name, lambda: build(self))
        return found

    def names(self, text: str) -> Names:
        """All names in `text`; the last answer is kept, because several annotators ask for the same one."""
        last = self._last
        if last is None or last.words.text is not text:
            last = self._last = self._names(text)
        return last

    def _names(self, text: str) -> Names:
        words = split(text)
        places, institutions = self.gazetteer.find(words), self.institutions.find(words)
        outlets = self.outlets.find(words)
        if hangul := self.hangul:
            written = hangul.sure(words)
            places = sorted([*_whole(places, text, hangul), *written.places], key=_start)
            institutions = sorted([*_whole(institutions, text, hangul), *written.institutions], key=_start)
            outlets = sorted([*_whole(outlets, text, hangul), *written.outlets], key=_start)
        return Names(words, tuple(places), tuple(institutions), tuple(outlets))


def _whole(hits: Iterable[Hit[T]], text: str, hangul: Hangul) -> list[Hit[T]]:
    """The names in Latin letters onto which nothing is written but endings: NIS와, no UN군."""
    return [hit for hit in hits if hangul.ending(text, hit.end) is not None]


def _start(hit: Hit[Any]) -> int:
    return hit.start
