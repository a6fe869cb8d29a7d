"""What is retired takes nothing new, and no `undo` in whatever order gives it something back or makes a ring."""

import json
import sqlite3
import unicodedata
from contextlib import closing

import pytest

from tests.cli.conftest import Program
from tests.cli.things import found, log, names, shown

SAMSU, KAPSAN = "KP-10.samsu", "KP-10.kapsan"
UPPER, LOWER, THIRD = f"{SAMSU}.upper", f"{SAMSU}.lower", f"{SAMSU}.third"


@pytest.fixture
def villages(copied: Program) -> Program:
    for name in ("Upper", "Lower", "Third"):
        copied.said("place", "add", name, "--kind", "ri", "--under", SAMSU)
    return copied


def last(program: Program) -> str:
    """The number of the last change."""
    return program.out("history", "--limit", "1").split()[0]


def test_a_record_stays_with_what_was_kept(villages: Program) -> None:
    made = villages.said("add", "--title", "A search", "--type", "arrest", "--date", "2024", "--place", UPPER)
    number = made.split()[1]
    villages.said("edit", number, "--place", KAPSAN)
    edit = last(villages)
    villages.said("place", "merge", LOWER, UPPER)
    before = log(villages)
    assert f"cannot be undone: {UPPER} is retired by now" in villages.said("undo", edit, code=5)
    assert log(villages) == before
    villages.said("undo")
    villages.said("undo", edit)
    assert found(villages, "--place", UPPER) == [int(number)]
    assert villages.said("db", "check") == "all is well\n"


def test_nothing_goes_back_under_what_is_no_more(villages: Program) -> None:
    villages.said("place", "move", THIRD, "--under", UPPER)
    villages.said("place", "move", THIRD, "--under", KAPSAN)
    move = last(villages)
    villages.said("place", "merge", LOWER, UPPER)
    assert f"{UPPER} is retired by now" in villages.said("undo", move, code=5)
    assert shown(villages, "place", THIRD)["parent"] == "Kapsan"


def test_undo_makes_no_ring(villages: Program) -> None:
    villages.said("place", "move", LOWER, "--under", UPPER)
    villages.said("place", "move", LOWER, "--under", KAPSAN)
    out = last(villages)
    villages.said("place", "move", UPPER, "--under", LOWER)
    assert f"{LOWER} cannot lie in {UPPER}" in villages.said("undo", out, code=5)
    assert shown(villages, "place", UPPER)["parent"] == "Lower"
    villages.said("undo")
    villages.said("undo")
    assert shown(villages, "place", LOWER)["parent"] == "Upper"


WORDS: list[tuple[str, ...]] = [
    ("place", "add", "Fourth", "--kind", "ri", "--under", UPPER),
    ("place", "move", LOWER, "--under", UPPER),
    ("institution", "add", "Fourth Bureau", "--kind", "state", "--place", UPPER),
    ("add", "--title", "A search", "--type", "arrest", "--date", "2024", "--place", UPPER),
]


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_what_is_retired_takes_nothing_new(villages: Program, words: tuple[str, ...]) -> None:
    villages.said("undo", str(int(last(villages)) - 2))
    before = log(villages)
    assert f"Upper ({UPPER}) is retired" in villages.said(*words, code=5)
    assert log(villages) == before
    assert found(villages, "--place", UPPER) == []


NAMES = [
    ("Up\u200bper", "\\u200b"),
    ("\u202erepU", "\\u202e"),
    ("\u3164", "\\u3164"),
    ("Up\u00adper", "\\xad"),
]


@pytest.mark.parametrize(("name", "says"), NAMES, ids=ascii)
def test_a_name_has_nothing_that_nobody_sees(villages: Program, name: str, says: str) -> None:
    assert says in villages.said("place", "alias", "add", UPPER, name, code=6)


def test_syllables_in_parts_are_the_same_name(villages: Program) -> None:
    parts = unicodedata.normalize("NFD", "상리")
    villages.said("place", "alias", "add", UPPER, parts)
    assert "상리" in names(villages, "place", UPPER)
    assert "has the name '상리' already" in villages.said("place", "alias", "add", UPPER, "상리", code=5)
    villages.said("place", "alias", "remove", UPPER, parts)


def test_codes_differ_by_more_than_capitals(villages: Program) -> None:
    words = ("place", "add", "Fourth", "--kind", "ri", "--under", SAMSU, "--code")
    assert f"{UPPER} but for capitals" in villages.said(*words, f"{SAMSU}.UPPER", code=5)
    assert "give a shorter --code" in villages.said(*words, "x" * 1000, code=6)


def test_words_without_end_are_looked_up_nowhere(villages: Program) -> None:
    for words in (("place", "show", "Samsu, " * 20_000), ("list", "--institution", "당" * 100_000)):
        assert len(villages.said(*words, code=4)) < 200


def test_a_language_has_a_code(villages: Program) -> None:
    words = ("place", "alias", "add", UPPER, "Oben", "--language")
    assert "no code of a language" in villages.said(*words, "x" * 300, code=2)
    villages.said(*words, "de")


REPORT = "Three traders were arrested in Upper, Samsu county, Ryanggang Province, on April 28, a source said.\n"


@pytest.fixture
def waiting(villages: Program) -> Program:
    """With a proposal that is in a village."""
    villages.said("ingest", "-", "--published", "2016-05-02", stdin=REPORT)
    assert places(payload(villages)) == [UPPER]
    return villages


def payload(program: Program) -> str:
    with closing(sqlite3.connect(program.path)) as file:
        [(held,)] = file.execute("SELECT payload FROM proposal")
    return str(held)


def places(held: str) -> list[str]:
    return [link["place"] for link in json.loads(held)["incident"]["places"]]


def elsewhere(program: Program, statement: str, *values: str) -> None:
    """What another program did between the reading of the report and now."""
    with closing(sqlite3.connect(program.path)) as file, file:
        file.execute(statement, values)


def test_a_proposal_in_what_was_taken_back_is_not_accepted(waiting: Program) -> None:
    elsewhere(waiting, "UPDATE place SET retired = 1 WHERE code = ?", UPPER)
    before = log(waiting)
    assert f"the place {UPPER}, which is retired by now" in waiting.said("review", "--accept", "1", code=5)
    assert log(waiting) == before


def test_a_proposal_in_what_was_merged_meanwhile_follows_it(waiting: Program) -> None:
    held = payload(waiting)
    waiting.said("place", "merge", LOWER, UPPER)
    waiting.said("place", "merge", THIRD, LOWER)
    assert places(payload(waiting)) == [THIRD]
    elsewhere(waiting, "UPDATE proposal SET payload = ?", held)
    waiting.said("review", "--accept", "1")
    assert len(found(waiting, "--place", THIRD)) == 1
    assert waiting.said("db", "check") == "all is well\n"
