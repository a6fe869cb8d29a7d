"""A Korean report at the desk: its names are marked, a passage taken from it has them, an open one is settled."""

import json

import pytest

from incidents.actions.marking import marks
from incidents.actions.take_passage import propose_passage
from incidents.store.query.connect import open_reader
from incidents.store.query.reports import kept_text
from tests.cli.conftest import Program

TEXT = """양강도서 사고 잇따라

12일 데일리NK 양강도 소식통에 따르면 지난 5일 양강도 삼수군 새길리에서 불이 났다. 도 보위국과 삼수군당위원회가 조사했다.

같은 날 새길탄광에서도 사고가 났다. 평양냉면과 개성이 뚜렷한 사람은 이 일과 상관이 없다.
"""


@pytest.fixture
def read(copied: Program) -> Program:
    """The stocked database with the report above."""
    copied("ingest", "-", "--published", "2024-04-12", "--outlet", "Daily NK", stdin=TEXT)
    return copied


def newest(program: Program) -> int:
    rows = json.loads(program.out("report", "list", "--format", "json"))
    return max(int(row["id"]) for row in rows)


def marked(program: Program) -> set[tuple[str, str, str]]:
    with open_reader(program.location) as reader:
        text = kept_text(reader, newest(program)) or ""
    return {
        (text[one.start : one.end], one.kind, one.label)
        for one in marks(program.location, newest(program))
        if one.kind in ("place", "institution")
    }


def take(program: Program, words: str) -> int:
    start = TEXT.index(words)
    return propose_passage(program.location, "tester", newest(program), start, start + len(words)).id


def test_its_names_are_marked(read: Program) -> None:
    assert marked(read) == {
        ("양강도", "place", "KP-10"),
        ("양강도 삼수군", "place", "KP-10.samsu"),
        ("새길리", "place", ""),
        ("삼수군", "place", "KP-10.samsu"),
        ("도 보위국", "institution", "kp.mss.branch@KP-10"),
        ("삼수군당위원회", "institution", "kp.wpk.party-committee@KP-10.samsu"),
        ("새길탄광", "institution", ""),
    }


def test_a_passage_has_its_names_and_an_open_one_is_settled(read: Program) -> None:
    number = take(read, "12일 데일리NK 양강도 소식통에 따르면 지난 5일 양강도 삼수군 새길리에서 불이 났다.")
    shown = json.loads(read.out("review", "--show", str(number), "--format", "jsonl"))
    assert shown["places"] == "KP-10.samsu"
    [row] = json.loads(read.out("place", "unresolved", "--format", "json"))
    assert (row["words"], row["why"]) == ("새길리", "nothing is called so")
    read.out("place", "add", "Saegil", "--kind", "ri", "--under", "Samsu", "--korean", "새길리")
    read.out("place", "resolve", "새길리", "Saegil", "--yes")
    assert json.loads(read.out("place", "unresolved", "--format", "json")) == []
    assert "양강도 삼수군 새길리" in {words for words, kind, code in marked(read) if kind == "place" and code}


def test_a_name_that_a_user_adds_is_marked_from_then_on(read: Program) -> None:
    read.out("institution", "add", "Saegil Coal Mine", "--kind", "mine", "--korean", "새길탄광")
    [code] = {code for words, _, code in marked(read) if words == "새길탄광"}
    assert code


def test_a_sentence_typed_in_korean_has_its_places_and_institutions(copied: Program) -> None:
    sentence = "양강도 혜산시에서 2024년 4월 5일 국가보위성과 혜산시 안전부가 주민 3명을 체포했다."
    said = copied.said("add", sentence, "--type", "arrest")
    assert "added with it: the institution Hyesan City Department of the Ministry of Social Security" in said
    [row] = json.loads(copied.out("list", "--institution", "kp.mss", "--since", "2024-04-05", "--format", "json"))
    assert row["title"].startswith("양강도 혜산시에서")
    [row] = json.loads(copied.out("list", "--place", "Hyesan", "--since", "2024-04-05", "--format", "json"))
    assert row["date"] == "2024-04-05"
