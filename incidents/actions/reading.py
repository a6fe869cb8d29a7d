"""Reading reports: from the named files to what is found in them, spread over processes where there are many."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from incidents.actions import known
from incidents.errors import BadInput
from incidents.extract import inflect, pattern
from incidents.extract.act import tables
from incidents.extract.pipeline import extract
from incidents.extract.time import cutting, daynames, entries, tokens, vocabulary
from incidents.intake.files import Item
from incidents.intake.keeping import Plain, kept, uncollected
from incidents.intake.kept import known_phrases, known_reference
from incidents.intake.metadata import Metadata
from incidents.intake.report import read_report
from incidents.lexicon import gazetteer, hangul_names, hangul_tree, institutions, matcher, outlets
from incidents.lexicon.lexicon import Lexicon, Phrases
from incidents.model import key, spelling
from incidents.model.proposal import Extraction
from incidents.model.reference import Reference
from incidents.model.report import Report
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.reference import merged, with_users_rows

NOTHING_FOUND = Extraction()
_CODED = ("place", "country", "institution", "parent", "default")
"""Columns of the tables of phrases that hold codes of places and institutions; a word may be spelled like one."""
_NAMES = (gazetteer, institutions, outlets, matcher, key, hangul_names, hangul_tree, spelling)
_TAKING_APART = (*_NAMES, inflect, pattern, tables, cutting, daynames, entries, tokens, vocabulary)
MANY = 24
"""From so many reports on, starting processes costs less than it saves."""
_HELD = 4
"""So many databases and languages are kept ready: each is tens of megabytes, and one run needs one or two."""


class Read(NamedTuple):
    """One report as it was read; `report` is None where it could not be, and `error` says why."""

    name: str
    report: Report | None = None
    extraction: Extraction = NOTHING_FOUND
    error: str = ""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is open about the report as a whole, each once: what was not known of it, what could not be read."""
        told = (one.message for one in self.extraction.problems)
        return tuple(dict.fromkeys((*(self.report.problems if self.report else ()), *told)))


@lru_cache(_HELD)
def reference(location: Location | None) -> Reference:
    """The reference rows: of the seeds, and with a database as its users have changed and added to them."""
    if location is None:
        return known_reference()
    with open_reader(location) as reader:
        return with_users_rows(reader, reference(None))


@lru_cache(_HELD)
def lexicon(location: Location | None, language: str) -> Lexicon:
    """The lexicon of a language."""
    with uncollected():
        phrases = known_phrases(language)
        if location is not None:
            with open_reader(location) as reader:
                phrases = _put_together(phrases, merged(reader))
        held = reference(location)
        keep = partial(_kept, held, phrases, language)
        found = Lexicon(held, phrases, keep("names", lambda: Lexicon(held, phrases).index), keep)
        _stay()
    return found


def _kept(held: Reference, phrases: Phrases, language: str, name: str, make: Callable[[], Plain]) -> Plain:
    """What is made of the reference and the phrases, from the cache if it was before; one file for what users changed.

    Such as the names taken apart, and the words that each pattern can begin with.
    """
    file = f"{name}{'-own' * bool(held.changes)}-{language if phrases else 'any'}"
    return kept(file, (held.version, held.changes), _TAKING_APART, make)


def _put_together(phrases: Phrases, codes: Mapping[str, str]) -> Phrases:
    """The phrases with the code of what was kept for that of what was merged into it."""
    if not codes:
        return phrases
    return {
        table: tuple(
            {name: codes.get(cell, cell) if name in _CODED else cell for name, cell in row.items()} for row in rows
        )
        for table, rows in phrases.items()
    }


known.kept(reference.cache_clear)
known.kept(lexicon.cache_clear)


def read(item: Item, said: Metadata, location: Location | None = None) -> Read:
    """Read one report and extract; what `said` (the options) tells goes before what the manifest does."""
    try:
        known = said.over(item.said)
        how = "standard input" if item.path is None else "file"
        outlets = reference(location).outlets
        report = read_report(item.name, item.read(), known, outlets, how=how, any_size=item.any_size)
    except BadInput as error:
        return Read(item.name, error=str(error))
    held = lexicon(location, report.language or "en")
    with uncollected():
        found = extract(report, held)
    settle()
    return Read(item.name, report, found)


@cache
def _stay() -> None:
    """What was read first stays: the collector of garbage would begin with going through all of it."""
    gc.freeze()


@cache
def settle() -> None:
    """What the first report made is kept for all, so the garbage collector need not go through it again and again."""
    gc.freeze()


def read_all(items: Sequence[Item], said: Metadata, location: Location | None = None) -> Iterator[Read]:
    """Read reports in the order of the input, each as soon as it is there."""
    piped = [item for item in items if item.path is None]
    if len(items) < MANY or piped:
        return (read(item, said, location) for item in items)
    return _spread(items, said, location)


def _spread(items: Iterable[Item], said: Metadata, location: Location | None) -> Iterator[Read]:
    from joblib import Parallel, delayed  # noqa: PLC0415  slow to import, and needed for many reports only

    pieces: Iterator[Read] = Parallel(n_jobs=-1, return_as="generator")(
        delayed(read)(item, said, location) for item in items
    )
    return pieces
