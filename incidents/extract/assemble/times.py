"""How far the acts of a report are from one another in time: what is told of another year is set elsewhere, perhaps."""

from collections.abc import Iterable

from incidents.extract.assemble import dating
from incidents.extract.findings import Findings
from incidents.model.finding import Act
from incidents.model.when import When

APART = 31
"""Acts so many days apart are not set in the same place because one is told after the other."""
LONG_APART = 270
"""Acts so many days apart are not set in the same place because one report tells both."""


class Times:
    """The dates of the acts of one document, each read once."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self._whens: dict[Act, When] = {}

    def when(self, act: Act) -> When:
        """The date that its words give an act."""
        if act not in self._whens:
            self._whens[act] = dating.date(self.found, act).when
        return self._whens[act]

    def apart(self, act: Act, others: Iterable[Act], days: int = APART) -> bool:
        """Whether all the others are dated, and far from the act's own day."""
        own = self.when(act)
        whens = [self.when(other) for other in others]
        return bool(own.dated and whens) and all(when.dated and _far(own, when, days) for when in whens)


def _far(one: When, two: When, days: int) -> bool:
    """Whether more than so many days lie between two spans of time; open ends are near to all beyond them."""
    return any(
        first.latest and second.earliest and (second.earliest - first.latest).days > days
        for first, second in ((one, two), (two, one))
    )
