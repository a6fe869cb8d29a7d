"""The shipped places: as many as are promised, each in the unit that holds it, found by the names of reports."""

import csv
import math
from collections import Counter, defaultdict

import pytest

from incidents import paths
from incidents.intake.seeds import read_reference
from incidents.lexicon.gazetteer import Gazetteer
from incidents.lexicon.words import split
from incidents.model.key import fold
from incidents.model.reference import Place, Reference

FAR = 55.0
"""Kilometres from the seat of a county to the farthest site in it: Komdok in Tanchon."""
BOUNDS = (37.5, 43.1, 124.1, 131.0)
"""South, north, west and east of the DPRK, its islands included."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference()


@pytest.fixture(scope="module")
def gazetteer(reference: Reference) -> Gazetteer:
    return Gazetteer(reference)


def north(reference: Reference, *levels: str) -> list[Place]:
    return [place for place in reference.places if place.code.startswith("KP") and place.level in levels]


def kilometres(one: Place, other: Place) -> float:
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return 0.0
    south, west = math.radians(one.latitude or 0), math.radians(one.longitude or 0)
    up, right = math.radians(other.latitude or 0), math.radians(other.longitude or 0)
    return 6371 * math.hypot(up - south, (right - west) * math.cos((south + up) / 2))


def test_as_many_as_are_promised(reference: Reference) -> None:
    kinds = Counter(place.kind for place in north(reference, "site", "settlement"))
    assert len(north(reference, "county")) + kinds["ward"] >= 210
    assert kinds.total() >= 600
    abroad = [place for place in reference.places if place.kind == "city-abroad" and place.latitude is not None]
    assert len(abroad) >= 300
    assert [kind for kind in ("mine", "prison", "camp", "crossing", "market", "school") if kinds[kind] < 10] == []


def test_no_place_stands_far_from_the_county_that_holds_it(reference: Reference, gazetteer: Gazetteer) -> None:
    far = {}
    for place in north(reference, "site", "settlement"):
        county = gazetteer.at_level(place.code, "county")
        distance = kilometres(place, county) if county else 0.0
        if distance > FAR:
            far[place.code] = round(distance)
    assert far == {}


def test_no_place_of_the_north_stands_outside_it(reference: Reference) -> None:
    south, north_end, west, east = BOUNDS
    places = [place for place in north(reference, "province", "county", "settlement", "site") if place.latitude]
    outside = [
        place.code
        for place in places
        if not (south <= (place.latitude or 0) <= north_end and west <= (place.longitude or 0) <= east)
    ]
    assert outside == []


def test_each_unit_has_coordinates_and_a_korean_name(reference: Reference) -> None:
    units = north(reference, "province", "county")
    assert [unit.code for unit in units if unit.latitude is None] == ["KP-02.ungok"]
    assert [unit.code for unit in units if not any(name.language == "ko" for name in unit.names)] == []


NAMED = [
    ("Mupyong-ri", "KP-04.jonchon.mupyong-ri"),
    ("Sondok", "KP-08.jongpyong.sondok-ri"),
    ("Sondok Airfield", "KP-08.jongpyong.sondok"),
    ("Thies", "SN.thies"),
    ("Camp No. 14", "KP-02.kaechon.camp-14"),
    ("Kyohwaso No. 1", "KP-02.kaechon.kyohwaso-1"),
    ("3호 교화소", "KP-03.sinuiju.kyohwaso-3"),
    ("Kangdong Reform Camp", "KP-01.kangdong.kyohwaso-4"),
    ("Nongpo Detention Center", "KP-09.chongjin.nongpo"),
    ("Hyemyong-dong", "KP-10.hyesan.hyemyong"),
    ("혜명동", "KP-10.hyesan.hyemyong"),
    ("Mount Mantap", "KP-09.kilju.mantap"),
    ("만탑산", "KP-09.kilju.mantap"),
    ("Musan customs", "KP-09.musan.chilsong-customs"),
    ("삼장세관", "KP-10.taehongdan.samjang-customs"),
    ("Taechon Airbase", "KP-03.taechon.airfield"),
    ("Sakkanmol", "KP-06.sakkanmol"),
    ("Kim Il Sung University", "KP-01.taesong.kim-il-sung-university"),
    ("Phothae-dong", "KP-10.samjiyon.pothae"),
    ("Chosin Reservoir", "KP-08.jangjin.lake"),
    ("Chegdomyn", "RU-KHA.chegdomyn"),
    ("장백산", "CN-JL.changbai.mountain"),
]


@pytest.mark.parametrize(("name", "code"), NAMED)
def test_found_by_the_name_that_reports_use(gazetteer: Gazetteer, name: str, code: str) -> None:
    assert gazetteer.codes(name) == (code,)


def test_a_word_is_no_romanization_of_seoul(gazetteer: Gazetteer) -> None:
    assert gazetteer.codes("Soul") == ()
    assert gazetteer.codes("Seoul") == ("KR-11",)


def test_one_name_of_two_camps_means_both(gazetteer: Gazetteer) -> None:
    assert gazetteer.codes("Camp 12") == ("KP-09.hoeryong.chongori", "KP-09.onsong.camp-12")


def test_no_two_places_of_one_parent_have_a_name_in_common(reference: Reference) -> None:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place in reference.places:
        for text in (place.name, *(name.text for name in place.names)):
            bearers[place.parent, fold(text)].add(place.code)
    shared = {name: codes for (_, name), codes in bearers.items() if len(codes) > 1}
    assert shared == {"congo": {"CD", "CG"}}


NOT_A_PLACE = [
    "They fired a Hwasong and drove a Chollima in the spirit of Chollima.",
    "A Camp was set up, and a Reform Camp, for Unification and Friendship.",
    "Mr. Moran and Ms. Mu met Cho Do Hwan, Kim Chaek's friend Kim Jong Suk, and Ri Hwang of the Central Committee.",
    "It lies in Gangnam, not far from Suncheon and Icheon.",
]


@pytest.mark.parametrize("text", NOT_A_PLACE)
def test_a_weapon_a_person_or_a_place_in_the_south_is_no_site(gazetteer: Gazetteer, text: str) -> None:
    codes = {code for hit in gazetteer.find(split(text)) for code, _ in hit.found}
    assert [code for code in codes if gazetteer.country(code) == "KP" and code != "KP-09.kimchaek"] == []


IN_TEXT = [
    ("He was born in Hwasong-gun.", "KP-09.myonggan"),
    ("It began at the Chollima Tile Factory.", "KP-14.chollima.tile"),
    ("Students of Kim Chaek University of Technology came.", "KP-01.jung.kim-chaek-university"),
    ("A man was held at Kyo-hwa-so No. 77.", "KP-08.tanchon.kyohwaso-77"),
    ("The bridge at Changdian Hekou is closed.", "CN-LN.kuandian.hekou"),
]


@pytest.mark.parametrize(("text", "code"), IN_TEXT)
def test_a_long_name_is_one_place(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert [{one for one, _ in hit.found} for hit in gazetteer.find(split(text))] == [{code}]


FORMER = [
    ("KP-10.kimhyongjik", {"KP-10", "KP-04", "KP-03"}),
    ("KP-10.paekam", {"KP-10", "KP-09"}),
    ("KP-08.pujon", {"KP-08", "KP-10"}),
    ("KP-14.kangso", {"KP-14", "KP-02"}),
    ("KP-02.pukchang.camp-18", {"KP-02.pukchang", "KP-02.kaechon"}),
]


@pytest.mark.parametrize(("code", "above"), FORMER)
def test_a_moved_place_is_found_under_all_that_held_it(gazetteer: Gazetteer, code: str, above: set[str]) -> None:
    assert above <= gazetteer.above(code)


REGIONS = [
    ("the border area", "KP.china-border"),
    ("along the northern border areas", "KP.china-border"),
    ("off the east coast", "KP.east-coast"),
    ("into the Sea of Japan", "XZ.east-sea"),
    ("in the East Sea", "XZ.east-sea"),
    ("into the Yellow Sea", "XZ.yellow-sea"),
    ("in the West Sea", "XZ.yellow-sea"),
    ("in Northeast China", "CN.northeast"),
    ("in Primorsky Krai", "RU-PRI"),
    ("south of the Northern Limit Line", "KP.nll"),
    ("in the Demilitarized Zone", "KP.dmz"),
    ("in the DMZ", "KP.dmz"),
    ("at the Joint Security Area", "KP-15.panmun.jsa"),
    ("in the Asia-Pacific region", "XZ.asia-pacific"),
    ("over the Taiwan Strait", "XZ.taiwan-strait"),
]


@pytest.mark.parametrize(("text", "code"), REGIONS)
def test_a_region_has_an_entry_of_its_own(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert [{one for one, _ in hit.found} for hit in gazetteer.find(split(text))] == [{code}]


HALVES = [("Hamgyong", {"KP-08", "KP-09"}), ("Pyongan", {"KP-02", "KP-03"}), ("Hwanghae", {"KP-05", "KP-06"})]


@pytest.mark.parametrize(("name", "provinces"), HALVES)
def test_an_old_province_holds_its_two_halves(gazetteer: Gazetteer, name: str, provinces: set[str]) -> None:
    (code,) = gazetteer.codes(name)
    assert all(gazetteer.under(province, code) for province in provinces)


REPORTED = (
    "camp-14",
    "camp-15",
    "camp-16",
    "camp-18",
    "camp-22",
    "camp-25",
    "sohae",
    "tonghae",
    "nuclear",
)


def test_the_sites_most_reported_have_two_sources_and_a_place_on_the_map() -> None:
    with (paths.shipped("seeds") / "places.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["code"].startswith("KP-")]
    reported = [row for row in rows if row["code"].rsplit(".", 1)[-1] in REPORTED]
    assert len(reported) == len(REPORTED)
    assert [row["code"] for row in reported if not row["latitude"]] == []
    assert [row["code"] for row in reported if len(row["source"].split()) < 2] == []


def test_four_of_five_places_below_the_county_rest_on_two_sources() -> None:
    units = {"county", "city", "district", "metropolitan", "province", "region", "sea", "ward"}
    with (paths.shipped("seeds") / "places.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["code"].startswith("KP") and row["kind"] not in units]
    twice = [row["code"] for row in rows if len(set(row["source"].split())) >= 2]
    assert len(twice) >= 0.8 * len(rows)
