"""The machine formats, whole."""

import collections
import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from incidents.output.columns import listing
from incidents.output.delimited import guarded
from incidents.output.formats import FORMATS, lines
from incidents.output.markdown import escaped
from incidents.output.safe import line, safe

COLUMNS = listing("""
id number: a number
name: a name
good flag: a flag
""")
ROWS = [(1, 'A "quoted", name', 1), (2, "two\nlines | 혜산\t\\", 0), (3, None, None)]

EXPECTED = {
    "csv": 'id,name,good\r\n1,"A ""quoted"", name",true\r\n2,"two\nlines | 혜산\t\\",false\r\n3,,\r\n',
    "tsv": 'id\tname\tgood\n1\tA "quoted", name\ttrue\n2\ttwo\\nlines | 혜산\\t\\\\\tfalse\n3\t\t\n',
    "json": '[\n{"id": 1, "name": "A \\"quoted\\", name", "good": true},\n'
    '{"id": 2, "name": "two\\nlines | 혜산\\t\\\\", "good": false},\n{"id": 3, "name": null, "good": null}\n]\n',
    "jsonl": '{"id": 1, "name": "A \\"quoted\\", name", "good": true}\n'
    '{"id": 2, "name": "two\\nlines | 혜산\\t\\\\", "good": false}\n{"id": 3, "name": null, "good": null}\n',
    "md": '| id | name | good |\n| ---: | --- | --- |\n| 1 | A "quoted", name | true |\n'
    "| 2 | two<br>lines \\| 혜산\t\\\\ | false |\n| 3 |  |  |\n",
}


@pytest.mark.parametrize("form", EXPECTED)
def test_whole_output(form: str) -> None:
    assert "".join(lines(form, COLUMNS, iter(ROWS))) == EXPECTED[form]


def test_every_format_is_tested() -> None:
    assert set(FORMATS) == {"table", *EXPECTED}


def test_csv_and_json_read_back() -> None:
    rows = list(csv.reader(io.StringIO(EXPECTED["csv"], newline="")))
    assert rows[1:] == [["1", 'A "quoted", name', "true"], ["2", "two\nlines | 혜산\t\\", "false"], ["3", "", ""]]
    assert [tuple(one.values()) for one in json.loads(EXPECTED["json"])] == [
        (1, ROWS[0][1], True),
        (2, ROWS[1][1], False),
        (3, None, None),
    ]


@pytest.mark.parametrize("form", EXPECTED)
def test_no_rows(form: str) -> None:
    text = "".join(lines(form, COLUMNS, []))
    assert text == {"json": "[]\n", "jsonl": ""}.get(form, text)
    assert len(text.splitlines()) == {"json": 1, "jsonl": 0, "md": 2}.get(form, 1)


@pytest.mark.parametrize("form", EXPECTED)
def test_streams(form: str) -> None:
    """The first row is there before the second is read."""

    def rows() -> Iterator[tuple[Any, ...]]:
        yield ROWS[0]
        raise LookupError

    seen: list[str] = []
    with pytest.raises(LookupError):
        collections.deque(map(seen.append, lines(form, COLUMNS, rows())), 0)
    assert "quoted" in "".join(seen)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ""),
        ("plain = text", "plain = text"),
        ("'quoted'", "'quoted'"),
        (-5, -5),
        (127.5, 127.5),
        ("=1+1", "'=1+1"),
        ("+82 2", "'+82 2"),
        ("-", "'-"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
    ],
)
def test_formulas_are_guarded(cell: object, expected: object) -> None:
    assert guarded(cell) == expected


def test_lone_surrogates_do_not_break_json() -> None:
    (text,) = lines("jsonl", COLUMNS, [(1, "a\udc80b", 1)])
    assert text.encode()
    assert json.loads(text)["name"] == "a\udc80b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", "plain"), ("a|b", "a\\|b"), ("*a*\n_b_", "\\*a\\*<br>\\_b\\_"), ("<b>", "\\<b\\>")],
)
def test_markdown_escapes(text: str, expected: str) -> None:
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a\nb"),
        ("a\tb", "a b"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("a\u202eb", "a\ufffdb"),
        ("x\udc80", "x\ufffd"),
    ],
)
def test_control_characters_do_not_reach_a_terminal(text: str, expected: str) -> None:
    assert safe(text) == expected


def test_line_is_one_line() -> None:
    assert line(" a\n\n b\r\n") == "a b"


def test_markdown_escapes_what_commands_a_terminal() -> None:
    assert escaped("a\x1b[2Jb\x07\u202e") == "a\ufffd\\[2Jb\ufffd\ufffd"
