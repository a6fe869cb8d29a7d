"""Named days, periods and events in Korean: what is left alone first, then what they are."""

from collections.abc import Callable

import pytest

from incidents.extract.time import annotate
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.when import When

Read = Callable[[str], list[tuple[str, str | None]]]

LEFT_ALONE = [
    "노동당 8차 대회가 열린다.",
    "8차 당대회 결정 관철을 다짐했다.",
    "8차 당대회를 앞두고 단속이 심해졌다.",
    "제8차 당대회 대표자들이 도착했다.",
    "20차 당대회 이후 중국은 달라졌다.",
    "여맹 제7기 제3차 전원회의 이후 모였다.",
    "청년동맹 중앙위원회 제7기 제3차 전원회의 때 모였다.",
    "최고인민회의 상임위원회 제14기 제3차 전원회의 때 채택됐다.",
    "화폐개혁은 실패했다.",
    "동지들에게 인사를 전했다.",
    "한식을 먹었다.",
    "청명한 하늘이 보인다.",
    "설비를 설치했다고 설명했다.",
    "4·15기술혁신돌격대가 나섰다.",
    "6·15 공동선언을 이행하라.",
    "6·25전쟁을 겪었다.",
]

FOUND = [
    ("태양절에 공연을 봤다.", "태양절", "2021-04-15"),
    ("김일성 생일에 모였다.", "김일성 생일", "2021-04-15"),
    ("김정일의 생일에 모였다.", "김정일의 생일", "2022-02-16"),
    ("지난해 노동당 창건일에 모였다.", "지난해 노동당 창건일", "2021-10-10"),
    ("지난해 당창건기념일에 모였다.", "지난해 당창건기념일", "2021-10-10"),
    ("지난해 정권수립일에 모였다.", "지난해 정권수립일", "2021-09-09"),
    ("지난해 9.9절에 모였다.", "지난해 9.9절", "2021-09-09"),
    ("지난해 3·8국제부녀절에 모였다.", "지난해 3·8국제부녀절", "2021-03-08"),
    ("지난해 조선소년단 창립절에 모였다.", "지난해 조선소년단 창립절", "2021-06-06"),
    ("건군절에 모였다.", "건군절", "2022-02-08"),
    ("설에 모였다.", "설", "2022-02-01"),
    ("올해 설 명절에 모였다.", "올해 설 명절", "2022-02-01"),
    ("지난 한식에 모였다.", "지난 한식", "2021-04-05"),
    ("지난해 추석 전까지 끝냈다.", "지난해 추석 전까지", "../2021-09-21"),
    ("중국 국경절 연휴에 들어왔다.", "중국 국경절 연휴", "2021-10-01"),
    ("한국 현충일에 모였다고 지난달 전했다.", "한국 현충일", "2021-06-06"),
    ("고난의 행군 시기 굶어 죽었다.", "고난의 행군 시기", "1994~/1998~"),
    ("150일전투가 끝나고 돌아왔다.", "150일전투", "2009-04-20/2009-09-16"),
    ("충정의 70일 전투에 나섰다.", "충정의 70일 전투", "2016-02-23/2016-05-02"),
    ("8차 당대회 때 결정됐다.", "8차 당대회", "2021-01-05/2021-01-12"),
    ("8차 당 대회 이후 단속이 심해졌다.", "8차 당 대회 이후", "2021-01-05/.."),
    ("당 제8차대회 직후 해임됐다.", "당 제8차대회 직후", "2021-01-12/.."),
    ("조선로동당 제7차대회 전에 해임됐다.", "조선로동당 제7차대회 전", "../2016-05-06"),
    ("당제8차대회까지 마쳤다.", "당제8차대회까지", "../2021-01-12"),
    ("8기 4차 전원회의 이후 바뀌었다.", "8기 4차 전원회의 이후", "2021-12-27/.."),
    (
        "당중앙위원회 제8기 제3차 전원회의 기간에 비판했다.",
        "당중앙위원회 제8기 제3차 전원회의",
        "2021-06-15/2021-06-18",
    ),
    (
        "최고인민회의 제14기 제5차 회의 이후 시행됐다.",
        "최고인민회의 제14기 제5차 회의 이후",
        "2021-09-28/..",
    ),
    ("화폐개혁 이후 물가가 올랐다.", "화폐개혁 이후", "2009-11-30/.."),
    ("2009년 화폐개혁 때 손해를 봤다.", "2009년 화폐개혁", "2009-11-30/2009-12-06"),
    ("코로나 국경 봉쇄 기간 굶었다.", "코로나 국경 봉쇄", "2020-01/2023-08"),
]


@pytest.fixture(scope="module")
def dates() -> Read:
    lexicon = Lexicon(read_reference(), read_phrases("ko"))

    def read(text: str) -> list[tuple[str, str | None]]:
        found = annotate(Document(text, published=When.of("2022-03-02")), lexicon)
        return [(timex.text, timex.when.edtf) for timex in found]

    return read


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(dates: Read, text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(("text", "words", "value"), FOUND)
def test_found(dates: Read, text: str, words: str, value: str) -> None:
    found = dates(text)
    assert found[:1] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("국제부녀절인 8일 행사를 한다.", ["2022-03-08", "2022-03-08"]),
        ("국제부녀절(8일)을 앞두고 바쁘다.", ["2022-03-08", "2022-03-08"]),
        ("지난 설(1일)에 모였다.", ["2022-02-01", "2022-02-01"]),
        ("설(1일)에 모였다.", ["2022-02-01", "2022-02-01"]),
        ("국제부녀절(9일)에 모였다.", ["2021-03-08", "2022-02-09"]),
        ("러시아 전승절(5월 9일)에 모였다고 지난달 전했다.", ["2021-05-09", "2021-05-09", "2022-02"]),
    ],
)
def test_a_day_of_the_month_right_behind_a_name_is_that_day(dates: Read, text: str, values: list[str]) -> None:
    assert [value for _, value in dates(text)] == values
