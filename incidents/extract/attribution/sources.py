"""The sources that a report speaks of, told apart and found again: "a source in X", "the source", "he"."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from incidents.model.verification import SEVERAL
from incidents.model.when import When

_HUMAN = frozenset({"resident", "official", "inside", "overseas", "defector", "expert", "government", "organization"})


@dataclass
class Source:
    """One source of the report; its place and days become known as the report goes on."""

    handle: str
    type: str
    head: str
    place: str | None
    plural: bool
    names: frozenset[str]
    origin: str | None
    words: str = ""
    """How the report first says that it told something."""
    _spoke: list[int] = field(default_factory=list)
    _days: list[tuple[str | None, str, When | None]] = field(default_factory=list)

    def spoke(self, sentence: int, day: str | None, words: str, time: When | None) -> None:
        """Notes when a sentence, later than those noted before, says that it spoke, and how it says so.

        `day` is EDTF of the day, if it says the day; `time` is what it says, undated where that has no value.
        """
        self._spoke.append(sentence)
        self._days.append((day, words, time))

    def told(self, sentence: int) -> tuple[str | None, str, When | None]:
        """The day on which it told a sentence, with its words and that time: the last by then, else the first after."""
        k = max(0, bisect_right(self._spoke, sentence) - 1)
        return self._days[k] if self._days else (None, self.words, None)


class Mention(NamedTuple):
    """One mention of a source, as a cue gives it."""

    type: str | None
    head: str
    place: str | None
    plural: bool
    indefinite: bool
    another: bool
    ordinal: int | None
    names: frozenset[str]
    pronoun: bool
    origin: str | None
    again: bool = False
    """A body that must have been named before: "the agency"."""
    common: bool = False
    """Whether the noun can be any kind of anonymous source: "the source"."""


@dataclass
class Sources:
    """All sources so far, in the order in which the report brings them in, and which of them spoke last."""

    known: list[Source] = field(default_factory=list)
    last: Source | None = None

    def meet(self, mention: Mention) -> Source | None:
        """The source that is meant: one of the known, else a new one; None for a person who is no kind of source."""
        found = self._known(mention)
        if found is None and mention.type is not None and not mention.again:
            found = self._new(mention, mention.type)
        if found is not None:
            self.last = found
            found.origin = found.origin or mention.origin
        return found

    def _new(self, mention: Mention, kind: str) -> Source:
        source = Source(
            f"{SEVERAL if mention.plural else 'source '}{len(self.known) + 1}",
            kind,
            mention.head,
            mention.place,
            mention.plural,
            mention.names,
            mention.origin,
        )
        self.known.append(source)
        return source

    def _known(self, mention: Mention) -> Source | None:
        if mention.pronoun:
            return self.last if self.last and self.last.type in _HUMAN else self._latest(lambda s: s.type in _HUMAN)
        if mention.again:
            return self._latest(lambda s: s.type in _BODIES)
        if mention.type is None:
            return self._latest(lambda s: bool(s.names & mention.names))
        return None if mention.another else self._described(mention)

    def _described(self, mention: Mention) -> Source | None:
        """The source that an ordinal, a place, or only its noun points to."""
        same = [s for s in self.known if _alike(s, mention)]
        single = [s for s in same if not s.plural]
        if mention.ordinal is not None and len(single) > mention.ordinal:
            return single[mention.ordinal]
        if mention.place is not None:
            placed = [s for s in same if s.place == mention.place]
            return placed[-1] if placed else None
        if mention.indefinite:
            return next((s for s in reversed(same) if s.place is None and s.head == mention.head), None)
        return self.last if self.last in same else same[-1] if same else None

    def _latest(self, fits: Callable[[Source], bool]) -> Source | None:
        return next((source for source in reversed(self.known) if fits(source)), None)


_ANY = frozenset({"resident", "official", "inside", "overseas"})
_BODIES = frozenset({"state-media", "government", "organization", "media", "document"})


def _alike(source: Source, mention: Mention) -> bool:
    """The same kind of source; "the source" may be any anonymous one, "the official" only one that was called so."""
    if source.names and mention.names:
        return source.type == mention.type and bool(source.names & mention.names or source.head == mention.head)
    if mention.common and not source.names:
        return source.type in _ANY
    if source.head.rstrip("s") == mention.head.rstrip("s"):
        return source.type == mention.type or source.type in _ANY
    return False


def anonymous(sources: Sequence[Source]) -> Source | None:
    """The first source that is an anonymous person: the one that the report is told by."""
    return next((s for s in sources if s.type in _ANY | {"defector"}), None)
