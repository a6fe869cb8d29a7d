"""What follows from an incident's values and evidence: days to sort and filter by, first and last report, level."""

from collections.abc import Sequence
from dataclasses import dataclass

from incidents.model.edtf import bounds
from incidents.model.verification import Testimony, Verdict, assess
from incidents.model.when import When

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of evidence as it counts: its testimony and the days on which it was told (EDTF) and published."""

    testimony: Testimony
    said_on: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """All as ISO text; `first_reported` and `last_reported` are None without a dated report."""

    earliest: str | None
    latest: str | None
    day_from: str
    day_to: str
    sort_from: str
    sort_to: str
    first_reported: str | None
    last_reported: str | None


def days(when: When, told: Sequence[Told]) -> Days:
    """The days of an incident.

    An open start sorts by its latest day, an open end reaches the last report, an undated incident sorts by its first
    report, and one without a report after all others (codebook section 3, DESIGN section 4).
    """
    first, last = _reported(told)
    earliest = when.earliest.isoformat() if when.earliest else None
    latest = when.latest.isoformat() if when.latest else None
    sort_from = earliest or latest or first or LAST_DAY
    sort_to = latest or (max(earliest, last or earliest) if earliest else sort_from)
    return Days(earliest, latest, earliest or FIRST_DAY, latest or LAST_DAY, sort_from, sort_to, first, last)


def _reported(told: Sequence[Told]) -> tuple[str | None, str | None]:
    """The first and the last day of telling: the day a source spoke, else the publication day."""
    spans = [bounds(edtf) for one in told if (edtf := one.said_on or one.published)]
    firsts = [first.isoformat() for first, _ in spans if first]
    lasts = [last.isoformat() for _, last in spans if last] or firsts
    return (min(firsts), max(lasts)) if firsts else (None, None)


def verdict(told: Sequence[Told]) -> Verdict:
    """The level that the evidence yields."""
    return assess([one.testimony for one in told])
