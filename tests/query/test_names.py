"""Names are forgiving, results are not guessed."""

import pytest

from incidents.errors import NotFound, UsageProblem
from incidents.store.query.connect import Reader
from incidents.store.query.find import number_of, numbers_of
from incidents.store.query.names import described, named, one
from incidents.store.query.searching import search
from incidents.store.query.terms import codes, term
from incidents.store.query.tree import around, coded, listed

PLACES = [
    ("Ryanggang", "KP-10"),
    ("yanggang", "KP-10"),
    ("RYANGGANG-DO", "KP-10"),
    ("Ryanggang Province", "KP-10"),
    ("량강", "KP-10"),
    ("양강도", "KP-10"),
    ("KP-10", "KP-10"),
    ("kp-10", "KP-10"),
    ("Hyesan", "KP-10.hyesan"),
    ("혜산", "KP-10.hyesan"),
    ("kp-10.HYESAN", "KP-10.hyesan"),
    ("  Hyesan ", "KP-10.hyesan"),
    ("Unsan, North Pyongan", "KP-03.unsan"),
    ("Unsan, South Pyongan", "KP-02.unsan"),
    ("Unsan county, KP-03", None),
    ("Onchon, South Pyongan", "KP-14.onchon"),
    ("Onchon, Nampo", "KP-14.onchon"),
    ("Irkutsk Oblast", "RU-IRK"),
    ("Russia", "RU"),
]


@pytest.mark.parametrize(("words", "code"), PLACES)
def test_a_place_by_any_name(reader: Reader, words: str, code: str | None) -> None:
    if code is None:
        with pytest.raises(NotFound):
            one(reader, "place", words)
    else:
        assert one(reader, "place", words) == code


@pytest.mark.parametrize(
    ("noun", "words", "code"),
    [
        ("institution", "Ministry of State Security", "kp.mss"),
        ("institution", "보위부", "kp.mss"),
        ("institution", "workers party of korea", "kp.wpk"),
        ("institution", "KWP", "kp.wpk"),
        ("institution", "KP.WPK", "kp.wpk"),
        ("outlet", "RFA", "rfa"),
        ("outlet", "radio free asia", "rfa"),
        ("outlet", "daily-nk", "daily-nk"),
    ],
)
def test_other_names(reader: Reader, noun: str, words: str, code: str) -> None:
    assert one(reader, noun, words) == code


SPELLED = {
    "KP-10": "Ryanggang Yanggang Yangkang Ryanggang-do YANGGANG-DO Ryang-gang 량강도 양강도 량강 양강도에서 량강도의",
    "KP-09": "Hamgyongbuk-do Hamgyŏng-bukto Hamgyeongbuk-do 함북 함경북도에서",
    "KP-08.hamhung": "Hamhung Hamhŭng Hamheung Hamheung-si 함흥 함흥시 함흥시에서는",
    "KP-09.chongjin": "Chongjin Ch'ŏngjin Cheongjin Cheongjin-si 청진시에",
    "KP-03.sinuiju": "Sinuiju Sinŭiju Shinuiju Sineuiju 신의주에서",
    "KP-03.ryongchon": "Ryongchon Ryongch'ŏn Yongcheon Yongcheon-gun 룡천군 용천군",
    "KP-05.kangryong": "Kangryong Kangnyong Gangnyeong Gangryeong 강령군",
    "KP-14.onchon": "Onchon Oncheon Onch'ŏn Onchon-gun Oncheon-kun 온천군",
    "KP-03.sonchon": "Sonchon Seoncheon Sŏnch'ŏn 선천",
    "KP-04.jonchon": "Jonchon Jeoncheon Chŏnch'ŏn 전천군",
    "KP-14": "Nampo Nampho Namp'o Nampo-si 남포시에서",
    "KP-09.hoeryong": "Hoeryong Hoiryeong Hoeryeong 회령 회령시에서",
}


@pytest.mark.parametrize(("code", "words"), [(code, word) for code, words in SPELLED.items() for word in words.split()])
def test_a_place_in_any_romanization(reader: Reader, code: str, words: str) -> None:
    assert one(reader, "place", words, home="KP") == code


@pytest.mark.parametrize("words", ["North Hamkyung", "N. Hamkyung", "North Hamgyeong Province", "Hamgyong Bukdo"])
def test_a_province_in_any_romanization(reader: Reader, words: str) -> None:
    assert one(reader, "place", words, level="province") == "KP-09"


JOINED = [
    ("Kangdong", "KP-01.kangdong"),
    ("Yanggangdo", "KP-10"),
    ("Hamgyeongbukdo", "KP-09"),
    ("Samsugun", "KP-10.samsu"),
    ("Hyesanshi", "KP-10.hyesan"),
    ("Posongri, Samsu", "KP-10.samsu.posong"),
    ("the east coast", "KP.east-coast"),
]


@pytest.mark.parametrize(("words", "code"), JOINED)
def test_a_unit_may_be_written_onto_the_name(reader: Reader, words: str, code: str) -> None:
    assert one(reader, "place", words) == code


def test_a_unit_written_onto_the_name_of_several_or_of_nothing_is_no_guess(reader: Reader) -> None:
    with pytest.raises(UsageProblem, match=r"KP-02\.unsan.*KP-03\.unsan"):
        one(reader, "place", "Unsangun")
    with pytest.raises(NotFound):
        one(reader, "place", "Atlantisri")


def test_what_a_place_lies_in_is_spelled_freely_too(reader: Reader) -> None:
    assert one(reader, "place", "Unsan, Pyeonganbuk-do") == "KP-03.unsan"
    assert one(reader, "place", "Oncheon, Nampho") == "KP-14.onchon"
    with pytest.raises(NotFound):
        one(reader, "place", "Oncheon, Yanggang")


def test_of_several_that_may_be_spelled_so_none_is_taken(reader: Reader) -> None:
    with pytest.raises(UsageProblem, match="'Jeongjoo' can be several") as raised:
        one(reader, "place", "Jeongjoo")
    for words in ("(KP-03.jongju)", "(KR-43.cheongju)", "give the code"):
        assert words in str(raised.value)


ORGANS = {
    "kp.mss": "Ministry of State Security|the Ministry of State Security|Ministry for State Security"
    "|State Security Department|SSD|NSA|National Security Agency|bowibu|Bowibu|국가보위성"
    "|국가 보위성|보위부|보위부에서|국가보위성의",
    "kp.mps": "Ministry of Public Security|Ministry of Social Security|Ministry of People's Security"
    "|Ministry of Peoples Security|사회안전성|인민보안성|사회안전성에서",
    "kp.wpk": "Workers' Party of Korea|Workers Party of Korea|the Workers' Party of Korea|조선로동당"
    "|조선노동당|로동당|노동당",
    "kp.defence": "Ministry of National Defence|Ministry of National Defense of North Korea",
}


@pytest.mark.parametrize(
    ("code", "words"), [(code, word) for code, words in ORGANS.items() for word in words.split("|")]
)
def test_an_institution_in_any_spelling(reader: Reader, code: str, words: str) -> None:
    assert one(reader, "institution", words, home="KP") == code


def test_an_abbreviation_of_two_at_home_stays_open(reader: Reader) -> None:
    with pytest.raises(UsageProblem, match=r"'MSS' can be several: .*\(kp\.mps\).*\(kp\.mss\)"):
        one(reader, "institution", "MSS", home="KP")
    with pytest.raises(UsageProblem, match=r"'NSA' can be several: .*\(kp\.mss\).*\(us\.nsa\)"):
        one(reader, "institution", "NSA")


@pytest.mark.parametrize("words", ["Ministry of State", "Ministry of Public Security of Japan", "보위", "Security"])
def test_what_is_only_alike_is_no_institution(reader: Reader, words: str) -> None:
    with pytest.raises(NotFound):
        one(reader, "institution", words)


@pytest.mark.parametrize("words", ["Dantong", "Mosgow", "Ongchon", "Hyesann", "Pyong", "에서", "도"])
def test_what_only_sounds_alike_abroad_or_in_part_is_no_place(reader: Reader, words: str) -> None:
    with pytest.raises(NotFound):
        one(reader, "place", words)


def test_an_unknown_name_names_the_nearest(reader: Reader) -> None:
    with pytest.raises(NotFound, match=r"no place 'Hyesann'; did you mean Hyesan, Ryanggang.* \(KP-10\.hyesan\)"):
        one(reader, "place", "Hyesann")
    with pytest.raises(NotFound, match="incidents place list"):
        one(reader, "place", "qqqqqqqq")
    with pytest.raises(NotFound, match="no province 'Ryangang'; did you mean Ryanggang"):
        one(reader, "place", "Ryangang", level="province")


def test_an_ambiguous_name_names_its_candidates(reader: Reader) -> None:
    with pytest.raises(UsageProblem) as raised:
        one(reader, "place", "Unsan")
    for words in ("Unsan, North Pyongan, North Korea (KP-03.unsan)", "(KP-02.unsan)", "give the code"):
        assert words in str(raised.value)


def test_a_place_of_another_level_is_not_taken_for_a_province(reader: Reader) -> None:
    with pytest.raises(NotFound, match=r"Hyesan \(KP-10\.hyesan\) is no province; use --place"):
        one(reader, "place", "Hyesan", level="province")


@pytest.mark.parametrize("words", ["", " ", "-", ",", "'", "%", "Hyesan, Nampo", "\x00"])
def test_nothing_is_found_for_nothing(reader: Reader, words: str) -> None:
    assert named(reader, "place", words.replace("\x00", "")) == []


@pytest.mark.parametrize(
    ("vocabulary", "words", "code"),
    [
        ("type", "arrest", "arrest"),
        ("type", "Leaflet Graffiti", "leaflet-graffiti"),
        ("type", "체포", "arrest"),
        ("family", "Control", "control"),
        ("source type", "state media", "state-media"),
        ("place role", "scene", "scene"),
        ("institution role", "Authority", "authority"),
        ("people group", "detained", "detained"),
    ],
)
def test_terms(reader: Reader, vocabulary: str, words: str, code: str) -> None:
    assert term(reader, vocabulary, words) == code
    assert code in codes(reader, vocabulary)


def test_an_unknown_term_names_the_nearest_or_all(reader: Reader) -> None:
    with pytest.raises(NotFound, match="did you mean execution"):
        term(reader, "type", "excution")
    with pytest.raises(NotFound, match="it is one of dissent, control, crime, livelihood, state, other"):
        term(reader, "family", "qqq")


def test_numbers_codes_and_uids(reader: Reader) -> None:
    row = reader.one("SELECT code, uid FROM incident WHERE id = 3")
    assert row is not None
    assert [number_of(reader, "incident", words) for words in ("3", row[0], row[0].upper(), row[1])] == [3] * 4
    assert numbers_of(reader, "incident", ["2", "1", row[0], "1"]) == [2, 1, 3]
    for words in ("99", "0", "-1", "zzzzzz", "", "9" * 40, "\u0661", "1.0"):
        with pytest.raises(NotFound, match="there is no incident"):
            number_of(reader, "incident", words)


def test_described_keeps_the_order(reader: Reader) -> None:
    assert described(reader, "place", ["KP-10", "KP"]) == ["Ryanggang, North Korea (KP-10)", "North Korea (KP)"]
    assert described(reader, "outlet", ["rfa"]) == ["Radio Free Asia, broadcaster (rfa)"]


def test_search_begins_with_what_is_called_so(reader: Reader) -> None:
    found = [match.code for match in search(reader, "place", "hyesan", 20)]
    assert found[0] == "KP-10.hyesan"
    assert len(found) > 1
    assert all(
        hit.code.startswith("KP-10.hyesan") for hit in search(reader, "place", "hyesan", 20) if hit.how != "similar"
    )
    assert [match.code for match in search(reader, "place", "hyesan", 1)] == ["KP-10.hyesan"]
    assert "KP-10.hyesan" in [match.code for match in search(reader, "place", "Hyesna", 5)]
    assert search(reader, "place", "qqqqqq", 5) == []
    assert "kp.mss" in [match.code for match in search(reader, "institution", "state security", 20)]


def test_listed_below_and_by_level(reader: Reader) -> None:
    provinces = [row[0] for row in listed(reader, "place", ("code",), below="KP", level="province")]
    assert "KP-10" in provinces
    assert "RU-IRK" not in provinces
    assert next(iter(listed(reader, "place", ("code",), below="KP-10.hyesan")))[0] == "KP-10.hyesan"
    everything = [row[0] for row in listed(reader, "outlet", ("code",))]
    assert everything == sorted(everything)


def test_coded_keeps_the_order_and_leaves_out_the_unknown(reader: Reader) -> None:
    assert list(coded(reader, "place", ("name",), ["KP-10", "no", "KP"])) == [("Ryanggang",), ("North Korea",)]


def test_around_a_place(reader: Reader) -> None:
    found = around(reader, "place", "KP-14.onchon")
    assert found.incidents == 2
    assert ("KP-02", "South Pyongan", "usage") in [row[:3] for row in found.parents]
    assert any(row[0] == "온천군" for row in found.names)
    assert around(reader, "institution", "kp.wpk").incidents == 1
