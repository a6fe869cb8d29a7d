"""The views: the same rows in both databases, the columns that docs/views.md promises, and what some cells say."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from incidents.store.engine import engine_of
from incidents.store.location import Location
from incidents.store.migrate import part
from incidents.store.query.connect import Reader, open_reader
from tests.store.databases import PostgresqlDatabases, SqliteFiles
from tests.store.varied_rows import CORRECTED, TEXT, fill

DOCS = Path(__file__).parents[2] / "docs/views.md"
VIEWS = sorted({name.partition("_")[2] for name in part("view_files").at("9999", "sqlite")})


def documented() -> dict[str, list[str]]:
    """The columns of each view in the order of docs/views.md."""
    sections = re.split(r"^## ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = {text.split("\n")[0].strip(): re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE) for text in sections}
    return {name: columns for name, columns in found.items() if columns}


def filled(location: Location) -> Reader:
    engine = engine_of(location)
    with engine.begin() as connection:
        fill(connection)
    engine.dispose()
    return open_reader(location)


@pytest.fixture(scope="module")
def readers(sqlite_files: SqliteFiles, postgresql_databases: PostgresqlDatabases) -> Iterator[tuple[Reader, Reader]]:
    """Both databases with the same rows."""
    both = filled(sqlite_files.fresh()), filled(postgresql_databases.fresh())
    yield both
    for reader in both:
        reader.close()


@pytest.fixture
def sqlite(readers: tuple[Reader, Reader]) -> Reader:
    return readers[0]


def test_every_view_is_documented() -> None:
    assert sorted(documented()) == VIEWS
    assert sorted(name.partition("_")[2] for name in part("view_files").at("9999", "postgresql")) == VIEWS


@pytest.mark.parametrize("view", VIEWS)
def test_both_databases_give_the_same_rows(readers: tuple[Reader, Reader], view: str) -> None:
    columns = ", ".join(documented()[view])
    rows = [sorted(reader.rows(f"SELECT {columns} FROM {view}"), key=repr) for reader in readers]
    assert rows[0] == rows[1]
    assert rows[0]
    assert [list(map(type, row)) for row in rows[0]] == [list(map(type, row)) for row in rows[1]]


@pytest.mark.parametrize("view", VIEWS)
def test_the_columns_are_those_of_the_docs(readers: tuple[Reader, Reader], view: str) -> None:
    for reader in readers:
        assert [column[0] for column in reader._connection.execute(f"SELECT * FROM {view}").description] == (
            documented()[view]
        )


@pytest.mark.parametrize("column", ["title", "places", "tags", "date", "sort_from"])
def test_both_databases_sort_alike(readers: tuple[Reader, Reader], column: str) -> None:
    order = f"SELECT id FROM chronology WHERE {column} IS NOT NULL ORDER BY {column}, id"
    sqlite, postgresql = (list(reader.rows(order)) for reader in readers)
    assert sqlite == postgresql


CELLS: list[tuple[int, str, Any]] = [
    (1, "place_path", "Posong, Samsu, Ryanggang, North Korea"),
    (1, "province", "Ryanggang"),
    (1, "province_code", "KP-10"),
    (1, "tags", "Zed; apple; zebra; Öl; 나라"),
    (1, "family", "dissent"),
    (2, "place_path", "Onchon, Nampo, North Korea"),
    (2, "province_code", "KP-14"),
    (2, "places", "Onchon; Kuwait"),
    (2, "institutions", "Ministry of State Security; Onchon party committee"),
    (2, "people", "about 40 officials; 수십 명; 3 dismissed; 3–5 dismissed; 3 or more dismissed; up to 5 dismissed"),
    (2, "evidence_count", 3),
    (2, "source_count", 2),
    (2, "source_types", "official; outlet; resident"),
    (2, "origins", "Radio Free Asia; 가나다 통신"),
    (2, "date", "2020-10-10/.."),
    (3, "place_path", "the Yalu bank, North Korea"),
    (3, "province", None),
    (3, "level", "refuted"),
    (4, "place_path", "Kuwait"),
    (4, "date", None),
    (5, "place_path", "the border with China, North Korea"),
    (5, "withdrawn", 1),
    (6, "place", None),
    (6, "places", None),
    (6, "evidence_count", 0),
]


@pytest.mark.parametrize(("incident", "column", "value"), CELLS)
def test_a_cell_of_the_chronology(sqlite: Reader, incident: int, column: str, value: object) -> None:
    assert sqlite.one(f"SELECT {column} FROM chronology WHERE id = ?", (incident,)) == (value,)


def test_words_of_a_claim_are_code_points_of_the_kept_text(sqlite: Reader) -> None:
    words = dict(sqlite.rows("SELECT id, words FROM claim_listing"))
    assert words == {1: "About 40", 2: None, 3: "로동신문은", 4: "😀"}


def test_a_report_counts_what_rests_on_it(sqlite: Reader) -> None:
    columns = "versions, chars, proposals_waiting, proposals_total, incidents"
    rows = {row[0]: row[1:] for row in sqlite.rows(f"SELECT id, {columns} FROM report_listing")}
    assert rows[1] == (2, len(TEXT + CORRECTED), 1, 2, 1)
    assert rows[2] == (1, 0, 0, 1, 1)
    assert rows[3] == (0, None, 0, 0, 0)


def test_the_official_korean_name_comes_first(sqlite: Reader) -> None:
    assert sqlite.one("SELECT korean FROM place_listing WHERE code = 'KP-10'") == ("량강도",)
    assert sqlite.one("SELECT korean FROM institution_listing WHERE code = 'kp.mss'") == ("국가보위성",)


def test_no_view_shows_the_recorders_note() -> None:
    assert not {name for name, columns in documented().items() if "note" in columns}
