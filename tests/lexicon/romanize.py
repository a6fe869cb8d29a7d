"""Hangul in Latin letters by rule, in the three systems that reports use, and the Southern spelling of a Northern one.

The rules are those for names of places: McCune-Reischauer without breves and apostrophes, the Revised Romanization of
2000, and the DPRK's own of 1992 (UNGEGN), which writes syllables as they are spelt.
"""

from collections.abc import Iterator
from itertools import pairwise

Syllable = tuple[int, int, int]
"""Numbers of initial, vowel and final, in the order of Unicode."""

G, N, D, R, M, B, S, SILENT, J, H = 0, 2, 3, 5, 6, 7, 9, 11, 12, 18
"""Numbers of the initials that the rules speak of."""
FINALS = {0: "", 1: "k", 4: "n", 7: "t", 8: "l", 16: "m", 17: "p", 19: "t", 21: "ng", 22: "t", 23: "t"}
AS_INITIAL = {1: G, 4: N, 7: D, 8: R, 16: M, 17: B, 19: S, 22: J}
"""A final as the initial of a next syllable that begins with a vowel."""

NORTH = (
    "k kk n t tt r m p pp s ss  j jj ch kh th ph h".split(" "),
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split(),
)
OLD = ("k kk n t tt r m p pp s ss  ch tch ch k t p h".split(" "), NORTH[1])
REVISED = (
    "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" "),
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(),
)
VOICED = {G: "g", D: "d", B: "b", J: "j"}
NASAL = {"k": "ng", "t": "n", "p": "m"}
IOTATED = {2, 3, 6, 7, 12, 17, 20}
"""Vowels before which the South drops or changes an initial ㄴ or ㄹ: ya, yae, yeo, ye, yo, yu, i."""


def split(hangul: str) -> list[Syllable]:
    """`hangul` as numbers of letters."""
    codes = [ord(one) - 0xAC00 for one in hangul]
    return [(code // 588, code % 588 // 28, code % 28) for code in codes]


def joined(syllables: list[Syllable]) -> str:
    """The reverse of `split`."""
    return "".join(chr(0xAC00 + 588 * first + 28 * vowel + last) for first, vowel, last in syllables)


def southern(hangul: str) -> str:
    """The spelling of the South, which drops ㄹ and ㄴ at the head of a word: 룡천 -> 용천, 은률 -> 은율."""
    (first, vowel, last), *others = split(hangul)
    if first in (N, R) and vowel in IOTATED:
        first = SILENT
    elif first == R:
        first = N
    whole = [(first, vowel, last), *others]
    for at, (one, other) in enumerate(pairwise(list(whole)), start=1):
        if other[0] == R and joined([other])[0] in "률렬" and one[2] in (0, 4):
            whole[at] = (SILENT, *other[1:])
    return joined(whole)


def northern(hangul: str) -> str:
    """The DPRK's romanization, with h for what is aspirated: 평성 -> phyongsong."""
    return "".join(_north(split(hangul)))


def _north(syllables: list[Syllable]) -> Iterator[str]:
    before = 0
    for at, (first, vowel, last) in enumerate(syllables):
        soft = at and first in (G, D, B) and not (first == G and before in (1, 17))
        yield (VOICED[first] if soft else NORTH[0][first]) + NORTH[1][vowel] + FINALS[last]
        before = last


def mccune(hangul: str) -> str:
    """McCune-Reischauer of the Southern pronunciation, folded: 룡천 -> yongchon, 박천 -> pakchon."""
    return _spoken(southern(hangul), OLD, voices=True)


def revised(hangul: str) -> str:
    """Revised Romanization: 룡천 -> yongcheon, 백암 -> baegam."""
    return _spoken(southern(hangul), REVISED, voices=False)


def _spoken(hangul: str, letters: tuple[list[str], list[str]], *, voices: bool) -> str:
    syllables = _linked(split(hangul))
    written, before = "", ""
    for at, (first, vowel, last) in enumerate(syllables):
        before, head = _meeting(before, first, letters[0][first], begins=at == 0)
        if voices and at and first in VOICED and before in ("", "n", "m", "ng", "l"):
            head = VOICED[first]
        written += before + head + letters[1][vowel]
        before = FINALS[last]
    return written + before


def _linked(syllables: list[Syllable]) -> list[Syllable]:
    """Finals carried over to a syllable that begins with a vowel."""
    linked = list(syllables)
    for at, (one, other) in enumerate(pairwise(syllables)):
        if other[0] == SILENT and one[2] in AS_INITIAL:
            linked[at] = (*linked[at][:2], 0)
            linked[at + 1] = (AS_INITIAL[one[2]], *other[1:])
    return linked


def _meeting(last: str, first: int, head: str, *, begins: bool) -> tuple[str, str]:
    """What a final and the initial after it become: k + n -> ngn, n + r -> ll, ng + r -> ngn."""
    if begins:
        return last, head
    if first == R and last in ("n", "l"):
        return "l", "l"
    if first == N and last == "l":
        return "l", "l"
    if first == R and last:
        return NASAL.get(last, last), "n"
    return (NASAL.get(last, last), head) if first in (N, M) else (last, head)
