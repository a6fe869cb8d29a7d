"""Each province, city, county and district: no cell missing, and the spellings of three systems from its Hangul."""

import re

import pytest

from incidents.intake.seeds import read_reference
from incidents.lexicon.gazetteer import Gazetteer
from incidents.model.key import place_key
from incidents.model.reference import Name, Place
from tests.lexicon.romanize import mccune, northern, revised, southern

REFERENCE = read_reference()
UNITS = [place for place in REFERENCE.places if place.code.startswith("KP") and place.level in ("province", "county")]
KIND = re.compile(r"(?<=..)(?:시|군|구역|지구|도)$|(?<=[가-힣]{2})구$")
GENERIC = re.compile(r"(?:guyok|guyeok|kuyok|gun|kun|si|up|county|city|district|area)$")

UNLIKE = {
    "KP-02.sunchon": "Suncheon, Suncheon-si: a city of the South",
    "KP-07.cholwon": "Cheorwon, Cheorwon-gun: the county's southern half",
    "KP-07.kosong": "Goseong, Goseong-gun: the county's southern half",
    "KP-14.chollima": "officially Chollima, as it is spoken, and not Chonrima",
}
"""Units without one of the derived spellings, and why."""


def hangul(place: Place) -> str:
    """The official name in Hangul, without the word for its kind."""
    (official,) = [name.text for name in place.names if name.language == "ko" and name.kind == "official"]
    return bare(official)


def bare(name: str) -> str:
    """`name` without the city before it and without the word for its kind: 평양시 중구역 -> 중."""
    last = name.rsplit(maxsplit=1)[-1]
    return last[:1] if last.endswith("구역") and len(last) == len("중구역") else KIND.sub("", last)


def spellings(place: Place) -> set[str]:
    keys = {place_key(text).replace(" ", "") for text in (place.name, *(name.text for name in place.names))}
    return keys | {GENERIC.sub("", key) for key in keys}


def current(place: Place) -> list[Name]:
    return [name for name in place.names if name.kind != "former"]


@pytest.mark.parametrize("place", [pytest.param(place, id=place.code) for place in UNITS])
def test_no_cell_of_a_unit_is_missing(place: Place) -> None:
    assert (place.name, place.kind, place.parent) != ("", "", "")
    assert [name.text for name in current(place) if name.language == "ko" and name.kind == "official"]
    assert place.latitude or place.code == "KP-02.ungok"
    assert place.parent or place.code == "KP"


@pytest.mark.parametrize("place", [pytest.param(place, id=place.code) for place in UNITS])
def test_each_system_s_spelling_of_a_unit_is_there(place: Place) -> None:
    name, known = hangul(place), spellings(place)
    missing = {one for one in (northern(name), mccune(name), revised(name)) if one not in known}
    assert bool(missing) == (place.code in UNLIKE), missing


@pytest.mark.parametrize("place", [pytest.param(place, id=place.code) for place in UNITS])
def test_the_south_s_hangul_of_a_unit_is_there(place: Place) -> None:
    korean = {bare(name.text) for name in place.names if name.language == "ko"}
    assert southern(hangul(place)) in korean


@pytest.mark.parametrize(
    ("short", "code"),
    [
        ("평남", "KP-02"), ("평북", "KP-03"), ("자강", "KP-04"), ("황남", "KP-05"), ("황북", "KP-06"),
        ("강원", "KP-07"), ("함남", "KP-08"), ("함북", "KP-09"), ("량강", "KP-10"), ("양강", "KP-10"),
    ],
)  # fmt: skip
def test_the_short_form_of_a_province_is_known(short: str, code: str) -> None:
    assert code in Gazetteer(REFERENCE).codes(short)


ROMANIZED = [
    ("평성", "phyongsong", "pyongsong", "pyeongseong"),
    ("룡천", "ryongchon", "yongchon", "yongcheon"),
    ("백암", "paekam", "paegam", "baegam"),
    ("강령", "kangryong", "kangnyong", "gangnyeong"),
    ("은률", "unryul", "unyul", "eunyul"),
    ("곡산", "koksan", "koksan", "goksan"),
    ("대관", "taegwan", "taegwan", "daegwan"),
    ("랑림", "rangrim", "nangnim", "nangnim"),
    ("만경대", "mangyongdae", "mangyongdae", "mangyeongdae"),
    ("김정숙", "kimjongsuk", "kimjongsuk", "gimjeongsuk"),
]


@pytest.mark.parametrize(("name", "north", "old", "new"), ROMANIZED)
def test_the_rules_themselves(name: str, north: str, old: str, new: str) -> None:
    assert (northern(name), mccune(name), revised(name)) == (north, old, new)


def test_a_unit_that_came_from_another_says_when() -> None:
    left = [
        (place.code, parent.until)
        for place in UNITS
        for parent in place.parents
        if parent.kind == "administrative" and parent.until > place.since
    ]
    assert left == []
