"""The two spellings of Korean: the North writes 로동, 녀성 and 량강 where the South writes 노동, 여성 and 양강."""

from collections.abc import Iterable, Iterator

_FIRST = 0xAC00
_MEDIALS, _FINALS = 21, 28
_BLOCK = _MEDIALS * _FINALS
_NIEUN, _RIEUL, _SILENT = 2, 5, 11
"""Numbers of initial consonants, in the order of Unicode."""
_IOTATED = frozenset((2, 3, 6, 7, 12, 17, 20))
"""Vowels before which the South drops an initial ㄴ or ㄹ: ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ."""

Pair = tuple[str, str]


def southern(word: str) -> str:
    """A Northern word as the South spells its first syllable: 량강 -> 양강, 라남 -> 나남, 녕변 -> 영변."""
    if not word or not "가" <= word[0] <= "힣":
        return word
    initial, rest = divmod(ord(word[0]) - _FIRST, _BLOCK)
    iotated = rest // _FINALS in _IOTATED
    if initial == _RIEUL:
        initial = _SILENT if iotated else _NIEUN
    elif initial == _NIEUN and iotated:
        initial = _SILENT
    return chr(_FIRST + initial * _BLOCK + rest) + word[1:]


def spellings(name: str, pairs: Iterable[Pair]) -> Iterator[str]:
    """`name` as it is and as the other half of Korea spells it; `pairs` are words inside of names, North and South."""
    forms = {name: None}
    for north, south in pairs:
        for form in tuple(forms):
            forms[form.replace(north, south)] = None
            forms[form.replace(south, north)] = None
    for form in tuple(forms):
        forms[" ".join(map(southern, form.split(" ")))] = None
    yield from forms
