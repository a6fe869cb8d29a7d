"""A third language is a folder of seeds: a made-up tongue with six rules, read from files, without a line of Python."""

from pathlib import Path

import pytest

from incidents.extract.time import annotate
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.when import When

WORDS = """word,class,value
brill,month,4
fenn,month,1
da,ending,
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
