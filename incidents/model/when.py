"""When: the date of an incident as a value."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from incidents.model.edtf import bounds
from incidents.model.scales import Basis, Extent


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF string (None: undated), the days it allows, what it rests on, and the words it came from.

    `earliest` and `latest` are always those of `edtf`; None is an open end (both None: undated). Build it with `of`.
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
        if not edtf:
            return cls(words=words)
        earliest, latest = bounds(edtf)
        return cls(edtf, earliest, latest, extent, basis, words)

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.edtf is not None

    def resting_on(self, basis: Basis) -> Self:
        """The same date with another basis."""
        return replace(self, basis=basis)


UNDATED = When()
