"""When: the date of an incident as a value, and what two of them have to do with one another."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Self

from incidents.model.edtf import bounds, qualified, qualifiers, written
from incidents.model.scales import Basis, Extent
from incidents.model.wording import worded

Precision = Literal["day", "week", "third", "month", "season", "half", "year", "decade", "century", "open", "none"]
"""The least of these that is no shorter than the span, from fine to coarse; a third is that of a month, ten or eleven
days, a season three months. `century` is also what is longer, `open` one end, `none` undated."""

_LONGEST: dict[Precision, int] = {"day": 1, "week": 7, "third": 11, "month": 31, "season": 92, "half": 184}
_LONGEST |= {"year": 366, "decade": 3653}
_WEAKNESS: dict[Basis, int] = {"stated": 0, "derived": 1, "bounded": 2, "none": 3}
_AND = " … "
"""Between the words of two dates that were put together."""

SortKey = tuple[bool, date, date, date, str, Extent, Basis, str]


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF string (None: undated), the days it allows, what it rests on, and the words it came from.

    `earliest` and `latest` are always those of `edtf`; None is an open end (both None: undated). Build it with `of`.

    As a set of days it has the laws of sets: an open end reaches to that of the calendar (0001-01-01, 9999-12-31), as
    in the database; an undated one has no day, so it lies in every other, overlaps none, and adds nothing to a union.
    """

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    extent: Extent = "within"
    basis: Basis = "none"
    words: str = ""

    @classmethod
    def of(cls, edtf: str | None, words: str = "", *, basis: Basis = "stated", extent: Extent = "within") -> Self:
        """The value of an EDTF string; None or an empty string is undated.

        Raises:
            ValueError: `edtf` is no EDTF of the profile in `model.edtf`.
        """
        edtf = edtf.strip() if edtf else ""
        if not edtf:
            return cls(words=words)
        earliest, latest = bounds(edtf)
        return cls(edtf, earliest, latest, extent, basis, words)

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.edtf is not None

    @property
    def precision(self) -> Precision:
        """How fine the span is, by its length; doubts (`~`, `?`) are not counted in."""
        if self.edtf is None:
            return "none"
        if self.earliest is None or self.latest is None:
            return "open"
        if self.earliest == self.latest:
            return "day"
        days = (self.latest - self.earliest).days + 1
        return next((name for name, longest in _LONGEST.items() if days <= longest), "century")

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of a dated one, an open end reaching to that of the calendar."""
        return self.earliest or date.min, self.latest or date.max

    @property
    def qualifiers(self) -> str:
        """`~` approximate, `?` uncertain, `%` both, or nothing."""
        return qualifiers(self.edtf or "")

    @property
    def in_words(self) -> str:
        """As people read it: `late Mar 2016`, `since 11 Mar 2024`, `undated`."""
        return worded(self.edtf, extent=self.extent)

    def resting_on(self, basis: Basis) -> Self:
        """The same date with another basis."""
        return replace(self, basis=basis)

    def overlaps(self, other: "When") -> bool:
        """Whether some day is in both; their intersection is dated then, and only then."""
        if self.edtf is None or other.edtf is None:
            return False
        return not (_after(self.earliest, other.latest) or _after(other.earliest, self.latest))

    def contains(self, other: "When") -> bool:
        """Whether every day of the other is in this one."""
        if self.edtf is None or other.edtf is None:
            return other.edtf is None
        mine, theirs = self.days, other.days
        return mine[0] <= theirs[0] and theirs[1] <= mine[1]

    def before(self, other: "When") -> bool:
        """Whether it lies wholly before: no day of it is on or after one of the other's. Undated: never."""
        return _after(other.earliest, self.latest)

    def union(self, other: "When") -> "When":
        """The hull: the shortest span that holds both, the days between them too.

        Doubts of either are doubts of it, the basis is the weaker one, the extent `throughout` only if both are, and
        the words those of both in the order of time. Of everything from an open start to an open end it is
        `0001/9999`. The shortest EDTF string is written, so that of a season its months.
        """
        if self == other or other.edtf is None:
            return self
        if self.edtf is None:
            return other
        mine, theirs = self.days, other.days
        return self._joined(other, min(mine[0], theirs[0]), max(mine[1], theirs[1]))

    def intersection(self, other: "When") -> "When":
        """The days that are in both, with doubts, basis, extent and words as in `union`; UNDATED if there are none."""
        if not self.overlaps(other):
            return UNDATED
        if self == other:
            return self
        mine, theirs = self.days, other.days
        return self._joined(other, max(mine[0], theirs[0]), min(mine[1], theirs[1]))

    def sort_key(self) -> SortKey:
        """A total order: equal keys are equal values. By the first day, then by the last.

        As in a list an open start stands at its latest day, an undated one behind all.
        """
        start = self.earliest or self.latest or date.max
        by_days = start, self.latest or date.max, self.earliest or date.min
        return self.edtf is None, *by_days, self.edtf or "", self.extent, self.basis, self.words

    def _joined(self, other: "When", first: date, last: date) -> "When":
        """Of two dated ones, over these days, which an open end of either may have given."""
        start = None if first == date.min and None in (self.earliest, other.earliest) else first
        end = None if last == date.max and None in (self.latest, other.latest) else last
        edtf = written(start, end) or written(first, last) or ""
        one, two = sorted((self, other), key=When.sort_key)
        both = self.extent == other.extent == "throughout"
        return When.of(
            qualified(edtf, qualifiers(f"{self.edtf}{other.edtf}")),
            _AND.join(dict.fromkeys(filter(None, (one.words, two.words)))),
            basis=max(self.basis, other.basis, key=_WEAKNESS.__getitem__),
            extent="throughout" if both else "within",
        )


def _after(first: date | None, last: date | None) -> bool:
    """Whether a span that begins on `first` lies wholly after one that ends on `last`; never where it is open."""
    return first is not None and last is not None and first > last


UNDATED = When()
