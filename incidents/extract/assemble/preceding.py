"""What stands right before a place; asked but once of each, however many acts its sentence tells."""

import re

from incidents.extract.findings import Findings
from incidents.model.finding import PlaceMention

_FAR = 80
"""Characters before a place that can say how it is meant."""


class Preceding:
    """Answers for the places of one document."""

    def __init__(self, found: Findings) -> None:
        self._text = found.document.text
        self._asked: dict[tuple[int, int], bool] = {}

    def __call__(self, pattern: re.Pattern[str], mention: PlaceMention) -> bool:
        """Whether the pattern, which ends where a place begins, is found before this one."""
        key = (id(pattern), mention.start)  # the lexicon keeps its patterns
        if key not in self._asked:
            first = max(0, mention.start - _FAR)
            self._asked[key] = bool(pattern.search(self._text, first, mention.start))
        return self._asked[key]
