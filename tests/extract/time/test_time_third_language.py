"""A third language is a folder of seeds: a made-up tongue with six rules, read from files, without a line of Python."""

from pathlib import Path

import pytest

from incidents.actions.dates import typed_when
from incidents.extract.time import annotate, opened
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.when import When

WORDS = """word,class,value
apra,opener,after
brill,month,4
fenn,month,1
da,ending,
en,date_lead,
la,definite,
tulo,past,
vek,step_word,-1
vok,step_word,1
"""
PATTERNS = """rule,pattern,meaning
daily,<day> of <month>,day
daily,<past> <day_alone:point>,past
day_alone,<day> din,dom
expression,<span>,
expression,<point>,
none,<number> din long,
point,<daily>,
point,<step_word:direction> lune,unit unit=month
span,<point:first> til <point:last>,range extent=throughout
typed,<point>,
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    (tmp_path / "qq").mkdir()
    (tmp_path / "qq" / "time_words.csv").write_text(WORDS, encoding="utf-8")
    (tmp_path / "qq" / "time_patterns.csv").write_text(PATTERNS, encoding="utf-8")
    return Lexicon(read_reference(), read_phrases("qq", tmp_path))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Mi kom 3 of brill.", "3 of brill", "2024-04-03"),
        ("Mi kom tulo 15 din.", "tulo 15 din", "2024-03-15"),
        ("Mi kom vek lune.", "vek lune", "2024-03"),
        ("Mi kom vok lune.", "vok lune", "2024-05"),
        ("Mi kom 5 of fenn til vek lune.", "5 of fenn til vek lune", "2024-01-05/2024-03-31"),
    ],
)
def test_a_folder_of_rows_dates_a_language(lexicon: Lexicon, text: str, words: str, value: str) -> None:
    found = annotate(Document(text, published=When.of("2024-04-12"), language="qq"), lexicon)
    assert [(timex.text, timex.when.edtf) for timex in found] == [(words, value)]


def test_and_leaves_alone_what_its_rows_say(lexicon: Lexicon) -> None:
    assert annotate(Document("Mi kom 3 din long.", published=When.of("2024-04-12"), language="qq"), lexicon) == ()


def test_a_typed_date_may_have_the_word_before_it_that_a_row_names(lexicon: Lexicon) -> None:
    assert typed_when("en 3 of brill", When.of("2024-04-12"), lexicon).edtf == "2024-04-03"


@pytest.mark.parametrize(
    ("text", "value"), [("Mi kom la 3 of brill.", "2024-04-03"), ("Mi kom apra la 3 of brill.", "2024-04-03/..")]
)
def test_an_opener_may_stand_before_the_article_that_a_row_names(lexicon: Lexicon, text: str, value: str) -> None:
    document = Document(text, published=When.of("2024-04-12"), language="qq")
    assert [opened(document, timex, lexicon).edtf for timex in annotate(document, lexicon)] == [value]
