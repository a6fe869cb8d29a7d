"""Who told a sentence of a Korean report, and when: no date of what is told, but what its quotation counts from."""

from collections.abc import Callable

import pytest

from incidents.extract.findings import Findings
from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

Read = Callable[..., Findings]


@pytest.fixture(scope="session")
def korean() -> Lexicon:
    return Lexicon(read_reference(), read_phrases("ko"))


@pytest.fixture
def read(korean: Lexicon) -> Read:
    def make(text: str, outlet: str | None = "daily-nk", published: str = "2024-04-12") -> Findings:
        report = Report("test", b"", text, "", outlet=outlet, published=published, language="ko")
        return annotated(prepare(report, korean), korean)

    return make


NOT_TOLD = [
    "북한 주민은 3일 체포됐다.",
    "주민들은 8일 강연회에 참가했다.",
    "간부는 지난 5일 해임됐다.",
    "북한은 3일 미사일을 발사했다.",
    "당국은 10일 주민들을 동원했다.",
    "“소식통은 10일 왔다”는 소문이 돌았다.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_left_alone(read: Read, text: str) -> None:
    (found,) = read(text).attributions
    assert (found.source_type, found.said_on, found.words) == ("outlet", None, "")


TOLD = [
    ("평안북도의 한 소식통은 10일 데일리NK에 “비가 왔다”고 전했다.", "inside", "KP-03", "2024-04-10", "daily-nk"),
    ("10일 데일리NK 함경북도 소식통에 따르면 비가 왔다.", "inside", "KP-09", "2024-04-10", "daily-nk"),
    ("데일리NK 내부 소식통에 따르면 비가 왔다.", "inside", None, None, "daily-nk"),
    ("함경북도 소식통은 지난 8일 자유아시아방송(RFA)에 “비가 왔다”고 밝혔다.", "inside", "KP-09", "2024-04-08", "rfa"),
    (
        "평안남도 평성시의 한 주민은 9일 “비가 왔다”고 자유아시아방송에 전했다.",
        "resident",
        "KP-02.pyongsong",
        "2024-04-09",
        "rfa",
    ),
    ("양강도 혜산시의 한 주민은 “비가 왔다”고 10일 말했다.", "resident", "KP-10.hyesan", "2024-04-10", "daily-nk"),
    ("혜산시 주민은 데일리NK와의 통화에서 “비가 왔다”고 말했다.", "resident", "KP-10.hyesan", None, "daily-nk"),
    ("중국 단둥의 한 무역업자는 11일 “비가 왔다”고 말했다.", "overseas", "CN-LN.dandong", "2024-04-11", "daily-nk"),
    ("대북 소식통은 11일 “비가 왔다”고 말했다.", "overseas", None, "2024-04-11", "daily-nk"),
    ("익명을 요구한 도당 간부는 7일 “비가 왔다”고 했다.", "official", None, "2024-04-07", "daily-nk"),
    ("탈북민 김모 씨, 한 탈북민은 2일 본지에 “비가 왔다”고 증언했다.", "defector", None, "2024-04-02", "daily-nk"),
    ("조선중앙통신은 5일 비가 왔다고 보도했다.", "state-media", None, "2024-04-05", "kcna"),
    ("비가 왔다고 조선중앙통신이 5일 보도했다.", "state-media", None, "2024-04-05", "kcna"),
    ("노동신문은 지난 3일 비가 왔다고 전했다.", "state-media", None, "2024-04-03", "rodong-sinmun"),
    ("로이터통신은 4일(현지시간) 비가 왔다고 보도했다.", "media", None, "2024-04-04", "reuters"),
    ("통일부 당국자는 6일 기자들과 만나 “비가 왔다”고 말했다.", "government", None, "2024-04-06", "daily-nk"),
    ("구병삼 통일부 대변인은 6일 정례브리핑에서 비가 왔다고 밝혔다.", "government", None, "2024-04-06", "daily-nk"),
    ("합동참모본부(합참)는 3일 “비가 왔다”고 밝혔다.", "government", None, "2024-04-03", "daily-nk"),
    (
        "국가정보원은 4일 국회 정보위원회 전체회의에서 비가 왔다고 보고했다.",
        "government",
        None,
        "2024-04-04",
        "daily-nk",
    ),
    ("한 북한 전문가는 8일 “비가 왔다”고 분석했다.", "expert", None, "2024-04-08", "daily-nk"),
    ("미국의소리(VOA) 방송은 3일(현지시간) 비가 왔다고 보도했다.", "media", None, "2024-04-03", "voa"),
    (
        "북한이탈주민 김 씨는 지난 1일 본지와의 인터뷰에서 “비가 왔다”고 증언했다.",
        "outlet",
        None,
        "2024-04-01",
        "daily-nk",
    ),
    ("주민들은 8일 강연회에 참가했다고 소식통은 전했다.", "inside", None, None, "daily-nk"),
    ("비가 왔다는 것이 소식통의 전언이다.", "inside", None, None, "daily-nk"),
    ("소식통은 지난 8일 혜산시에서 주민이 체포됐다고 전했다.", "inside", None, None, "daily-nk"),
    ("노동신문은 지난 3일 열린 회의에서 결정이 채택됐다고 전했다.", "state-media", None, None, "rodong-sinmun"),
]


@pytest.mark.parametrize(("text", "kind", "where", "said_on", "origin"), TOLD)
def test_who_told_and_when(  # noqa: PLR0917  one row of the table
    read: Read, text: str, kind: str, where: str | None, said_on: str | None, origin: str
) -> None:
    (found,) = read(text).attributions
    assert (found.source_type, found.place, found.said_on, found.origin) == (kind, where, said_on, origin)
    assert found.words


ANCHORED = [
    ("소식통은 10일 데일리NK에 “어제 재판이 열렸다”고 전했다.", "어제", "2024-04-09"),
    ("소식통은 10일 데일리NK에 “비가 왔다. 어제 재판이 열렸다”고 전했다.", "어제", "2024-04-09"),
    ("소식통은 10일 데일리NK에 “비가 왔다”고 전했다. 이어 “그제 재판이 열렸다”고 말했다.", "그제", "2024-04-08"),
    ("소식통은 5일 데일리NK에 “비가 왔다”고 전했다. 이 소식통은 “8일 사고가 났다”고 말했다.", "8일", "2024-03-08"),
    ("소식통은 10일 데일리NK에 “이날 재판이 열렸다”고 전했다.", "이날", "2024-04-10"),
    ("지난 3일 사고가 났다. 소식통은 10일 데일리NK에 “이날 비가 왔다”고 전했다.", "이날", "2024-04-03"),
    ("통일부 당국자는 6일 기자들과 만나 “북한이 어제 통지했다”고 말했다.", "어제", "2024-04-05"),
    ("협력자는 5일 전화로 이렇게 말했다. “어제 비가 왔다.”", "어제", "2024-04-04"),
    ("미 인도태평양사령부는 9일 성명에서 “어제 비가 왔다”고 평가했다.", "어제", "2024-04-08"),
    ("북한군 아무개는 9일 담화에서 “어제 비가 왔다”고 말했다.", "어제", "2024-04-08"),
    ("소식통은 10일 재판이 어제 열렸다고 전했다.", "어제", "2024-04-09"),
    ("소식통은 재판이 어제 열렸다고 전했다.", "어제", "2024-04-11"),
    ("소식통은 “어제 재판이 열렸다”고 전했다.", "어제", "2024-04-11"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), ANCHORED)
def test_a_quotation_counts_from_the_day_on_which_it_was_said(read: Read, text: str, words: str, edtf: str) -> None:
    assert {timex.text: timex.when.edtf for timex in read(text).timexes}[words] == edtf


DAYS = [
    (
        "조선중앙통신은 5일 공장이 준공됐다고 보도했다. 행사는 4일 열렸다. 통신은 이날 사진도 공개했다.",
        "이날",
        "2024-04-05",
    ),
    ("소식통은 10일 데일리NK에 “비가 왔다”고 전했다. 지난 3일 사고가 났다. 이날 눈이 왔다.", "이날", "2024-04-03"),
    ("지난 3일 사고가 났다. 소식통은 10일 데일리NK에 “비가 왔다”고 전했다. 이날 눈이 왔다.", "이날", "2024-04-03"),
    ("지난 3일 사고가 났다. 통일부는 10일 비가 왔다고 밝혔다. 이날 눈이 왔다.", "이날", "2024-04-10"),
    ("중앙통신은 5일 행사가 4일 열렸다고 보도했다. 김 위원장은 전날 행사에 참석했다.", "전날", "2024-04-04"),
    ("중앙통신은 5일 행사가 열렸다고 보도했다. 지난 2일 비가 왔다. 전날 눈이 왔다.", "전날", "2024-04-01"),
    (
        "합참은 3일 비가 왔다고 밝혔다. 합참은 전날 “눈이 왔다”고 밝혔다. 합참은 이날 다시 왔다고 밝혔다.",
        "이날",
        "2024-04-03",
    ),
]


@pytest.mark.parametrize(("text", "words", "edtf"), DAYS)
def test_that_day_and_the_day_before(read: Read, text: str, words: str, edtf: str) -> None:
    assert {timex.text: timex.when.edtf for timex in read(text).timexes}[words] == edtf


def test_a_body_that_speaks_again_on_that_day(read: Read) -> None:
    found = read("합참은 3일 북한이 미사일을 발사했다고 밝혔다. 합참은 이날 미사일을 포착했다고 설명했다.")
    assert [(told.source, told.said_on) for told in found.attributions] == [("source 1", "2024-04-03")] * 2


COMING_BACK = [
    ("한 소식통은 “비가 왔다”고 했다.", "이 소식통은 “추웠다”고 말했다.", True),
    ("한 소식통은 “비가 왔다”고 했다.", "그는 “추웠다”고 말했다.", True),
    ("한 소식통은 “비가 왔다”고 했다.", "또 다른 소식통은 “추웠다”고 말했다.", False),
    ("함경북도 소식통은 “비가 왔다”고 했다.", "양강도 소식통은 “추웠다”고 말했다.", False),
    ("함경북도 소식통은 “비가 왔다”고 했다.", "소식통은 “추웠다”고 말했다.", True),
    ("합동참모본부는 비가 왔다고 밝혔다.", "합참은 추웠다고 설명했다.", True),
]


@pytest.mark.parametrize(("first", "second", "same"), COMING_BACK)
def test_coming_back_to_a_source(read: Read, first: str, second: str, same: bool) -> None:  # noqa: FBT001
    one, two = read(f"{first} {second}").attributions
    assert (one.source == two.source) is same


GOVERNED = [
    ("3월부터 비가 왔다. 15일에는 눈이 왔다.", "15일", "2024-03-15"),
    ("이달 초 비가 왔다. 8일에는 눈이 왔다.", "8일", "2024-04-08"),
    ("2월 초 검열이 시작됐다. 15일에는 주민 3명이 체포됐다.", "15일", "2024-02-15"),
    ("2월 5일 검열이 시작돼 8일 끝났다.", "8일", "2024-02-08"),
    ("지난달 15일과 20일 검열이 있었다.", "20일", "2024-03-20"),
    ("지난달 15일 주민이 체포됐다고 소식통이 10일 데일리NK에 전했다.", "10일", "2024-04-10"),
    ("소식통은 “지난달 말 회의가 있었고 28일 결정이 내려졌다”고 10일 전했다.", "28일", "2024-03-28"),
    ("2월 검열이 있었다. 같은 달 20일 재판이 열렸다.", "같은 달 20일", "2024-02-20"),
    ("2013년 그는 혜산으로 갔다. 3월에는 체포됐다.", "3월", "2013-03"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), GOVERNED)
def test_a_month_or_a_year_of_the_story_governs(read: Read, text: str, words: str, edtf: str) -> None:
    assert {timex.text: timex.when.edtf for timex in read(text).timexes}[words] == edtf


DATELINES = [
    "(서울=연합뉴스) 홍길동 기자 = 비가 왔다. 2024.04.05. 다음 날 눈이 왔다.",
    "(평양 4월 5일발 조선중앙통신) 비가 왔다. 다음 날 눈이 왔다.",
    "평양 4월 5일발 조선중앙통신 비가 왔다. 다음 날 눈이 왔다.",
    "[2024-04-05] 비가 왔다. 다음 날 눈이 왔다.",
    "입력 2024.04.05 10:30\n\n비가 왔다. 다음 날 눈이 왔다.",
]


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_is_found_but_no_story_counts_from_it(read: Read, text: str) -> None:
    day, after = read(text).timexes
    assert (day.when.edtf, after.when.edtf) == ("2024-04-05", None)


def test_the_day_of_telling_is_no_ground_of_the_story(read: Read) -> None:
    found = read("소식통은 10일 데일리NK에 “비가 왔다”고 전했다. 다음 날 재판이 열렸다.")
    assert {timex.text: timex.when.edtf for timex in found.timexes}["다음 날"] is None


def test_a_quotation_of_several_sentences_is_one_sources(read: Read) -> None:
    found = read("양강도 소식통은 10일 데일리NK에 “비가 왔다. 추웠다. 아무도 오지 않았다”고 전했다.").attributions
    assert [(told.source, told.place, told.said_on) for told in found] == [("source 1", "KP-10", "2024-04-10")] * 3


BESIDE = [
    ("3월 5일과 10일에 모였다.", ["2024-03-05", "2024-03-10"]),
    ("지난 7월 4일과 28일 쐈다.", ["2023-07-04", "2023-07-28"]),
    ("통일부는 북한이 지난 8일 띄운 풍선이 많다고 10일 밝혔다.", ["2024-04-08", "2024-04-10"]),
]


@pytest.mark.parametrize(("text", "days"), BESIDE)
def test_days_beside_one_another(read: Read, text: str, days: list[str]) -> None:
    assert [timex.when.edtf for timex in read(text).timexes] == days


def test_what_the_north_did_on_a_day_is_no_day_of_telling(read: Read) -> None:
    (found,) = read("통일부는 북한이 지난 8일 띄운 풍선이 많다고 10일 밝혔다.").attributions
    assert found.said_on == "2024-04-10"


def test_a_day_with_its_hour_zone_before_the_one_who_tells(read: Read) -> None:
    (found,) = read("10일(현지시간) 조선중앙통신에 따르면 비가 왔다.").attributions
    assert found.said_on == "2024-04-10"
