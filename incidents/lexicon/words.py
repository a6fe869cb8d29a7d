"""Running text as words for matching: one linear pass, shared by all sets of names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from incidents.model.key import fold

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ][^\W_]+)*")
_WRITTEN_ONTO = re.compile(r"['’ʼ][sS]$|(?<=[A-Za-z])[가-힣]+$")
"""A possessive, and Korean particles after a name in Latin letters: NIS와."""
_SYLLABLES = re.compile("[가-힣]+")
"""A word that folding leaves as it is, and by far the most of Korean ones."""
_GAP = re.compile(r"[ \t\n-]{1,3}|['’ʼ] |\.,? ?")
_DOTTED_BEFORE = 2
"""A full stop inside a name follows initials or a word as short as "St"; after a longer one it ends a sentence."""


@dataclass(frozen=True)
class Words:
    """The words of a text in their order: `keys` are their folded forms, `starts` and `ends` their places.

    `bare` holds, of a word with something written onto it (a possessive's "'s", the particle of NIS와), by its index,
    the folded form and the end without that.
    """

    text: str
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    bare: Mapping[int, tuple[str, int]]

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that stand somewhere in the text without a capital."""
        text = self.text
        return frozenset(key for key, start in zip(self.keys, self.starts, strict=True) if text[start].islower())

    def close(self, k: int) -> bool:
        """Whether the words `k` and `k + 1` stand so close that they can belong to one name."""
        gap = self.text[self.ends[k] : self.starts[k + 1]]
        if gap == " ":
            return True
        if not _GAP.fullmatch(gap) or "\n\n" in gap:
            return False
        if "." not in gap:
            return True
        initials = "." in self.text[self.starts[k] : self.ends[k]]  # "U.S. Army", "C.C., WPK"
        return initials or ("," not in gap and self.ends[k] - self.starts[k] <= _DOTTED_BEFORE)

    def parted(self, k: int) -> bool:
        """Whether a comma parts the words `k` and `k + 1`, as inside "Ministry of Trade, Industry and Energy"."""
        return self.text[self.ends[k] : self.starts[k + 1]] == ", "


def split(text: str) -> Words:
    """The words of `text`."""
    found = list(_WORD.finditer(text))
    keys = [match[0].lower() for match in found]
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    bare: dict[int, tuple[str, int]] = {}
    for k, key in enumerate(keys):
        if (key.isalnum() and key.isascii()) or _SYLLABLES.fullmatch(key):
            continue
        raw = text[starts[k] : ends[k]]
        keys[k] = fold(raw)
        core = _WRITTEN_ONTO.sub("", raw)
        if core != raw:
            bare[k] = fold(core), starts[k] + len(core)
    return Words(text, keys, starts, ends, bare)
