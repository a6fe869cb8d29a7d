"""Every row of the patterns of every language gives its operation what it needs: a lack would end a whole run."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from incidents.extract.time.basis import Basis, Unresolved
from incidents.extract.time.node import Argument, Node
from incidents.extract.time.operations import known, read
from incidents.extract.time.patterns import Item, Sequence, compiled
from incidents.extract.time.period import day
from incidents.intake.seeds import languages, read_phrases, read_reference
from incidents.lexicon.calendar import Calendar

CALENDAR = Calendar(read_reference().days)
GIVEN: dict[str, list[Argument]] = {
    "number": [3], "count": [2], "day": [3], "two_digits": [98], "year4": [1990], "far_year": [1592],
    "dotted_day": ["02.12"], "ordinal": [2], "digit_ordinal": [2],
    "iso": ["2016-05-02"], "slash": ["13/5/2016"], "named": ["Day of the Sun"], "named_word": ["Chuseok"],
    "the_day": ["Day of the Sun"], "anniversary": ["Kim Il Sung's death anniversary"], "event": ["currency reform"],
    "birthday": ["birthday of Kim Il Sung"], "jubilee": ["당 창건"], "land": ["CN"],
}  # fmt: skip
"""What tokens and the calendar give; the other classes have the values of their rows."""
DEEP = 12


class Language:
    """The patterns of a language, and what their items can be."""

    def __init__(self, code: str) -> None:
        phrases = read_phrases(code)
        self.sequences = compiled(phrases["time_patterns"], known())
        self.rules: dict[str, list[Sequence]] = {}
        for sequence in self.sequences:
            self.rules.setdefault(sequence.rule, []).append(sequence)
        self.values = dict(GIVEN)
        rows = [row for table, rows in phrases.items() if table.startswith("time_") for row in rows if row.get("class")]
        for name in {row["class"] for row in rows} - GIVEN.keys():
            self.values[name] = [_value(value) for value in sorted({r["value"] for r in rows if r["class"] == name})]

    def nodes(self, sequence: Sequence, depth: int = 0) -> Iterator[Node]:
        """What the sequence makes of its items: each item once as all that it can be, the others as the first."""
        named = [item for item in sequence.items if item.name]
        choices: list[list[Argument]] = [self._choices(item, depth) for item in named] or [[""]]
        for k, several in enumerate(choices):
            for one in several:
                given = {item.alias: found[0] for item, found in zip(named, choices, strict=False)}
                given |= {named[k].alias: one} if named else {}
                inner = [value for value in given.values() if isinstance(value, Node)]
                if sequence.operation or not inner:
                    yield Node(sequence.operation, {**given, **sequence.constants})
                else:
                    yield next((node for node in inner if node.operation), inner[0])

    def _choices(self, item: Item, depth: int) -> list[Argument]:
        if item.name not in self.rules or depth > DEEP:
            return self.values.get(item.name) or [""]
        return [next(self.nodes(sequence, depth + 1)) for sequence in self.rules[item.name][: 1 if depth else None]]


def _value(cell: str) -> Argument:
    return int(cell) if cell.lstrip("-").isdecimal() else cell


@pytest.mark.parametrize("code", languages())
def test_no_meaning_lacks_an_argument(code: str) -> None:
    language, ground = Language(code), (day(date(2016, 3, 3)), day(date(2016, 4, 3)))
    lacking = []
    for sequence in language.sequences:
        for node in language.nodes(sequence):
            try:
                found = read(node, Basis(date(2016, 5, 2), CALENDAR, before=ground)) if node.operation else None
            except (Unresolved, ValueError):
                continue
            except KeyError as name:
                lacking.append((sequence.rule, node.operation, str(name), [item.alias for item in sequence.items]))
            else:
                assert found is None or found.first or found.last, sequence
    assert lacking == []


@pytest.mark.parametrize("code", languages())
def test_no_pattern_asks_for_a_class_that_no_word_has(code: str) -> None:
    language = Language(code)
    contexts = {context.item for sequence in language.sequences for context in (*sequence.before, *sequence.after)}
    asked = {item.name for sequence in language.sequences for item in sequence.items} | {item.name for item in contexts}
    by_tokens = {"", "end", "mark", "lower", "capital", "link"}
    assert asked - by_tokens - language.rules.keys() - language.values.keys() == set()


def test_a_year_without_its_unit_has_a_beginning_and_an_end(korean_dates: Callable[..., object]) -> None:
    assert korean_dates("2018 말 시작돼 2020초까지 갔다.") == [
        ("2018 말", "2018-09/2018-12"),
        ("2020초까지", "../2020-04-30"),
    ]
