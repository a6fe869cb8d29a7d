"""Rough keys of names: spellings of one name meet, however it was romanized.

Official (Hamhung, Chongjin), McCune–Reischauer (Hamhŭng, Ch'ŏngjin), Revised (Hamheung, Cheongjin), and the two Korean
orthographies (량강, 양강). What these systems write alike is one here, so unlike names can meet too: what shares such a
key with typed words is a candidate, and meant only if it is the only one. Never use it on running text.
"""

import re

from incidents.model.key import fold, place_key
from incidents.model.spelling import southern

_FIRST, _LAST = "가", "힣"
_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:에서[는도의]?|에게서?|에[는도]?|으로[는도]?|로|의|은|는|이|가|을|를|과|와|까지|부터)$"
)
_UNIT = re.compile(r"(?<=[가-힣]{2})(?:특별시|광역시|직할시|[로노]동자구|구역|지구|도|시|군|구|리|동|읍|면)$")
_UNIT_WORDS = re.compile(
    r"(?<=\w)(?: (?:guyeok|[kg]u|[rn]odongjagu|workers|myeon|myon|eup|ub|ni|town|township|village|ward))+$"
)
"""Units that Revised Romanization or the press write, and that `place_key` leaves."""
_JOINED = re.compile(r"(?<=\w{3})(?:do|sh?i|[gk]un|[rn]i|dong|up|[gk]uyok)$")
"""Units that are written onto a name: yanggangdo, hyesanshi."""
_SIDES = {"puk": "north", "buk": "north", "bug": "north", "nam": "south"}
_TURNED = re.compile(r"(\w{4,}?) ?(puk|buk|bug|nam)(?: ?[dt]o)?")
"""`hamgyong bukto`, `hwanghaenam`: the side after the name."""
_FILLERS = frozenset("the of for and in at a".split())
_BRITISH = re.compile(r"(?<=defen)c(?=e)|(?<=ani)s(?=ation)|(?<=lab)ou(?=r)|(?<=cent)re\b|(?<=program)me\b")
_AMERICAN = {"c": "s", "s": "z", "ou": "o", "re": "er", "me": ""}
_RULES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"ee", "i"),
        (r"oo|ou", "u"),
        (r"(?<![aeiou])yung", "yong"),
        (r"young", "yong"),
        (r"(?<=[hj])yun", "yon"),
        (r"(?<![ao])eo", "o"),
        (r"e?ui|uy", "ui"),
        (r"eu", "u"),
        (r"oi|oy", "oe"),
        (r"ai|ay", "ae"),
        (r"wu", "u"),
        (r"tch", "ch"),
        (r"sh", "s"),
        (r"(?<=[kptg])h", ""),
        (r"ng", "N"),
        (r"ch|j", "c"),
        (r"g", "k"),
        (r"d", "t"),
        (r"b", "p"),
        (r"l", "r"),
        (r"^r(?=[yi])|^n(?=[yi])", ""),
        (r"^r", "n"),
        (r"([Nmkp])r", r"\1n"),
        (r"nr", "r"),
        (r"([kptscr])\1", r"\1"),
    )
)


def rough_place(name: str) -> str:
    """The rough key of a place in Korea, without its unit; empty of a name without letters.

    `Hamhŭng`, `Hamheung` and `the Hamhung City` -> `hamhuN`; `량강`, `양강도에서` -> `양강`.
    """
    if _korean(name):
        return _hangul(name, _UNIT)
    key = _UNIT_WORDS.sub("", place_key(name)).removeprefix("the ")
    turned = _TURNED.fullmatch(key)
    if turned:
        key = f"{_SIDES[turned[2]]} {turned[1]}"
    first, _, rest = key.partition(" ")
    return f"{first} {_sounded(rest)}" if rest and first in _SIDES.values() else _sounded(key)


def unjoined(name: str) -> str:
    """A folded name without the unit that is written onto it (`Yanggangdo` -> `yanggang`); empty where there is none.

    Other names end so for themselves (Kangdong): for words that are no name as they stand.
    """
    key = place_key(name)
    return _JOINED.sub("", key) if _JOINED.search(key) else ""


def rough_institution(name: str) -> str:
    """The rough key of an institution: without small words, in American spelling; in Hangul without spaces.

    `Ministry for Defence` and `The Ministry of Defense` -> `ministry defense`; `로동당에서`, `노동당` -> `노동당`.
    """
    if _korean(name):
        return _hangul(name, None)
    words = [word for word in fold(name).split() if word not in _FILLERS]
    return _BRITISH.sub(lambda found: _AMERICAN[found[0]], " ".join(words))


def _korean(name: str) -> bool:
    return any(_FIRST <= letter <= _LAST for letter in name)


def _sounded(key: str) -> str:
    key = key.replace(" ", "")
    for pattern, put in _RULES:
        key = pattern.sub(put, key)
    return key


def _hangul(name: str, unit: re.Pattern[str] | None) -> str:
    key = fold(name).replace(" ", "")
    if unit is None or not unit.search(key):
        key = _PARTICLE.sub("", key)
    return "".join(map(southern, unit.sub("", key) if unit else key))
