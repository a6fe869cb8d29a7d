"""Runs of a script that writes endings onto its words, cut into the words and endings of the seeds."""

from collections import defaultdict
from collections.abc import Iterable
from unicodedata import normalize

_FINAL = {ord("ㄴ"): "\u11ab", ord("ㄹ"): "\u11af", ord("ㅁ"): "\u11b7", ord("ㅂ"): "\u11b8", ord("ㅆ"): "\u11bb"}
"""Consonants as they are typed, and as they end a syllable."""

_KEPT = 20_000
"""Runs kept at most, for most come again."""
_LONG = 12
"""Syllables of a run that is worth keeping."""


def glued_script(key: str) -> bool:
    """Whether the key is of a script that writes endings onto its words: Hangul."""
    return "가" <= key[0] <= "힣"


def parted(key: str) -> str:
    """The letters of its syllables; a consonant that stands alone is one that ends a syllable, as in `ㅆ다`."""
    return normalize("NFD", key).translate(_FINAL)


class Cutter:
    """Cuts a run only where all of it is known: 지난달에는 is 지난, 달, 에는; 말했다 and 주민 stay as they are."""

    def __init__(self, known: Iterable[str]) -> None:
        self._kept: dict[str, list[str]] = {}
        self._known = frozenset(key for key in known if key and glued_script(key))
        sizes: dict[str, set[int]] = defaultdict(set)
        for key in self._known:
            sizes[key[0]].add(len(key))
        self._sizes = {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}

    def __call__(self, run: str) -> list[str]:
        """The run as the fewest first, longest known pieces; whole if they do not cover it."""
        parts = self._kept.get(run)
        if parts is None:
            parts = self._cut(run)
            if len(self._kept) < _KEPT and len(run) <= _LONG:
                self._kept[run] = parts
        return parts

    def _cut(self, run: str) -> list[str]:
        if run in self._known or not self._begins(run):
            return [run]
        steps = self._steps(run)
        if not steps[0]:
            return [run]
        parts, start = list[str](), 0
        while start < len(run):
            parts.append(run[start : start + steps[start]])
            start += steps[start]
        return parts

    def _begins(self, run: str) -> bool:
        return any(run[:size] in self._known for size in self._sizes.get(run[0], ()))

    def _steps(self, run: str) -> list[int]:
        """For each place the size of the longest piece after which the rest can be cut too, 0 if there is none."""
        last = len(run)
        steps = [0] * last + [1]
        for start in range(last - 1, -1, -1):
            for size in self._sizes.get(run[start], ()):
                end = start + size
                if end <= last and steps[end] and run[start:end] in self._known:
                    steps[start] = size
                    break
        return steps
