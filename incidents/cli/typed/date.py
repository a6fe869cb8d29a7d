"""`--date` as a When: EDTF read by itself, words with the lexicon, and from which day relative words were counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from incidents.cli.days import loose
from incidents.errors import BadInput, UsageProblem
from incidents.model.when import When
from incidents.model.wording import days_of, worded
from incidents.store.location import Location
from incidents.store.query.connect import Reader


@dataclass(frozen=True, slots=True)
class Typed:
    """A date that was typed, and how it was understood: empty where it says so itself."""

    when: When
    understood: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative words count from, and whose day it is."""

    day: When
    whose: str = ""

    @property
    def said(self) -> str:
        """`, counted from 2 May 2016, the day of report 3`."""
        return f", counted from {worded(self.day.edtf)}{self.whose}"


def typed_date(
    reader: Reader, location: Location, words: str, counted_from: str | None, reports: Sequence[str]
) -> Typed:
    """The date of the `words`; relative ones count from `counted_from`, else from the first of the `reports` (uids).

    Raises:
        BadInput: they cannot be read, or count from a day and none is known.
        UsageProblem: there are none, or `counted_from` is no date.
    """
    if not words.strip():
        raise UsageProblem("the date is empty; write `undated` where none is known")
    from incidents.actions.dates import plain_when  # noqa: PLC0415  few commands are given a date

    when = plain_when(words)
    if when is not None:
        return Typed(when, "" if when.edtf == words else understood(words, when))
    return _in_words(reader, location, words, counted_from, reports)


def _in_words(
    reader: Reader, location: Location, words: str, counted_from: str | None, reports: Sequence[str]
) -> Typed:
    from incidents.actions.dates import NoDay, typed_when  # noqa: PLC0415  as above
    from incidents.actions.reading import lexicon  # noqa: PLC0415  heavy, for words only
    from incidents.intake.language import language_of  # noqa: PLC0415  likewise

    known = lexicon(location, language_of(words))
    try:
        when = typed_when(words, None, known)
    except NoDay as relative:
        counted = anchor(reader, counted_from, reports)
        if counted is None:
            hint = "no report gives the day that it counts from; add --counted-from, as in --counted-from 2025-02-06"
            raise BadInput(f"“{words}”: {hint}, or write the date out.") from relative
        when = typed_when(words, counted.day, known)
        return Typed(when, understood(words, when) + counted.said)
    return Typed(when, understood(words, when))


def typed_back(typed: When, held: When) -> When:
    """The typed date; typed as it was held, in words that say nothing of its extent, it lasted if it did so before.

    EDTF says nothing of it, nor do the words of a span with both ends, but for "from … to".
    """
    silent = typed.extent == "within" and (typed.words == typed.edtf or bool(typed.earliest and typed.latest))
    same = typed.dated and (typed.earliest, typed.latest) == (held.earliest, held.latest)
    return replace(typed, extent=held.extent) if silent and same else typed


def understood(words: str, when: When) -> str:
    """How the words of a date were understood, in a sentence."""
    name, days = when.in_words, days_of(when.edtf)
    span = f": {days}" if days and days not in name else ""
    return f"“{words}” is understood as {name}{span} ({when.edtf or 'no date'})"


def anchor(reader: Reader, counted_from: str | None, reports: Sequence[str]) -> Anchor | None:
    """The day of --counted-from, else that of the first of the reports (uids) that has one.

    Raises:
        UsageProblem: --counted-from is no date.
    """
    if counted_from:
        try:
            return Anchor(When.of(loose(counted_from)))
        except ValueError as error:
            raise UsageProblem(f"--counted-from {counted_from!r} is no date ({error}); write 2025-02-06") from None
    for uid in reports:
        row = reader.one("SELECT published, id FROM report WHERE uid = ?", (uid,))
        if row and row[0]:
            return Anchor(When.of(row[0]), f", the day of report {row[1]}")
    return None
