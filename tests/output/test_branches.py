"""Drawing a tree."""

import pytest

from incidents.output.branches import Branch, drawn

TREE = (
    Branch(0, "Samsu 삼수군", "county", 12, last=True),
    Branch(1, "Posong", "town", 2),
    Branch(2, "A station of a long name", "station, until 2010", last=True),
    Branch(1, "Power\nstation", "", 10, last=True),
    Branch(2, "A hall", last=True),
)
WIDE = """\
Samsu 삼수군  county                                   12
├── Posong  town                                        2
│   └── A station of a long name  station, until 2010
└── Power station                                      10
    └── A hall
"""
NARROW = """\
Samsu 삼수군  county        12
├── Posong  town             2
│   └── A station of a long n…
└── Power station           10
    └── A hall
"""


@pytest.mark.parametrize(("columns", "shown"), [(80, WIDE), (30, NARROW)])
def test_a_tree_is_drawn_within_the_columns(columns: int, shown: str) -> None:
    assert "".join(drawn(TREE, columns, colour=False)) == shown


def test_a_tree_without_numbers_has_no_room_for_them() -> None:
    alone = Branch(0, "Kapsan", "county", last=True)
    assert list(drawn([alone], 80, colour=False)) == ["Kapsan  county\n"]
    assert list(drawn([], 80, colour=False)) == []


def test_colour_leaves_the_name_as_it_is() -> None:
    line = list(drawn(TREE, 80, colour=True))[1]
    assert line.startswith("\x1b[2m├── \x1b[0mPosong\x1b[2m  town\x1b[0m")
