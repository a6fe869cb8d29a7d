"""On what rows of the seeds rest: each word and each citation is of a row that is there; errors say where."""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents import paths
from incidents.errors import BadInput
from incidents.intake.sources import ITSELF, TABLES, Citation, Sources

SEEDS = paths.shipped("seeds")
SHIPPED = Sources(SEEDS)
NOUNS = sorted({table.noun for table in TABLES.values()})


def cells(name: str) -> list[list[str]]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("sources", "attestations", *TABLES):
        shutil.copy(SEEDS / f"{name}.csv", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["sources", "attestations"])
def test_a_table_is_sorted_and_has_no_row_twice(name: str) -> None:
    rows = cells(name)
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("noun", NOUNS)
def test_each_citation_is_of_a_row_and_of_a_word_that_are_there(noun: str) -> None:
    codes = {row[1] for row in cells("attestations") if row[0] in TABLES and TABLES[row[0]].noun == noun}
    cited = [one for code in sorted(codes) for one in SHIPPED.citations(noun, code)]
    assert len(cited) >= len(codes)
    assert {row[0] for row in cells("attestations")} <= set(TABLES)


def used() -> Iterator[str]:
    """The words that some row rests on."""
    for name, table in TABLES.items():
        yield from (word for words in SHIPPED.held(name).values() for word in words) if table.words else ()
    with (SEEDS / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        yield from (word for row in csv.DictReader(lines) for word in row["source"].split())


def test_each_word_is_used_and_each_that_is_used_is_explained() -> None:
    assert set(used()) == set(SHIPPED.words)


def test_a_row_without_a_citation_of_its_own_says_what_its_words_stand_for() -> None:
    code = next(
        code
        for code, words in SHIPPED.held("places").items()
        if words == ("reference", "geonames") and code not in {row[1] for row in cells("attestations")}
    )
    told = [Citation(ITSELF, word, SHIPPED.words[word].citation) for word in ("reference", "geonames")]
    assert list(SHIPPED.citations("place", code)) == told


def test_citations_follow_the_order_of_the_words_and_parents_and_names_come_last() -> None:
    told = SHIPPED.citations("place", "KP-10.kimhyongjik")
    assert [(one.about, one.source) for one in told] == [
        (ITSELF, "admin179"),
        (ITSELF, "csis-markets"),
        ("names", ""),
        ("parents", "daum"),
    ]


def test_what_the_seeds_do_not_have_rests_on_nothing() -> None:
    assert SHIPPED.of("place", "KP-10.samsu.sangri") == ()
    assert SHIPPED.citations("place", "KP-10.samsu.sangri") == ()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("places,KP-99,press,Daily NK", "places.csv has no row of 'KP-99'"),
        ("places,KP-10,press,Daily NK", "'press' is no source of KP-10 (iso3166, geonames)"),
        ("places,KP-10,,Daily NK", "'' is no source of KP-10 (iso3166, geonames)"),
        ("places,KP-10,geonames,", "the citation is empty"),
        ("place_names,KP-10,geonames,Daily NK", "place_names.csv has no sources: leave the cell empty"),
        ("place_names,KP-99,,Daily NK", "place_names.csv has no row of 'KP-99'"),
        ("place_parents,KP-10.samsu,press,Daily NK", "'press' is no source of KP-10.samsu (reference)"),
        ("rivers,KP-10,press,Daily NK", "'rivers' is no table that has citations (places, "),
        ("places,KP-10,press", "3 cells, but the header has 4"),
    ],
)
def test_a_wrong_citation_is_named_by_file_and_line(folder: Path, row: str, says: str) -> None:
    (folder / "attestations.csv").write_text(f"table,code,source,citation\n{row}\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"attestations\.csv, line 2") as told:
        Sources(folder).citations("place", "KP-10")
    assert says in str(told.value)


def test_a_wrong_citation_of_an_institution_does_not_keep_places_from_being_shown(folder: Path) -> None:
    wrong = "table,code,source,citation\ninstitutions,kp.none,press,Daily NK\n"
    (folder / "attestations.csv").write_text(wrong, encoding="utf-8")
    assert Sources(folder).citations("place", "KP-10")
    with pytest.raises(BadInput, match=r"attestations\.csv, line 2: institutions\.csv has no row of 'kp.none'"):
        Sources(folder).citations("institution", "kp.mss")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["press,a paper,,", "press,another,,"], "sources.csv, line 3: the word press stands there twice"),
        (["press,,,"], "sources.csv, line 2: a source needs a word and a citation"),
        (["press,a paper,,"], "places.csv, line 2: 'iso3166' is no source: sources.csv has no such word"),
    ],
)
def test_a_wrong_source_is_named_by_file_and_line(folder: Path, lines: list[str], says: str) -> None:
    text = "\n".join(["word,citation,says,checked", *lines, ""])
    (folder / "sources.csv").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=re.escape(says)):
        Sources(folder).of("place", "KP-10")


UNKEPT = {
    "KP-01.locomotive",
    "KP-01.moranbong.liberation-tower",
    "KP-01.rangnang.reunification-arch",
    "KP-01.taedonggang.party-monument",
    "KP-04.manpo.bridge",
    "KP-08.hamhung.grand-theatre",
    "KP-13.sonbong.friendship-bridge",
}
"""Places that a paper names of which the README says that it was not kept."""


def test_a_place_that_the_press_attests_names_the_paper() -> None:
    of_the_press = {code for code, words in SHIPPED.held("places").items() if "press" in words}
    named = {row[1] for row in cells("attestations") if row[0] == "places" and row[2] == "press"}
    assert of_the_press - named == UNKEPT


def test_a_day_has_its_citation_too() -> None:
    told = [one.text for one in SHIPPED.citations("day", "kp-air-force-day")]
    assert told == ["Daily NK and Ajunews, 29 November 2012: 29 November since 2012"]
