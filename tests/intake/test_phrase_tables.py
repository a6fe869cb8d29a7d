"""The pages beside the phrase tables name each of them with its columns; a wrong row is named by file and line."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from incidents import paths
from incidents.errors import BadInput
from incidents.intake.phrase_tables import check_codes
from incidents.intake.seeds import read_phrases, read_reference

SEEDS = paths.shipped("seeds")
LANGUAGES = sorted(page.parent.name for page in SEEDS.glob("*/README.md"))
TABLES = sorted(path for language in LANGUAGES for path in (SEEDS / language).glob("*.csv"))
USES = {
    "institution_carry": "use",
    "institution_context": "side",
    "institution_offices": "use",
    "institution_patterns": "form",
    "people_context": "use",
    "place_context": "use",
    "place_setting": "use",
    "place_units": "position",
}
"""The columns whose words say what code does with a row: one that no code names would do nothing, in silence."""
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "incidents").rglob("*.py"))
NAMED = frozenset(re.findall(r"[\"']([a-z-]+)[\"']", CODE))
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


@pytest.mark.parametrize("table", [t for t in TABLES if t.stem in USES], ids=lambda t: f"{t.parent.name}/{t.stem}")
def test_each_use_of_a_word_is_told_on_its_page_and_named_in_code(table: Path) -> None:
    page = (table.parent / "README.md").read_text(encoding="utf-8")
    with table.open(encoding="utf-8", newline="") as lines:
        uses = {row[USES[table.stem]] for row in csv.DictReader(lines)}
    assert uses - set(re.findall(r"`([a-z-]+)`", page)) == set()
    assert uses - NAMED == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_row_stands_there_twice(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [tuple(row) for row in csv.reader(lines)]
    assert [row for row, number in Counter(rows).items() if number > 1] == []


def test_each_table_has_its_row() -> None:
    with (SEEDS / "phrase_tables.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["table"] for row in rows] == sorted({path.stem for path in TABLES})
    for row in rows:
        headers = [path.read_text(encoding="utf-8").split("\n", 1)[0].split(",") for path in TABLES]
        own = [set(one) for path, one in zip(TABLES, headers, strict=True) if path.stem == row["table"]]
        assert set.intersection(*own) == set(row["columns"].split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tables_name_is_there(language: str) -> None:
    check_codes(SEEDS / language, read_phrases(language), read_reference())


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("place_phrases", "place", "where", "place_phrases.csv, line 1: the column place is missing"),
        ("people_groups", "group", "kind", "people_groups.csv, line 1: the column group is missing"),
        ("institution_units", "kinds", "kind", "institution_units.csv, line 1: the column kinds is missing"),
    ],
)
def test_a_column_that_is_missing_is_named(tmp_path: Path, table: str, old: str, new: str, message: str) -> None:
    header, _, rows = (SEEDS / "en" / f"{table}.csv").read_text(encoding="utf-8").partition("\n")
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / f"{table}.csv").write_text(f"{header.replace(old, new)}\n{rows}", encoding="utf-8")
    with pytest.raises(BadInput, match=message):
        read_phrases("en", tmp_path)


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("place_phrases", {"place": "KP-99"}, "line 7: place is 'KP-99', and there is no such place"),
        ("implied", {"institution": "kp.nobody"}, "institution is 'kp.nobody', and there is no such institution"),
        ("roles", {"type": "feast"}, "type is 'feast', and there is no such type"),
        ("place_units", {"kinds": "city planet"}, "kinds is 'planet', and there is no such place-kind"),
        ("role_phrases", {"role": "owner"}, "role is 'owner', and there is no such institution-role"),
        ("role_phrases", {"role": "actor", "gap": "far"}, "gap is 'far', and there is no such number"),
        ("acts", {"type": "arrest", "strength": "²"}, "strength is .*, and there is no such number"),
        ("topics", {"type": "arrest", "weight": ""}, "line 7: weight is '', and there is no such number"),
        ("implied", {"pattern": ""}, "line 7: pattern is '', and there is no such word"),
        ("status", {"verb": "deny|"}, "verb is 'deny[|]', and there is no such word"),
        ("institution_units", {"kinds": "", "words": "city"}, "kinds is '', and there is no such place-kind"),
    ],
)
def test_a_code_that_no_row_has_is_named(table: str, row: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        check_codes(SEEDS / "en", {table: [{**row, "line": "7"}]}, read_reference())


def test_what_may_stand_there_besides_is_left_alone() -> None:
    row = {"type": "same", "status": "", "strength": "2", "pattern": "t|not ~2 show", "line": "7"}
    check_codes(SEEDS / "en", {"acts": [row], "role_phrases": [{"gap": "clause", "line": "7"}]}, read_reference())
