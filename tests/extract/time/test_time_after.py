"""A weekday that something came after lies before it."""

import pytest

from incidents.extract.pipeline import extract
from incidents.lexicon.lexicon import Lexicon
from incidents.model.report import Report

LEFT_ALONE = [
    ("It rained on Thursday. After a meeting on Friday they left.", "2024-03-01"),
    ("He was freed on Thursday after three days, and on Friday he left.", "2024-03-01"),
    ("He was freed on Thursday after three days and Friday he left.", "2024-03-01"),
    ("He was freed on Wednesday and taken home on Thursday.", "2024-02-29"),
]
BEFORE = [
    ("A boiler exploded on Thursday evening, two days after an inspection on Tuesday.", "2024-02-27"),
    ("A boiler exploded on Thursday after an inspection on Tuesday.", "2024-02-27"),
    ("The market reopened Monday after an inspection Tuesday.", "2024-02-27"),
    ("KCNA reported Thursday that three people were arrested after a raid on Tuesday.", "2024-02-27"),
]


@pytest.mark.parametrize(("text", "edtf"), LEFT_ALONE + BEFORE)
def test_the_weekday_after_another(lexicon: Lexicon, text: str, edtf: str) -> None:
    found = extract(Report("test", b"", text, "", published="2024-03-05", language="en"), lexicon).timexes
    assert found[-1].when.edtf == edtf
