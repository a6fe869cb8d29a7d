"""A second language is a folder of seeds: a few rows of Korean are enough to show it."""

from incidents.extract.time import annotate
from incidents.intake.seeds import read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.when import When

WORDS = [
    ("지난달", "month_word", "-1"),
    ("이달", "month_word", "0"),
    ("지난해", "year_word", "-1"),
    ("월", "month_unit", ""),
    ("일", "day_unit", ""),
    ("년", "year_unit", ""),
    ("초", "part", "early"),
    ("중순", "part", "mid"),
    ("저녁", "part_of_day", ""),
    ("어제", "yesterday", ""),
    ("부터", "from", ""),
    ("에", "ending", ""),
]
PATTERNS = [
    ("expression", "<yearly>", ""),
    ("expression", "<monthly>", ""),
    ("expression", "<daily>", ""),
    ("expression", "<monthly:whole> <part:modifier>", "third"),
    ("expression", "<daily:point> <from>", "bound opener=since"),
    ("yearly", "<year4:year> <year_unit>", "year"),
    ("yearly", "<year_word:direction>", "unit unit=year"),
    ("monthly", "<yearly:year> <number:month> <month_unit>", "month"),
    ("monthly", "<number:month> <month_unit>", "month"),
    ("monthly", "<month_word:direction>", "unit unit=month"),
    ("daily", "<monthly:month> <day> <day_unit>", "day_of"),
    ("daily", "<day> <day_unit> [<part_of_day>]", "dom"),
    ("daily", "<yesterday>", "offset days=-1"),
]


def korean() -> Lexicon:
    words = tuple({"word": word, "class": name, "value": value} for word, name, value in WORDS)
    patterns = tuple({"rule": rule, "pattern": pattern, "meaning": meaning} for rule, pattern, meaning in PATTERNS)
    return Lexicon(read_reference(), {"time_words": words, "time_patterns": patterns})


def test_korean_seeds_alone_date_korean() -> None:
    text = "지난달 15일에 모였고 3월 중순, 2014년, 지난해 10월, 8일 저녁, 10일부터, 어제 모였다. 태양절에 쉬었다."
    found = annotate(Document(text, published=When.of("2016-05-12"), language="ko"), korean())
    assert [(timex.text, timex.when.edtf) for timex in found] == [
        ("지난달 15일", "2016-04-15"),
        ("3월 중순", "2016-03-11/2016-03-20"),
        ("2014년", "2014"),
        ("지난해 10월", "2015-10"),
        ("8일 저녁", "2016-05-08"),
        ("10일부터", "2016-05-10/.."),
        ("어제", "2016-05-11"),
    ]


def test_what_is_no_date_in_korean_is_left_alone() -> None:
    text = "10국 사람 10여 명이 많이달라고 했다."
    assert annotate(Document(text, published=When.of("2016-05-12"), language="ko"), korean()) == ()
