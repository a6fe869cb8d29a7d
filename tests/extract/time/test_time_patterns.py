"""The seeds of the grammar: every pattern can be read, and every error names its line."""

from collections.abc import Mapping
from datetime import date

import pytest

from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.grammar import Grammar
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.operations import known, read
from incidents.extract.time.patterns import Item, Sequence, compiled
from incidents.extract.time.period import Period
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.calendar import Calendar
from incidents.lexicon.lexicon import Lexicon

PHRASES = read_phrases("en")
LEXICON = Lexicon(read_reference(), PHRASES)
UNREAD = {"clock", "none", "apposition", "apposed"} | {
    "central_committee",
    "dating",
    "home",
    "party_dating",
    "party",
    "plenary",
    "spa",
}
"""Rules whose matches are never dated."""


def sequences() -> tuple[Sequence, ...]:
    return compiled(PHRASES["time_patterns"], known())


def samples() -> dict[str, Argument]:
    """A value for each class, from the vocabulary itself or, for what tokens give, a plain one."""
    rows = [row for table, rows in PHRASES.items() if table.startswith("time_") for row in rows if row.get("class")]
    made: dict[str, Argument] = {
        row["class"]: int(row["value"]) if row["value"].lstrip("-").isdecimal() else row["value"] for row in rows
    }
    plain: Mapping[str, Argument] = {"number": 3, "count": 2, "day": 3, "two_digits": 98, "year4": 1990}
    written: Mapping[str, Argument] = {"iso": "2016-05-02", "slash": "13/5/2016", "named": "Day of the Sun"}
    written = {
        **written,
        "event": "currency reform",
        "the_day": "Day of the Sun",
        "anniversary": "Kim Il Sung's death anniversary",
        "birthday": "birthday of Kim Il Sung",
        "land": "CN",
    }
    return {**made, **plain, **written, "ordinal": 2, "digit_ordinal": 2}


def argument(item: Item, rules: set[str], values: dict[str, Argument]) -> tuple[str, Argument]:
    if item.name in rules:
        return item.alias, Node("month", {"month": 3}) if "month" in item.name else Node("year", {"year": 1990})
    return item.alias, values.get(item.name, "")


def test_every_meaning_has_the_arguments_that_it_needs() -> None:
    rules, values = {sequence.rule for sequence in sequences()}, samples()
    basis = Basis(date(2016, 5, 2), LEXICON.compiled(Calendar.of), before=(Period(date(2016, 3, 3), date(2016, 3, 3)),))
    for sequence in sequences():
        if not sequence.operation:
            continue
        given = dict(argument(item, rules, values) for item in sequence.items if item.name)
        try:
            found = read(Node(sequence.operation, {**given, **sequence.constants}), basis)
        except (Unresolved, ValueError):
            continue
        assert found.first or found.last, sequence


def test_what_has_no_meaning_of_its_own_holds_a_part_that_has() -> None:
    rules = {sequence.rule for sequence in sequences()} - UNREAD
    for sequence in sequences():
        if sequence.rule not in UNREAD:
            assert sequence.operation or any(item.name in rules for item in sequence.items), sequence


def test_every_class_of_a_pattern_is_known() -> None:
    rules = {sequence.rule for sequence in sequences()}
    built_in = {"end", "mark", "lower", "capital", "link", "iso", "slash", "far_year"}
    contexts = {context.item for s in sequences() for context in (*s.before, *s.after)}
    names = {item.name for s in sequences() for item in s.items} | {item.name for item in contexts}
    assert names - {""} - rules - set(samples()) - built_in == set()


def test_every_class_of_the_vocabulary_is_used() -> None:
    by_code = {
        "present",
        "joiner",
        "told",
        "perfect",
        "undone",
        "function",
        "forward",
        "back",
        "spoken",
        "no_cue",
        "no_infinitive",
        "subject",
        "carried_out",
        "state",
        "article",
        "toward",
        "deadline",
        "opener",
        "opens",
        "past_form",
        "infinitive",
        "day_lead",
        "date_lead",
        "definite",
        "range_open",
        "range_join",
    }
    contexts = {context.item.name for s in sequences() for context in (*s.before, *s.after)}
    used = {item.name for s in sequences() for item in s.items} | contexts | by_code
    tables = (rows for table, rows in PHRASES.items() if table.startswith("time_"))
    assert {row["class"] for rows in tables for row in rows if row.get("class")} - used == set()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"rule": "point", "pattern": "(in)", "meaning": "year", "line": "7"}, "line 7"),
        ({"rule": "point", "pattern": "<month>", "meaning": "mnoth", "line": "9"}, "line 9: mnoth"),
        ({"rule": "point", "pattern": "<point> <day>", "meaning": "day", "line": "2"}, "begins with itself"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Grammar.of(Lexicon(LEXICON.reference, {"time_patterns": (row,)}))


def test_a_language_without_patterns_finds_nothing() -> None:
    grammar = Grammar.of(Lexicon(LEXICON.reference, {}))
    assert grammar.rules == {}
