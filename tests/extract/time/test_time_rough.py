"""A publication that is only roughly known: what each day that it can be does not date alike is not dated."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Timex
from incidents.model.report import Report
from incidents.model.when import When

REFERENCE = read_reference()
LEXICONS = {language: Lexicon(REFERENCE, read_phrases(language)) for language in ("en", "ko")}


def dated(text: str, published: str | None) -> tuple[Timex, ...]:
    language = "ko" if any("가" <= letter <= "힣" for letter in text) else "en"
    lexicon = LEXICONS[language]
    report = Report("test", b"", text, "", outlet="daily-nk", published=published, language=language)
    return annotated(prepare(report, lexicon), lexicon).timexes


LEFT_ALONE: list[tuple[str, str | None, list[str | None]]] = [
    ("Last month he left.", "2024-02-20~", ["2024-01"]),
    ("He left in January.", "2024-02-20?", ["2024-01"]),
    ("This month he left.", "2024-02-20~", ["2024-02"]),
    ("지난달 떠났다.", "2024-02-20~", ["2024-01"]),
    ("He left on 3 February 2024. The next day he came back.", "2024-02-20~", ["2024-02-03", "2024-02-04"]),
    ("He was caught in January. On the 15th he was freed.", "2024-02", ["2024-01", "2024-01-15"]),
    ("In October 2023 he moved. On the 3rd he left.", None, ["2023-10", "2023-10-03"]),
    ("Last Friday he left.", "2024-02-20", ["2024-02-16"]),
    ("소식통은 지난 3일 데일리NK에 “올해 3명이 체포됐다”고 말했다.", "2024-03~", [None, "2024"]),
    ("소식통은 2022년 데일리NK에 “올해 3명이 체포됐다”고 말했다.", "2024-05-20", ["2022", "2022"]),
    ("소식통은 2022년 혜산에서 3명이 체포됐다고 전했다.", "2024-05-20", ["2022"]),
]
UNRESOLVED: list[tuple[str, str | None, list[str | None]]] = [
    ("Last Friday he left.", "2024-02-20~", [None]),
    ("Yesterday he left.", "2024-02-20?", [None]),
    ("On the 17th he left.", "2024-02-20~", [None]),
    ("He left on Feb. 3.", "2024-02-01~", [None]),
    ("This month he left.", "2024-02-20~/2024-03-02~", [None]),
    ("지난 3일 떠났다.", "2024-02-20~", [None]),
    (
        "Three were held in early March. On the 15th they were freed. The following Tuesday they left.",
        "2024-02-28/2024-03-02",
        [None] * 3,
    ),
    ("3월 초 3명이 체포됐다. 15일 풀려났다. 같은 날 떠났다. 이틀 뒤 왔다.", "2024-02-28/2024-03-02", [None] * 4),
    ("지난해 3월 시작됐다. 4일 끝났다.", "2023-12-31/2024-01-01", [None] * 2),
    ("지난해 3월 시작됐다. 5월 끝났다.", "2023-12-31/2024-01-01", [None] * 2),
    ("지난해 3월 시작됐다. 3월 초 체포됐다. 3월 중순 끝났다.", "2023-12-01/2024-01-30", [None] * 3),
    ("In the mid-1990s many died. In July of that year it rained.", "2024-05-20", ["199X", None]),
    ("Many died in the Arduous March. In July of that year it rained.", "2024-05-20", ["1994~/1998~", None]),
    ("1990년대 중반 많이 죽었다. 그해 7월 홍수가 났다.", "2024-05-20", ["199X", None]),
    ("Last month a trial was held. On the 15th they were freed.", "2023-12-26/2024-01-01", [None] * 2),
    ("3월 1일 시작됐다. 전날 눈이 왔다.", "2024-02-28/2024-03-02", [None] * 2),
    ("2023년 10월 시작된 공사는 11월에 끝났다. 북한이 3일 발사했다.", None, ["2023-10", None, None]),
    ("소식통은 지난 3일 데일리NK에 “지난달 말 3명이 체포됐다”고 말했다.", "2024-03~", [None] * 2),
    ("소식통은 2월 31일 데일리NK에 “어제 3명이 체포됐다”고 전했다.", "2024-05-20", [None] * 2),
    ("소식통은 지난해 말 자유아시아방송에 “지난달 3명이 체포됐다”고 말했다.", "2024-05-20", ["2023-09/2023-12", None]),
    ("On Feb. 30 it rained. On the 5th it snowed.", "2024-05-20", [None] * 2),
]


@pytest.mark.parametrize(("text", "published", "edtf"), LEFT_ALONE + UNRESOLVED)
def test_what_a_rough_publication_dates(text: str, published: str | None, edtf: list[str | None]) -> None:
    found = dated(text, published)
    assert [one.when.edtf for one in found] == edtf
    assert all(one.when.dated or one.reason for one in found)


ENGLISH = [
    "Three people were arrested in early March.", "On the 15th they were freed.", "The following Tuesday he left.",
    "The next day he came back.", "That month it snowed.", "Last month a trial was held.", "In July he moved.",
    "Last year in October they came.", "In 2023 the mine closed.", "By the end of the year it will open.",
    "Two weeks later it opened.", "On Tuesday the market was closed.", "Yesterday it rained.", "In 2019 he left.",
    'A resident told RFA on Feb. 3, "They were shot yesterday."', "A source told Daily NK on the 3rd that it rained.",
    'A source told Daily NK on Tuesday, "Last month three people were caught." "The next day they were freed."',
    '"This year nobody came," a resident told RFA last year.', "Since mid-January it has rained.",
    "From the 3rd to the 5th he hid.", "On March 28 the police came, and on the 3rd he was tried.",
    "The same day he left.", "A year earlier he had moved.", "He will be tried on March 2.", "In the spring it opened.",
]  # fmt: skip
KOREAN = [
    "3월 초 3명이 체포됐다.", "15일 풀려났다.", "같은 날 떠났다.", "이틀 뒤 왔다.", "지난해 3월 시작됐다.",
    "4일 끝났다.", "전날 눈이 왔다.", "지난달 말 공사가 시작됐다.", "5월에 끝났다.", "2023년 10월 공사가 시작됐다.",
    "그해 12월 끝났다.",
    "오는 15일 열린다.", "지난 8일 붙잡혔다.", "올해 1월부터 시작됐다.", "이달 중순 끝났다.", "다음 날 풀려났다.",
    "소식통은 지난 3일 데일리NK에 “지난달 말 3명이 체포됐다”고 말했다.",
    "어제 비가 왔다.", "작년 10월에 떠났다.",
    "소식통은 5일 “어제 주민 2명이 체포됐다”고 전했다.", "3월 1일 시작됐다.", "2월 28일 붙잡혔다.",
]  # fmt: skip
TEXTS = st.sampled_from((ENGLISH, KOREAN)).flatmap(
    lambda sentences: st.lists(st.sampled_from(sentences), min_size=1, max_size=4).map(" ".join)
)


def _days(first: date, length: int) -> Iterator[date]:
    """Both ends, and some days between them."""
    return (first + timedelta(k) for k in sorted({0, 1, length // 2, max(0, length - 1), length}))


@given(
    text=TEXTS,
    first=st.dates(date(2023, 12, 1), date(2024, 12, 31)),
    length=st.sampled_from((1, 2, 6, 30, 60)),
)
@example("지난해 3월 시작됐다. 4일 끝났다.", date(2023, 12, 31), 1)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_each_day_gives_what_the_rough_publication_gives(text: str, first: date, length: int) -> None:
    rough = dated(text, f"{first}/{first + timedelta(length)}")
    for day in _days(first, length):
        exact = dated(text, day.isoformat())
        assert [one.text for one in rough] == [one.text for one in exact]
        for one, other in zip(rough, exact, strict=True):
            assert not one.when.dated or _same(one.when, other.when), (day, one, other)


def _same(one: When, other: When) -> bool:
    return (one.edtf, one.extent) == (other.edtf, other.extent)
