"""The light table."""

from incidents.output.table import Cell, Head, Row, text
from incidents.output.width import width

HEADS = [Head("id", right=True), Head("place", 6), Head("title", 10)]
ROWS = [["1", "혜산", "Leaflets found at the station"], ["12", "Sinuiju", "A levy of rice"]]


def test_left_alone_where_it_fits() -> None:
    assert text(HEADS, ROWS, 60).splitlines() == [
        "id  place    title",
        " 1  혜산     Leaflets found at the station",
        "12  Sinuiju  A levy of rice",
    ]


def test_wraps_the_columns_that_give_way() -> None:
    assert text(HEADS, ROWS, 28).splitlines() == [
        "id  place    title",
        " 1  혜산     Leaflets found",
        "             at the station",
        "12  Sinuiju  A levy of rice",
    ]


def test_cuts_where_told() -> None:
    heads = [Head("id", right=True), Head("place", 6), Head("title", 10, cut=True)]
    assert text(heads, ROWS, 28).splitlines()[1] == " 1  혜산     Leaflets found…"


def test_never_wider_than_asked_as_long_as_columns_give() -> None:
    for columns in range(22, 70):
        assert all(width(line) <= columns for line in text(HEADS, ROWS, columns).splitlines())


def test_nothing_without_rows() -> None:
    assert text(HEADS, [], 80) == ""


def test_colour_only_when_asked_and_outside_the_padding() -> None:
    rows: list[Row] = [["1", Cell("x", "bad"), "y"]]
    assert "\x1b" not in text(HEADS, rows, 80)
    assert "\x1b[31mx\x1b[0m      y" in text(HEADS, rows, 80, colour=True)
