"""What a reading may count from: the day of the report or its source, and what was dated before it in the text."""

from dataclasses import dataclass, field
from datetime import date

from incidents.extract.time.period import UNITS, Period, around
from incidents.lexicon.calendar import Calendar
from incidents.model.proposal import Lack


class Unresolved(Exception):
    """The reading has no value; the text says why, `lack` of what kind that is."""

    def __init__(self, reason: str, lack: Lack = "other") -> None:
        super().__init__(reason)
        self.lack: Lack = lack


class Lost(Unresolved):
    """What the reading counts from is given, and has no value itself."""


@dataclass(slots=True)
class Basis:
    """The ground under one resolving; it notes whether it was used."""

    anchor: date | None
    calendar: Calendar
    forward: bool = False
    """Whether a bare weekday, day or month lies ahead of the anchor."""
    near: bool = False
    """Whether a bare day or month is the nearest to either side: a deadline, whose tense is that of its setting."""
    before: tuple[Period | None, ...] = ()
    """What was dated before in the text, nearest last; None for what could not be dated."""
    unsettled: bool = False
    """Whether no verb in the past stands near: a bare date much nearer ahead than behind lies ahead."""
    weak: bool = False
    """Whether what sends it forward was said of the past ("would"): a bare date is then the nearest."""
    lost: str = ""
    """The words that give the day to count from, where they have no value."""
    derived: bool = field(default=False, init=False)

    @property
    def day(self) -> date:
        """The day to count from.

        Raises:
            Unresolved: there is none.
        """
        self.derived = True
        if self.anchor is None and self.lost:
            raise Lost(f"“{self.lost}”, from which it counts, has no value itself")
        if self.anchor is None:
            raise Unresolved("no publication date to count from", "no-anchor")
        return self.anchor

    def previous(self, unit: str) -> Period:
        """The nearest period dated before that is as fine as `unit`; no year lies before years on end.

        Raises:
            Unresolved: there is none.
        """
        self.derived = True
        rank = UNITS.index(unit)
        for found in reversed(self.before):
            if found is None:
                raise Lost("what stands before it is not dated itself")
            if not (found.first and found.last):
                continue
            if _within(found, unit) or (found.unit in UNITS[: rank + 1] and _as_short(found, unit)):
                return found
            if unit == "year":
                raise Lost("what stands before it is longer than a year")
        raise Unresolved("nothing dated stands before it to count from")


def _as_short(found: Period, unit: str) -> bool:
    """Whether a period lasts no longer than a unit: a named one that went on for years is no day."""
    whole = around(found.start, unit)
    return found.end - found.start <= whole.end - whole.start


def _within(found: Period, unit: str) -> bool:
    """Whether a period that is no unit of its own lies in one: "late March" in a month."""
    return found.end <= around(found.start, unit).end
