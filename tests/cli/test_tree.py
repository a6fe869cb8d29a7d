"""`place tree`, `institution tree`."""

import json
import re

import pytest

from incidents.output.width import width
from tests.cli.conftest import Program


def test_a_place_without_anything_below_it(stocked: Program) -> None:
    result = stocked("place", "tree", "Pyokdong")
    assert result.stdout == "Pyokdong 벽동  county\n"
    assert result.stderr == "0 below Pyokdong; the numbers are incidents\n"


def test_the_lines_lead_to_the_nodes(stocked: Program) -> None:
    lines = stocked.out("place", "tree", "samsu").splitlines()
    assert lines[0].startswith("Samsu 삼수군  county")
    assert lines[0].endswith("  1")
    assert any(line.startswith("├── Posong 포성노동자구  workers-district") for line in lines)
    assert any("── Posong Station 포성역  station" in line for line in lines)
    assert lines[-1].startswith("└── ")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_screen_and_the_numbers_stand_below_one_another(
    stocked: Program, columns: int
) -> None:
    shown = stocked("place", "tree", "Ryanggang", COLUMNS=str(columns)).stdout.splitlines()
    assert max(map(width, shown)) <= columns
    numbered = [line for line in shown if re.search(r"  \d+$", line)]
    assert len(numbered) == 3
    assert len(set(map(width, numbered))) == 1


def test_what_lay_there_says_so(stocked: Program) -> None:
    shown = stocked("place", "tree", "South Pyongan", "--depth", "1", COLUMNS="120").stdout
    assert "├── Onchon 온천군  county, until 2010; by usage" in shown


def test_every_format_has_the_columns(stocked: Program) -> None:
    csv = stocked.out("place", "tree", "samsu", "--format", "csv").splitlines()
    assert csv[0] == "depth,code,name,korean,kind,why,incidents"
    assert csv[1] == "0,KP-10.samsu,Samsu,삼수군,county,,1"
    found = json.loads(stocked.out("institution", "tree", "KWP", "--depth", "1", "--format", "json"))
    assert list(found[0]) == csv[0].split(",")
    assert {one["depth"] for one in found} == {0, 1}


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("place", "tree", "Atlantis"), 4, "there is no place 'Atlantis'"),
        (("place", "tree", "Unsan"), 2, "'Unsan' can be several"),
        (("institution", "tree", "qqqqq"), 4, "there is no institution 'qqqqq'"),
        (("place", "tree", "KP", "--depth", "0"), 2, "--depth"),
    ],
)
def test_what_is_no_tree(stocked: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    assert sentence in stocked.said(*words, code=code)
