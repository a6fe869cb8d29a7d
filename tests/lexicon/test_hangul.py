"""Names in running Korean text: units and endings are cut off, words that only begin like a name are left alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.hangul import Hangul, Written, of
from incidents.lexicon.lexicon import Lexicon
from incidents.model.reference import Institution, Name, Place, Reference


@pytest.fixture(scope="session")
def hangul() -> Hangul:
    return of(read_reference(), read_phrases("ko"))


def found(hangul: Hangul, text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.found[0][0]) for one in hangul.find(text) if not one.doubt]


LEFT_ALONE = [
    "평양냉면과 평양시간",
    "조선족 사회와 고조선",
    "이평산 씨와 리원철 기자",
    "“혁명”이란 말이다",
    "'사랑'이란 노래",
    "북한인권을 말했다",
    "그리스도교 신자",
    "북미 대화가 열렸다",
    "오가는 사람들",
    "고성능 무기와 개선된 조건",
    "을지문덕과 강감찬",
    "당국자는 당시 당장 말했다",
    "도로와 시간과 군인",
    "X평양 3평양",
    "",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(hangul: Hangul, text: str) -> None:
    assert found(hangul, text) == []


NAMES = [
    ("혜산에서", "혜산", "KP-10.hyesan"),
    ("혜산시에서부터는", "혜산시", "KP-10.hyesan"),
    ("혜산시민들이", "혜산", "KP-10.hyesan"),
    ("혜산시무룩", "", ""),
    ("양강도의", "양강도", "KP-10"),
    ("량강도에서도", "량강도", "KP-10"),
    ("평양도", "평양", "KP-01"),
    ("삼지연군은", "삼지연군", "KP-10.samjiyon"),
    ("나남구역에", "나남구역", "KP-09.chongjin.ranam"),
    ("노동당과", "노동당", "kp.wpk"),
    ("로동당은", "로동당", "kp.wpk"),
    ("국가 보위성이", "국가 보위성", "kp.mss"),
    ("사회 안전성에서", "사회 안전성", "kp.mps"),
    ("제9군단과", "제9군단", "kp.kpa.corps-9"),
    ("북중 국경에서", "북중 국경", "KP.china-border"),
    ("북중국경에서", "북중국경", "KP.china-border"),
    ("룡성기계연합기업소를", "룡성기계연합기업소", "kp.ryongsong-machine"),
    ("중국산", "중국", "CN"),
    ("합참이", "합참", "kr.jcs"),
    ("연합뉴스에", "연합뉴스", "yonhap"),
    ("평양방송은", "", ""),
]


@pytest.mark.parametrize(("text", "words", "code"), NAMES)
def test_names_with_what_is_written_onto_them(hangul: Hangul, text: str, words: str, code: str) -> None:
    assert found(hangul, f"어제 {text} 있었다.")[:1] == ([(words, code)] if words else [])


def test_names_written_as_one(hangul: Hangul) -> None:
    words = [words for words, _ in found(hangul, "함북회령시인민위원회에서")]
    assert words == ["함북", "회령시", "인민위원회"]


DOUBTFUL = [
    ("무산에서", "locative"),
    ("개성이", "locative"),
    ("안주를", "ordinary"),
    ("김책은", "ordinary"),
    ("대안으로", "ordinary"),
    ("남양에서", "ordinary"),
]


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL)
def test_names_that_are_words_too_say_so(hangul: Hangul, text: str, doubt: str) -> None:
    assert [one.doubt for one in hangul.find(text)] == [doubt]


ENDINGS = [
    ("혜산에서", "in"),
    ("혜산에", "at"),
    ("혜산으로", "to"),
    ("혜산의", "of"),
    ("혜산은", "topic"),
    ("혜산", ""),
]


@pytest.mark.parametrize(("text", "ending"), ENDINGS)
def test_the_class_of_an_ending(hangul: Hangul, text: str, ending: str) -> None:
    assert [one.ending for one in hangul.find(text)] == [ending]


ENDLESS = ["김일성 종합대학", "국가 보위성", "조선 중앙통신", "함경북도 회령시", "도 보위국", "평양"]


@pytest.mark.parametrize("names", ENDLESS)
def test_what_stands_after_names_without_an_end_is_found(hangul: Hangul, names: str) -> None:
    assert found(hangul, f"{names * 500}힣 어제 혜산시에서")[-1] == ("혜산시", "KP-10.hyesan")


def test_names_added_by_a_user_are_found_too() -> None:
    place = Place("KP-10.hyesan.new", "Saemaul", "dong", "settlement", "KP-10.hyesan", names=(Name("새마을동", "ko"),))
    organ = Institution("kp.new", "New Office", "state", names=(Name("새사업지도국", "ko"),))
    made = of(Reference(places=(place,), institutions=(organ,)), read_phrases("ko"))
    assert found(made, "새마을동에서 새사업지도국이") == [("새마을동", "KP-10.hyesan.new"), ("새사업지도국", "kp.new")]


def test_the_rows_name_codes_that_the_reference_has() -> None:
    reference, tables = read_reference(), read_phrases("ko")
    places = {row["place"] for row in tables["place_phrases"]}
    parents = {row["parent"] for table in ("institution_patterns", "institution_sites") for row in tables[table]} - {""}
    kinds = {
        kind for table in ("place_units", "institution_units") for row in tables[table] for kind in row["kinds"].split()
    }
    assert places <= reference.place.keys()
    assert parents <= reference.institution.keys()
    assert kinds <= {kind.code for kind in reference.place_kinds}


def test_a_language_without_endings_has_none() -> None:
    assert Lexicon(read_reference(), read_phrases("en")).hangul is None


def test_hits_of_a_lexicon_name_their_words() -> None:
    names = Lexicon(read_reference(), read_phrases("ko")).names("어제 혜산시에서 NIS와 국정원이")
    (place,) = names.places
    assert (place.first, place.last) == (1, 1)
    assert [hit.found[0][0] for hit in names.institutions] == ["kr.nis", "kr.nis"]


LATIN = [
    ("NIS와", "NIS"),
    ("MSS는", "MSS"),
    ("NIS에서는", "NIS"),
    ("NIS", "NIS"),
    ("NIS군", ""),
    ("NIS같다", ""),
    ("xNIS가", ""),
]


@pytest.mark.parametrize(("text", "words"), LATIN)
def test_names_in_latin_letters_have_korean_endings(text: str, words: str) -> None:
    lexicon = Lexicon(read_reference(), read_phrases("ko"))
    found = [text[hit.start : hit.end] for hit in lexicon.names(text).institutions]
    assert found == ([words] if words else [])


PIECES = st.sampled_from(
    "평양 혜산 시 군 도 당 에서 의 는 중국 국경 북중 위원회 보위국 제 9 군단 로동당 北 김책 무산 와 과 가 힣 X".split()
    + list("  ·,.-()\"'\n")
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_offsets_are_in_order_and_do_not_overlap(hangul: Hangul, text: str) -> None:
    spans = dict.fromkeys((one.start, one.end) for one in hangul.find(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


HOSTILE = [
    "평양" * 20000,
    "평양에서" * 8000,
    "평양 " * 8000,
    "에서" * 20000,
    "당" * 30000,
    "평양·" * 8000,
    "제9" * 9000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_hostile_lines_cost_their_length(hangul: Hangul, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work counted, not timed: how often the endings are tried is at most a few times for each character."""
    asked = 0
    ending = Hangul.ending

    def counted(self: Hangul, words: str, at: int) -> object:
        nonlocal asked
        asked += 1
        return ending(self, words, at)

    monkeypatch.setattr(Hangul, "ending", counted)
    assert isinstance(hangul.find(text), tuple)
    assert asked <= 4 * len(text)


def test_a_text_is_read_once(hangul: Hangul) -> None:
    text = "혜산에서"
    first: tuple[Written, ...] = hangul.find(text)
    assert hangul.find(text) is first
