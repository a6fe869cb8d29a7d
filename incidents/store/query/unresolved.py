"""Names of places and institutions in reports that matched nothing, or several, and are still open."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from incidents.model.key import fold
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS, named
from incidents.store.query.open_names import Open, characters, open_names

_AROUND = 60
"""Characters on each side of the words that are shown with them."""


class Unresolved(NamedTuple):
    """One name, in all its spellings, and everything that it is open in; `words` is the most frequent spelling."""

    words: str
    uses: tuple[Open, ...]
    context: str
    """The words of the first use with what stands around them."""
    known: tuple[str, ...]
    """The codes of what is called so by now."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """The codes of what it can be; none: nothing is called so."""
        return tuple(dict.fromkeys((*(code for use in self.uses for code in use.candidates), *self.known)))

    @property
    def spellings(self) -> tuple[str, ...]:
        """How it is written, the most frequent first; one that differs in case or signs alone is the same."""
        return _spellings(self.uses)

    @property
    def why(self) -> str:
        """Why it is open, in words."""
        if self.uses[0].candidates or len(self.known) > 1:
            return "several are called so"
        return "something is called so" if self.known else "nothing is called so"

    @property
    def proposals(self) -> tuple[int, ...]:
        """The waiting proposals that it is open in."""
        return tuple(dict.fromkeys(use.proposal for use in self.uses if use.incident is None))

    @property
    def incidents(self) -> tuple[int, ...]:
        """The records that it is open in."""
        return tuple(dict.fromkeys(use.incident for use in self.uses if use.incident is not None))

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that it is open in."""
        return tuple(sorted({use.report for use in self.uses if not use.told}))


def unresolved(reader: Reader, noun: str) -> list[Unresolved]:
    """All open names of places or of institutions (the noun), the most frequent first."""
    found = [_grouped(reader, noun, uses) for uses in _groups(noun, open_names(reader, noun))]
    return sorted(found, key=lambda one: (-len(one.uses), one.words))


def called(reader: Reader, noun: str, words: str, reports: Collection[int] = ()) -> Unresolved | None:
    """The open name of which that is a spelling, only as these reports have it (none: all); None if none is.

    Without the word for what it is ("Hwangtori" for "Hwangtori village") it is found too, with it written on, or in
    another romanization, if only one name is meant.
    """
    from incidents.model.rough import rough_institution, rough_place, unjoined  # noqa: PLC0415  a list needs none

    groups = list(_groups(noun, open_names(reader, noun)))
    rough = rough_place if noun == "place" else rough_institution
    exact = _spelled(groups, words, fold)
    alike = _spelled(groups, words, NOUNS[noun].key) or _spelled(groups, words, rough)
    alike = alike or (_spelled(groups, unjoined(words), rough) if noun == "place" else [])
    for uses in exact or alike[: len(alike) == 1]:
        some = [use for use in uses if not reports or use.report in reports]
        if some:
            return _grouped(reader, noun, some)
    return None


def _spelled(groups: Iterable[list[Open]], words: str, key: Callable[[str], str]) -> list[list[Open]]:
    """The uses of each name of which a spelling has the key of the words."""
    asked = key(words)
    return [uses for uses in groups if asked and asked in {key(fold(use.words)) for use in uses}]


def by_hand(found: Unresolved) -> Iterator[tuple[int, str]]:
    """Of each record that was typed by hand and has the name: its number, and what it tells."""
    return ((use.incident, use.told) for use in found.uses if use.told and use.incident is not None)


def contexts(reader: Reader, found: Unresolved) -> Iterator[tuple[int, str, int]]:
    """Of each report that has the name: its number, the first use with what stands around it, and how many uses."""
    for report in found.reports:
        uses = [use for use in found.uses if use.report == report]
        yield report, _context(reader, uses[0]), len(uses)


def _groups(noun: str, uses: Iterable[Open]) -> Iterable[list[Open]]:
    """The uses of each name: `Unsan` and `Unsan county` are one where they can be the same."""
    spelled: dict[str, list[Open]] = {}
    for use in uses:
        spelled.setdefault(fold(use.words), []).append(use)
    groups: dict[tuple[str, frozenset[str]], list[Open]] = {}
    for spelling, some in spelled.items():
        candidates = frozenset(code for use in some for code in use.candidates)
        groups.setdefault((NOUNS[noun].key(spelling), candidates), []).extend(some)
    return groups.values()


def _grouped(reader: Reader, noun: str, uses: list[Open]) -> Unresolved:
    words = _spellings(uses)[0]
    known = tuple(match.code for match in named(reader, noun, words))
    return Unresolved(words, tuple(uses), _context(reader, uses[0]), known)


def _spellings(uses: Iterable[Open]) -> tuple[str, ...]:
    written: dict[str, str] = {}
    counted = Counter(written.setdefault(fold(use.words), use.words) for use in uses)
    return tuple(words for words, _ in counted.most_common())


def _context(reader: Reader, use: Open) -> str:
    if use.told:
        return " ".join(use.told.split())
    first = max(use.start - _AROUND, 0)
    text = characters(reader, use.text, first, use.end + _AROUND)
    before, after = text[: use.start - first], text[use.end - first :]
    head = before.partition(" ")[2] if first else before
    tail = after.rpartition(" ")[0] if len(after) == _AROUND else after
    cut = "…" * bool(first), "…" * (len(after) == _AROUND)
    return f"{cut[0]}{' '.join((head + text[len(before) : len(text) - len(after)] + tail).split())}{cut[1]}"
