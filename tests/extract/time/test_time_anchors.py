"""What an expression counts from: the publication day, known or rough; what the story dated before it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.extract.pipeline import annotated
from incidents.extract.text import prepare
from incidents.extract.time import annotate, find, resolve
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.calendar import Calendar
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.report import Report
from incidents.model.when import When

Told = Callable[..., list[tuple[str, str | None]]]
LEXICON = Lexicon(read_reference(), read_phrases("en"))
CALENDAR = LEXICON.compiled(Calendar.of)


@pytest.fixture
def told() -> Told:
    """Words and dates of a text that is cut into paragraphs and sentences."""

    def read(text: str, published: str | None = "2024-05-20") -> list[tuple[str, str | None]]:
        document = prepare(Report("test", b"", text, "", published=published, language="en"), LEXICON)
        return [(timex.text, timex.when.edtf) for timex in annotate(document, LEXICON)]

    return read


UNGOVERNED = [
    ("In March he moved. It rained a lot. On the 15th he left.", "the 15th", "2024-05-15"),
    ("In March he moved.\n\nOn the 15th he left.", "the 15th", "2024-05-15"),
    ("Since March it has rained. On the 15th he left.", "the 15th", "2024-05-15"),
    ("This month it rained. On the 25th he left.", "the 25th", "2024-04-25"),
    ("Kim came yesterday. On the 25th he left.", "the 25th", "2024-04-25"),
    ("After the Day of the Sun he moved. On the 18th he left.", "the 18th", "2024-05-18"),
    ("The law of 2016 is strict. In March he left.", "March", "2024-03"),
    ("In 2013 it rained. He moved in March.", "March", "2024-03"),
    ("In 2013 it rained.\n\nIn March he moved.", "March", "2024-03"),
    ("In 2024 it rained. In March he moved.", "March", "2024-03"),
    ("In 2013 it rained. In March 2015 he moved.", "March 2015", "2015-03"),
    ("Last year it rained. In December he moved.", "December", "2023-12"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), UNGOVERNED)
def test_no_month_or_year_governs(told: Told, text: str, words: str, edtf: str) -> None:
    assert dict(told(text))[words] == edtf


GOVERNED = [
    ("In March he moved to Hyesan, and on the 15th he left.", "the 15th", "2024-03-15"),
    ("In March he moved to Hyesan. On the 15th he left.", "the 15th", "2024-03-15"),
    ("In March he moved. On the 15th he left. On the 20th he was caught.", "the 20th", "2024-03-20"),
    ("In early April an order came down. It reached the city on the 8th.", "the 8th", "2024-04-08"),
    ("Last month an order came down. It reached the city on the 8th.", "the 8th", "2024-04-08"),
    ("In March 2019 he moved, and on the 15th he left.", "the 15th", "2019-03-15"),
    ("That happened in March. The same month, on the 15th, he left.", "the 15th", "2024-03-15"),
    ("On March 3 the police came, and on the 5th he was tried.", "the 5th", "2024-03-05"),
    ("On March 28 the police came, and on the 3rd he was tried.", "the 3rd", "2024-04-03"),
    ("In March he moved, and from the 3rd to the 5th he hid.", "from the 3rd to the 5th", "2024-03-03/2024-03-05"),
    ("In 2013 he moved to Hyesan. In March he left.", "March", "2013-03"),
    ("In 2013 he moved. In March he left. In October he came back.", "October", "2013-10"),
    ("In 2013 he moved. On March 5 he left.", "March 5", "2013-03-05"),
    ("In October 2013 he moved to Hyesan. In January he left.", "January", "2014-01"),
    ("In March 2013 he moved to Hyesan. In May he left.", "May", "2013-05"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), GOVERNED)
def test_a_month_or_a_year_of_the_story_governs(told: Told, text: str, words: str, edtf: str) -> None:
    assert dict(told(text))[words] == edtf


@pytest.mark.parametrize("published", [None, "2024", "2024-05~"])
def test_what_the_story_governs_needs_no_publication_day(told: Told, published: str | None) -> None:
    assert dict(told("In March 2019 he moved, and on the 15th he left.", published))["the 15th"] == "2019-03-15"


TELLING = [
    ("A resident told RFA on May 13 that a session was held two days earlier.", "two days earlier", "2024-05-11"),
    ("A resident told RFA on May 13 that a session was held the day before.", "the day before", "2024-05-12"),
    ("On May 3 it rained. A resident told RFA on May 13 that it snowed. That day he left.", "That day", "2024-05-03"),
    (
        "On May 3 it rained. A resident told RFA on May 13 that on May 8 it snowed, two days earlier.",
        "two days earlier",
        "2024-05-06",
    ),
    ("A resident told RFA on May 13 that it snowed. The next day he left.", "The next day", None),
    ("On May 3 it rained. A resident told RFA on May 13 that he left the next day.", "the next day", "2024-05-04"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), TELLING)
def test_what_counts_from_the_day_of_telling(text: str, words: str, edtf: str | None) -> None:
    found = annotated(prepare(Report("test", b"", text, "", published="2024-05-20", language="en"), LEXICON), LEXICON)
    assert {timex.text: timex.when.edtf for timex in found.timexes}[words] == edtf


SENTENCES = [
    "On Tuesday he left.", "He will leave on Tuesday.", "He left by Tuesday.", "He left last Tuesday.",
    "He left this Tuesday.", "He left on the 15th.", "He will leave on the 31st.", "He left in March.",
    "He will leave in March.", "By March he left.", "He left this March.", "Later in March he left.",
    "Earlier in March he left.", "Later this month he left.", "Earlier this year he left.", "Last summer he left.",
    "He left this winter.", "He left on Tuesday, March 6.", "He left on Feb. 29.", "He left by Feb. 29.",
    "He left over the weekend.", "He left on Chuseok.", "He will leave on the Day of the Sun.", "He left last month.",
    "He left around March 6.", "He left early last week.", "He left two weeks ago.", "He left from Dec. 28 to Jan. 3.",
    "He left in the third quarter.", "He left in the first half of the year.", "He left by year-end.",
    "He left on the first Friday of March.", "He left over the last two weeks.",
    "He left during the 100-day battle.", "March 6.", "In mid-March.", "He left ahead of the anniversary on Oct. 10.",
]  # fmt: skip


@given(
    text=st.sampled_from(SENTENCES),
    first=st.dates(date(1995, 1, 1), date(2030, 1, 1)),
    length=st.sampled_from((1, 2, 6, 13, 29, 30, 31, 59, 90, 180, 364, 365)),
)
@settings(max_examples=150, deadline=None)
def test_a_rough_anchor_gives_a_value_if_all_its_days_do(text: str, first: date, length: int) -> None:
    (expression,) = find(Document(text), LEXICON)
    last = first + timedelta(length)
    rough, _ = resolve(expression, When.of(f"{first}/{last}"), CALENDAR)
    days = [first + timedelta(k) for k in range(length + 1)]
    exact = {resolve(expression, When.of(day.isoformat()), CALENDAR)[0].when.edtf for day in days}
    assert rough.when.edtf == (exact.pop() if len(exact) == 1 else None)
    assert rough.when.dated or rough.reason
