"""The pages beside the phrase tables name each of them with its columns."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from incidents import paths

SEEDS = paths.shipped("seeds")
LANGUAGES = sorted(page.parent.name for page in SEEDS.glob("*/README.md"))
TABLES = sorted(path for language in LANGUAGES for path in (SEEDS / language).glob("*.csv"))
_ROW = re.compile(r"^\| `([\w*]+\.csv)` \|.*\|(?: `([\w,]*)`)? \|$", re.MULTILINE)


def told(language: str) -> dict[str, str]:
    """The columns of each table by its name, as the page of a language tells."""
    page = (SEEDS / language / "README.md").read_text(encoding="utf-8")
    return dict(_ROW.findall(page))


def test_there_are_pages() -> None:
    assert {"en", "ko"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_is_told_with_its_columns(language: str) -> None:
    tables = sorted(path for path in (SEEDS / language).glob("*.csv") if not path.name.startswith("time_"))
    headers = {path.name: path.read_text(encoding="utf-8").partition("\n")[0] for path in tables}
    known = {name: columns for name, columns in told(language).items() if "*" not in name}
    assert known == headers


@pytest.mark.parametrize("table", TABLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_row_stands_there_twice(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [tuple(row) for row in csv.reader(lines)]
    assert [row for row, number in Counter(rows).items() if number > 1] == []
