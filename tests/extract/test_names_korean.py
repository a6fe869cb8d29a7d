"""Places and institutions of Korean reports: which they are, and what the places are used for."""

import sys
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.extract import institution, place
from incidents.extract.findings import Findings
from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

Read = Callable[[str], Findings]


@pytest.fixture(scope="session")
def korean() -> Lexicon:
    return Lexicon(read_reference(), read_phrases("ko"))


@pytest.fixture(scope="session")
def read(korean: Lexicon) -> Read:
    def make(text: str) -> Findings:
        report = Report("test", b"", text, "", outlet="daily-nk", published="2024-04-12", language="ko")
        return annotated(prepare(report, korean), korean)

    return make


LEFT_ALONE = [
    "대안을 토의하고 구성을 갖추며 위원들의 의견을 들었다.",
    "고원지대와 항구에는 온천과 과일이 많다.",
    "시중에서 안주를 팔고 금주 안에 시안을 냈다.",
    "개성이 뚜렷한 사람이다.",
    "김책 동지와 김정숙 여사와 이평산 씨가 왔다.",
    "회담이 무산됐다. 협상 무산은 처음이다.",
    "도, 시, 군당위원회들은 농사를 도왔다.",
    "각 군당이 나섰다.",
    "인도에서 걷고 수도의 물을 마셨다.",
    "당은 결정했다. 당 간부가 왔다.",
    "질적 강화에 이바지했다.",
    "지방 탄광과 군수공장에서 일했다.",
    "협동농장과 남새농장, 청년탄광이 있다.",
    "개성 등대를 보았다.",
    "안주를 팔았다. 안주가 좋다.",
    "우리 군에도 왔다.",
    "김철은 사람이다.",
    "25호에서 살았다. 제14호 결정이 나왔다.",
    "화성 16호 미사일 발사",
    "안전원증과 보안원칙",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(read: Read, text: str) -> None:
    found = read(text)
    assert [one.text for one in found.places] == []
    assert [one.text for one in found.institutions] == []


PLACES = [
    ("두만강 역시 얼었다.", "두만강", "KP.tumen"),
    ("평양시 통일거리 사람들이 왔다.", "평양시 통일거리", "KP-01.rangnang.tongil-street"),
    ("평양시 통일거리 시장에서 났다.", "평양시 통일거리 시장", "KP-01.rangnang.tongil-market"),
    ("함경북도 두만강 역에서 났다.", "함경북도 두만강 역", "KP-13.sonbong.tumangang-station"),
    ("알섬 인근에 떨어졌다", "알섬", "KP-09.hwadae.al"),
    ("울란바타르를 거쳐", "울란바타르", "MN-1"),
    ("평안북도 신의주시의 공장이다.", "평안북도 신의주시", "KP-03.sinuiju"),
    ("함북 회령시에서 났다.", "함북 회령시", "KP-09.hoeryong"),
    ("함북회령시에서 났다.", "함북회령시", "KP-09.hoeryong"),
    ("양강도 혜산시에서 났다.", "양강도 혜산시", "KP-10.hyesan"),
    ("량강도 혜산에서 났다.", "량강도 혜산", "KP-10.hyesan"),
    ("북한 평안남도 안주에서 났다.", "북한 평안남도 안주", "KP-02.anju"),
    ("강원도 원산에서 났다.", "강원도 원산", "KP-07.wonsan"),
    ("온성군 남양에서 났다.", "온성군 남양", "KP-09.onsong.namyang"),
    ("중국 지안에서 났다.", "중국 지안", "CN-JL.jian"),
    ("랴오닝성 선양에서 났다.", "랴오닝성 선양", "CN-LN.shenyang"),
    ("무산에서 났다.", "무산", "KP-09.musan"),
    ("전국에서 났다.", "전국", "KP"),
    ("평안남북도에서 났다.", "평안남북도", "KP.pyongan"),
    ("함경남·북도에서 났다.", "함경남·북도", "KP.hamgyong"),
    ("평안북도 철산군 동창리에서 났다.", "평안북도 철산군 동창리", "KP-03.cholsan.sohae"),
]


@pytest.mark.parametrize(("text", "words", "code"), PLACES)
def test_places(read: Read, text: str, words: str, code: str) -> None:
    assert [(one.text, one.code) for one in read(text).places] == [(words, code)]


LISTS = [
    ("회령·무산·온성 주민", ["KP-09.hoeryong", "KP-09.musan", "KP-09.onsong"]),
    ("혜산과 안주, 무산에 갔다.", ["KP-10.hyesan", "KP-02.anju", "KP-09.musan"]),
    ("부전과 장진에 갔다.", ["KP-08.pujon", "KP-08.jangjin"]),
    ("평안북도와 자강도에서도 났다.", ["KP-03", "KP-04"]),
    ("개성 등 대도시", ["KP-15"]),
    ("개성을 비롯한 대도시", ["KP-15"]),
    ("보천군이나 안주에서 났다.", ["KP-10.pochon", "KP-02.anju"]),
    ("안주시에서 났다. 안주에서 났다.", ["KP-02.anju", "KP-02.anju"]),
    ("화성에 있는 16호 관리소", ["KP-09.myonggan", "KP-09.myonggan.camp-16"]),
    ("북한 동해상으로 쐈다.", ["KP", "XZ.east-sea"]),
    ("사할린에서 일했다.", ["RU-SAK"]),
    ("청진 수남장마당이다.", ["KP-09.chongjin.sunam-market"]),
]


@pytest.mark.parametrize(("text", "codes"), LISTS)
def test_a_list_says_of_a_word_that_it_is_a_place(read: Read, text: str, codes: list[str]) -> None:
    assert [one.code for one in read(text).places] == codes


CHOSEN = [
    ("강원도에서 났다. 원산에서도 났다.", "강원도", "KP-07"),
    ("강원도에서 났다. 춘천에서도 났다.", "강원도", "KR-42"),
    ("평안남도에서 났다. 순천에서도 났다.", "순천", "KP-02.sunchon"),
    ("전라남도에서 났다. 순천에서도 났다.", "순천", "KR-46.suncheon"),
]


@pytest.mark.parametrize(("text", "words", "code"), CHOSEN)
def test_what_is_named_near_chooses(read: Read, text: str, words: str, code: str) -> None:
    assert [one.code for one in read(text).places if one.text == words] == [code]


USES = [
    ("양강도 소식통은 10일 “났다”고 전했다.", "source"),
    ("양강도의 한 소식통에 따르면 사고가 났다.", "source"),
    ("평안남도 평성시의 한 주민은 9일 “났다”고 데일리NK에 전했다.", "source"),
    ("양강도 소식통이 전했다.", "source"),
    ("혜산시 대북 소식통에게 전했다.", "source"),
    ("함경북도 무산의 한 현지 소식통과 만났다.", "source"),
    ("중국 내 대북 소식통과 만났다.", "source"),
    ("혜산 주민들은 최근 소식통을 만났다.", "scene"),
    ("(서울=연합뉴스) 사고가 났다.", "dateline"),
    ("(평양 7월 19일발 조선중앙통신) 사고가 났다.", "dateline"),
    ("【평양 7월 19일발 조선중앙통신】", "dateline"),
    ("중국은 자제를 촉구했다.", "actor"),
    ("북한, 미사일 발사.", "actor"),
    ("중국의 수출이 줄었다.", "adjective"),
    ("중국산 물건이 들어왔다.", "adjective"),
    ("북한 주민이 체포됐다.", "adjective"),
    ("북한 내부에서 났다.", "scene"),
    ("평양 냉면을 먹었다.", "name-part"),
    ("혜산 시장에서 났다.", "scene"),
    ("중국에서 났다.", "scene"),
]


@pytest.mark.parametrize(("text", "use"), USES)
def test_what_a_place_is_used_for(read: Read, text: str, use: str) -> None:
    assert [one.use for one in read(text).places] == [use]


def test_an_ending_says_what_a_preposition_does(read: Read) -> None:
    found = read("혜산에서 평양까지 갔다. 청진에 왔다. 단둥으로 보냈다.").places
    assert [one.before for one in found] == ["in", "to", "at", "to"]


def test_an_unknown_ri_of_a_known_county_is_open(read: Read) -> None:
    county, ri = read("양강도 삼수군 룡덕리에서 났다.").places
    assert (county.code, ri.text, ri.code, ri.candidates) == ("KP-10.samsu", "룡덕리", None, ())


INSTITUTIONS = [
    ("국가안보실은 회의를 열었다.", "국가안보실", "kr.national-security-office"),
    ("국가보위성이 왔다.", "국가보위성", "kp.mss"),
    ("보위부가 왔다.", "보위부", "kp.mss"),
    ("사회안전성이 왔다.", "사회안전성", "kp.mps"),
    ("인민보안성이 왔다.", "인민보안성", "kp.mps"),
    ("국정원이 밝혔다.", "국정원", "kr.nis"),
    ("합참이 밝혔다.", "합참", "kr.jcs"),
    ("통일부가 밝혔다.", "통일부", "kr.unification"),
    ("중국 외교부가 밝혔다.", "중국 외교부", "cn.foreign"),
    ("노동당 중앙위원회가 밝혔다.", "노동당 중앙위원회", "kp.wpk.cc"),
    ("양강도 보위국이 왔다.", "양강도 보위국", "kp.mss.branch@KP-10"),
    ("혜산시 안전부가 왔다.", "혜산시 안전부", "kp.mps.branch@KP-10.hyesan"),
    ("온천군당위원회가 왔다.", "온천군당위원회", "kp.wpk.party-committee@KP-14.onchon"),
    ("회령시당이 왔다.", "회령시당", "kp.wpk.party-committee@KP-09.hoeryong"),
    ("함경북도 온성군 당위원회가 왔다.", "함경북도 온성군 당위원회", "kp.wpk.party-committee@KP-09.onsong"),
    ("평안북도 검찰소가 왔다.", "평안북도 검찰소", "kp.prosecutors.prosecutors-office@KP-03"),
    ("양강도 도당이 왔다.", "양강도 도당", "kp.wpk.ryanggang"),
    ("25여단이 왔다.", "25여단", "kp.25th-brigade"),
    ("제9군단이 왔다.", "제9군단", "kp.kpa.corps-9"),
    ("美국무부가 밝혔다.", "美국무부", "us.state"),
    ("릉라도무역총회사가 보냈다.", "릉라도무역총회사", "kp.rungrado"),
    ("내각이나 갔다.", "내각", "kp.cabinet"),
    ("인민반장이 왔다.", "인민반", "kp.inminban"),
    ("훔친 것을 김철에 바친다.", "김철", "kp.kim-chaek-steel"),
    ("만경대닭공장이 섰다.", "만경대닭공장", "kp.chicken-farm@KP-01.mangyongdae"),
    ("中 외교부가 밝혔다.", "中 외교부", "cn.foreign"),
    ("결말…보위성이 왔다.", "보위성", "kp.mss"),
    ("룡문탄광에서 났다.", "룡문탄광", "kp.ryongmun-coal-mine@KP-03.kujang.ryongmun"),
    ("청년동맹중앙위원회가 왔다.", "청년동맹", "kp.youth-league"),
]


@pytest.mark.parametrize(("text", "words", "code"), INSTITUTIONS)
def test_institutions(read: Read, text: str, words: str, code: str) -> None:
    assert [(one.text, one.code) for one in read(text).institutions] == [(words, code)]


ORGANS = [
    ("혜산시에서 났다. 도 보위국이 왔다.", "kp.mss.branch@KP-10"),
    ("혜산시에서 났다. 도(道) 보위국이 왔다.", "kp.mss.branch@KP-10"),
    ("혜산시에서 났다. 도당이 왔다.", "kp.wpk.ryanggang"),
    ("온성군에서 났다. 군당 간부가 왔다.", "kp.wpk.party-committee@KP-09.onsong"),
    ("“도당 비서가 해임됐다”고 함경남도 함흥시의 한 소식통이 말했다.", "kp.wpk.south-hamgyong"),
    ("혜산시에서 났다. 시 안전부가 왔다.", "kp.mps.branch@KP-10.hyesan"),
]


@pytest.mark.parametrize(("text", "code"), ORGANS)
def test_a_unit_stands_for_the_place_named_before(read: Read, text: str, code: str) -> None:
    (organ,) = read(text).institutions
    assert (organ.code, organ.anaphoric) == (code, True)


def test_a_numbered_unit_stays_with_the_force_that_it_was_named_with(read: Read) -> None:
    codes = [one.code for one in read("국경경비대 25여단이 왔다. 25여단은 갔다. 27여단도 갔다.").institutions]
    force = "kp.kpa.border-guard"
    assert codes == [force, f"{force}.25th-brigade", f"{force}.25th-brigade", "kp.27th-brigade"]


MISSIONS = [
    ("나홋카의 북한총영사관은 답하지 않았다.", "kp.foreign.consulate@RU-PRI.nakhodka"),
    ("선양 주재 북한 총영사관이 나섰다.", "kp.foreign.consulate@CN-LN.shenyang"),
    ("러시아 모스크바에서 북한대사관이 나섰다.", "kp.foreign.embassy@RU"),
]


@pytest.mark.parametrize(("text", "code"), MISSIONS)
def test_missions_are_at_the_place_abroad_named_before(read: Read, text: str, code: str) -> None:
    assert [one.code for one in read(text).institutions] == [code]


NO_MISSIONS = ["북한 대사관이 나섰다.", "평양 주재 러시아 대사관이 나섰다.", "대사관이 나섰다."]


@pytest.mark.parametrize("text", NO_MISSIONS)
def test_no_mission_without_its_country_or_a_place_abroad(read: Read, text: str) -> None:
    assert [one.text for one in read(text).institutions] == []


def test_a_list_shares_the_ending_of_its_last_name(read: Read) -> None:
    found = read("중국, 러시아, 몽골에서 일했다.").places
    assert [(one.use, one.before) for one in found] == [("scene", "in")] * 3


NUMBERS = [
    ("개천의 14호는 남아 있다.", ["KP-02.kaechon.camp-14"]),
    ("평양의 14호 건물", ["KP-01"]),
    ("25호 관리소에 있다. 25호에서 죽었다.", ["KP-09.chongjin.camp-25"] * 2),
    ("25호 관리소에 있다. 그는 25호에서 죽었다.", ["KP-09.chongjin.camp-25"] * 2),
    ("25호 관리소에 있다. 태풍 25호가 왔다.", ["KP-09.chongjin.camp-25"]),
    ("25호 관리소에 있다. 25호 결정이 나왔다.", ["KP-09.chongjin.camp-25"]),
    ("25호에서 죽었다. 25호 관리소에 있다.", ["KP-09.chongjin.camp-25"]),
]


@pytest.mark.parametrize(("text", "codes"), NUMBERS)
def test_a_number_alone_is_that_of_the_place_before_it_or_named_before(read: Read, text: str, codes: list[str]) -> None:
    found = read(text)
    assert [one.code for one in found.places] == codes
    camps = [one for one in found.institutions if one.code and one.code.startswith("kp.mss.prisons.camp")]
    assert len(camps) == sum("camp" in code for code in codes)


OFFICERS = [
    ("안전원들이 그를 때렸다.", "kp.mps"),
    ("한 보위원은 떠났다.", "kp.mss"),
    ("혜산시 보위원이 왔다.", "kp.mss.branch@KP-10.hyesan"),
    ("삼지연시 주민을 시 보위부 요원이 잡았다.", "kp.mss.branch@KP-10.samjiyon"),
    ("군 보위부원이 왔다.", None),
]


@pytest.mark.parametrize(("text", "code"), OFFICERS)
def test_an_officer_is_of_the_organ_of_the_area_before_else_of_the_ministry(
    read: Read, text: str, code: str | None
) -> None:
    (one,) = read(text).institutions
    assert one.code == code


def test_an_organ_of_no_place_is_open(read: Read) -> None:
    (organ,) = read("도 보위국이 왔다.").institutions
    assert (organ.text, organ.code, organ.reason) == ("도 보위국", None, "no area of that kind is named before it")


def test_what_is_made_has_its_place_and_parent(read: Read) -> None:
    (organ,) = read("혜산시 안전부가 왔다.").institutions
    assert organ.made is not None
    assert (organ.made.name, organ.made.parent, organ.made.place) == (
        "Hyesan City Department of the Ministry of Social Security",
        "kp.mps",
        "KP-10.hyesan",
    )


def test_both_languages_make_one_institution(korean: Lexicon, read: Read) -> None:
    english = Lexicon(korean.reference, read_phrases("en"))
    text = "Officials of the Onchon county party committee were dismissed."
    (other,) = annotated(prepare(Report("test", b"", text, "", language="en"), english), english).institutions
    (own,) = read("온천군당위원회가 왔다.").institutions
    assert (own.code, own.made) == (other.code, other.made)


def test_a_mine_that_no_row_has_is_open(read: Read) -> None:
    (mine,) = read("어제 새길탄광에서 사고가 났다.").institutions
    assert (mine.text, mine.code) == ("새길탄광", None)


UNITS = [
    "혜산시 보위국 ",
    "도 보위국 ",
    "회령·무산과 ",
    "25여단 ",
    "양강도 삼수군 새길리 ",
    "화성에 ",
    "평양",
    "룡문탄광 ",
    "북한 총영사관 선양 ",
    "양강도의 한 소식통은 ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_the_work_grows_with_the_length_only(korean: Lexicon, unit: str) -> None:
    """Counted in calls: twice the text must not take three times as many."""

    def calls(size: int) -> int:
        document = prepare(Report("test", b"", unit * (size // len(unit)), "", language="ko"), korean)
        made = Counter[str]()
        sys.setprofile(lambda _frame, event, _argument: made.update((event,)))
        try:
            institution.annotate(document, korean, place.annotate(document, korean))
        finally:
            sys.setprofile(None)
        return made.total()

    calls(1_000)
    assert calls(8_000) < 3 * calls(4_000)


WORDS = st.sampled_from(
    "평양 혜산시 양강도 중국 보위국 당위원회 군당 도 시 소식통은 25여단 전국 무산 룡덕리 말했다 에서 의".split()
    + list("“”().,·=\n")
)


@given(st.lists(WORDS, max_size=30), st.sampled_from(["", " "]))
@settings(max_examples=100, deadline=None)
def test_mentions_are_the_texts_own_words_in_order(read: Read, words: list[str], gap: str) -> None:
    found = read(gap.join(words))
    for mentions in ([*found.places], [*found.institutions]):
        spans = [(one.start, one.end, one.text) for one in mentions]
        assert all(found.document.text[start:end] == text for start, end, text in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
