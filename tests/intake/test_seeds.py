"""The seeds that ship: read whole, in order, each fact with a source; and a wrong row is named by file and line."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from incidents import paths
from incidents.errors import BadInput
from incidents.intake.seeds import COLUMNS, read_phrases, read_reference, version
from incidents.model.edtf import bounds
from incidents.model.reference import Reference

SEEDS = paths.shipped("seeds")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference()


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_is_sorted_and_has_no_row_twice(table: str) -> None:
    with (SEEDS / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = list(csv.reader(lines))
    assert ",".join(header) == COLUMNS[table]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)


@pytest.mark.parametrize("table", [name for name, columns in COLUMNS.items() if "source" in columns.split(",")])
def test_each_fact_has_a_source_that_is_explained(table: str) -> None:
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as lines:
        described = {row["word"] for row in csv.DictReader(lines)}
    with (SEEDS / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        sources = {word for row in csv.DictReader(lines) for word in re.split(r"[ ;]+", row["source"])}
    assert "" not in sources
    assert sources - described == set()


def test_the_content_that_is_promised_is_there(reference: Reference) -> None:
    first_level = {place.code for place in reference.places if place.level == "province"}
    countries = [place for place in reference.places if place.level == "country"]
    assert {f"KP-{number:02}" for number in (*range(1, 11), 13, 14, 15)} <= first_level
    assert (len(countries) >= 249, len(reference.institutions) >= 60, len(reference.outlets) >= 25) == (True,) * 3


def test_trees_have_no_loops(reference: Reference) -> None:
    for rows in (reference.place, reference.institution):
        for code in rows:
            seen, at = {code}, rows[code].parent
            while at:
                assert at not in seen, f"{code} is under itself"
                seen.add(at)
                at = rows[at].parent


def test_dates_are_edtf(reference: Reference) -> None:
    names = [name for place in reference.places for name in place.names]
    names += [name for one in reference.institutions for name in one.names]
    spans = [(name.since, name.until) for name in names]
    spans += [(parent.since, parent.until) for place in reference.places for parent in place.parents]
    spans += [pair for day in reference.days for pair in day.occurrences]
    assert [edtf for span in spans for edtf in span if edtf and not any(bounds(edtf))] == []


def test_codes_of_vocabularies_are_used(reference: Reference) -> None:
    families = {term.code for term in reference.vocabulary("family")}
    kinds = {term.code for term in reference.vocabulary("institution-kind")}
    outlet_kinds = {term.code for term in reference.vocabulary("outlet-kind")}
    assert {kind.family for kind in reference.types} == families
    assert {one.kind for one in reference.institutions} <= kinds
    assert {one.kind for one in reference.outlets} <= outlet_kinds


def test_phrases_of_english_are_there_and_of_no_other_tongue() -> None:
    assert "acts" in read_phrases("en")
    assert read_phrases("xx") == {}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path / "seeds"


WRONG = [
    ("places", "KP-10,Twice,province,KP,,,,iso3166", "the code KP-10 stands there twice"),
    ("places", "XX-1,Nowhere,province,XX,,,,iso3166", "parent names XX, which no row has"),
    ("places", "KP-99,Nowhere,planet,KP,,,,iso3166", "kind names planet"),
    ("places", "KP-99,,province,KP,,,,iso3166", "it has no name"),
    ("places", "KP-99,Nowhere,province,KP,,north,,iso3166", "could not convert string to float"),
    ("places", "KP-99,Nowhere,province,KP,,41.5,,iso3166", "latitude and longitude go together"),
    ("places", "KP-99,Nowhere,province,KP,,128.1,41.4,iso3166", "128.1 is no latitude: it is a number from -90 to 90"),
    ("places", "KP-99,Nowhere,province,KP,,41.4,nan,iso3166", "nan is no longitude"),
    ("places", "KP-99,Nowhere,province,KP,spring 1954,,,iso3166", "since: .*spring 1954"),
    ("places", "KP-99,Nowhere,province,KP,1954-13,,,iso3166", "since: there is no month 13"),
    ("places", "KP-99,Nowhere,province,KP-99,,,,iso3166", r"it is under itself \(KP-99 under KP-99\)"),
    ("places", "KP-99,Nowhere,province,KP,,,iso3166", "7 cells, but the header has 8"),
    ("places", "kp-10,Nowhere,province,KP,,,,iso3166", "the code kp-10 is KP-10 but for capitals"),
    ("places", ",Nowhere,province,KP,,,,iso3166", "'' is no code"),
    ("places", "KP-9 9,Nowhere,province,KP,,,,iso3166", "'KP-9 9' is no code"),
    ("places", "KP-99,Nowhere,,KP,,,,iso3166", "it has no kind"),
    ("places", "KP-99,***,province,KP,,,,iso3166", "has no letter or digit"),
    ("places", "KP-99,No\u200bwhere,province,KP,,,,iso3166", "which nobody sees"),
    ("places", f"KP-99,{'Nowhere' * 30},province,KP,,,,iso3166", "has 210 characters; it takes up to 200"),
    ("place_kinds", "ri,Village,리,settlement", "the code ri stands there twice"),
    ("place_names", "KP-10,\u1105\u1163\u11bc\u1100\u1161\u11bc,ko,alias,,", "has letters in parts"),
    ("place_names", "KP-10,Nowhere,english,alias,,", "'english' is no code of a language"),
    ("place_parents", "KP-10,KP-10.samsu,usage,,,own", "KP-10 would be under itself: KP-10.samsu is below it"),
    ("place_names", "KP-99,Nowhere,en,alias,,", "no place has the code KP-99"),
    ("place_names", "KP-10,Yanggang,en,alias,,", "KP-10: Yanggang: this name of it stands there twice"),
    ("place_names", "KP-10,Ryanggang,en,alias,,", "KP-10 has the name Ryanggang in places.csv already"),
    ("place_names", "KP-10,,en,alias,,", "the name is empty"),
    ("place_names", "KP-10,Nowhere,en,nickname,,", "'nickname' is no kind of name"),
    ("place_names", "KP-10,Nowhere,en,former,1954,long ago", "until: .*long ago"),
    ("place_names", "KP-10,Nowhere,en,former,1954-11,1954-10", r"it ends \(1954-10\) before it begins \(1954-11\)"),
    ("place_parents", "KP-99,KP,usage,,,own", "no place has the code KP-99"),
    ("place_parents", "KP-10,KP-99,usage,,,own", "parent names KP-99, which no row has"),
    ("place_parents", "KP-10,KP-10,usage,,,own", "KP-10 is its own parent"),
    ("place_parents", "KP-10,KP-09,nearby,,,own", "'nearby' is no kind of parent"),
    ("place_parents", "KP-10,KP-09,administrative,1954,1953,own", r"it ends \(1953\) before it begins \(1954\)"),
    ("institutions", "kp.mss,Twice,security,,KP,,,own,own", "the code kp.mss stands there twice"),
    ("institutions", "kp.x,Nobody,security,kp.nobody,KP,,,own,own", "parent names kp.nobody, which no row has"),
    ("institutions", "kp.x,Nobody,security,,KP-99,,,own,own", "place names KP-99, which no row has"),
    ("institutions", "kp.x,Nobody,club,,KP,,,own,own", "kind names club, which no row has"),
    ("institutions", "kp.x,,security,,KP,,,own,own", "it has no name"),
    ("institutions", "kp.x,Nobody,security,,KP,2016-06-31,,own,own", "since: .*2016-06-31"),
    ("institutions", "kp.x,Nobody,security,,KP,2020,2016,own,own", r"it ends \(2016\) before it begins \(2020\)"),
    ("institutions", "kp.x,Nobody,security,kp.x,KP,,,own,own", r"it is under itself \(kp.x under kp.x\)"),
    ("institutions", "kp.x,Nobody,,,KP,,,own,own", "it has no kind"),
    ("institution_parents", "kp.wpk,kp.wpk.cc,,,own,own", "kp.wpk would be under itself: kp.wpk.cc is below it"),
    ("institution_names", "kp.nobody,Nobody,en,alias,,", "no institution has the code kp.nobody"),
    ("institution_names", "kp.mss,bowibu,en,alias,,", "kp.mss: bowibu: this name of it stands there twice"),
    (
        "institution_names",
        "kp.mss,Ministry of State Security,en,alias,,",
        "has the name .* in institutions.csv already",
    ),
    ("institution_names", "kp.mss,Nobody,en,alias,2016,1993", r"it ends \(1993\) before it begins \(2016\)"),
    ("institution_parents", "kp.nobody,kp.sac,,,own,own", "no institution has the code kp.nobody"),
    ("institution_parents", "kp.mss,kp.nobody,,,own,own", "parent names kp.nobody, which no row has"),
    ("institution_parents", "kp.mss,kp.mss,,,own,own", "kp.mss is its own parent"),
    ("institution_parents", "kp.mss,kp.cabinet,2016,1998,own,own", r"it ends \(1998\) before it begins \(2016\)"),
    (
        "vocabularies",
        "institution-kind,security,1,Again,다시,",
        "institution-kind: security: this term stands there twice",
    ),
    ("types", "arrest,Again,다시,control,,,", "the code arrest stands there twice"),
    ("calendar", "new-day,A new day,fixed,KP,,,,,,own", "a fixed day needs a month and a day"),
    ("calendar", "new-day,A new day,holiday,KP,1,2,,,,own", "'holiday' is no kind of day"),
    ("calendar", "new-day,A new day,event,KP,,,,,,own", "calendar_dates.csv has no date of it"),
    ("calendar_dates", "new-day,2016-05-03,2016-05-03,own", "no day has the code new-day"),
    ("calendar_names", "new-day,A new day,en", "no day has the code new-day"),
    ("outlets", "x,X,blog,KP,en", "5 cells, but the header has 7"),
]


def refused(folder: Path, table: str) -> str:
    """What reading the seeds says of a wrong row at the end of a table; it must name it."""
    line = len((folder / f"{table}.csv").read_text(encoding="utf-8").splitlines())
    with pytest.raises(BadInput) as caught:
        read_reference(folder)
    assert f"{table}.csv, line {line}:" in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(("table", "row", "says"), WRONG)
def test_a_wrong_row_is_named_by_file_and_line(copy: Path, table: str, row: str, says: str) -> None:
    with (copy / f"{table}.csv").open("a", encoding="utf-8") as lines:
        lines.write(row + "\n")
    assert re.search(says, refused(copy, table))


@pytest.mark.parametrize(
    ("table", "rows", "says"),
    [
        (
            "places",
            ("KP-97,One,province,KP-98,,,,own", "KP-98,Two,province,KP-99,,,,own", "KP-99,Three,province,KP-97,,,,own"),
            "it is under itself (KP-97 under KP-98 under KP-99 under KP-97)",
        ),
        (
            "institutions",
            ("kp.x1,One,security,kp.x2,KP,,,own,own", "kp.x2,Two,security,kp.x1,KP,,,own,own"),
            "it is under itself (kp.x1 under kp.x2 under kp.x1)",
        ),
    ],
)
def test_a_ring_of_parents_is_named_by_its_first_row(copy: Path, table: str, rows: tuple[str, ...], says: str) -> None:
    path = copy / f"{table}.csv"
    line = len(path.read_text(encoding="utf-8").splitlines()) + 1
    with path.open("a", encoding="utf-8") as lines:
        lines.write("\n".join(rows) + "\n")
    with pytest.raises(BadInput) as caught:
        read_reference(copy)
    assert f"{table}.csv, line {line}: {says}" in str(caught.value)


def test_the_version_follows_the_content(copy: Path) -> None:
    before = version(copy)
    (copy / "types.csv").write_bytes((copy / "types.csv").read_bytes() + b"\n")
    assert version(copy) != before
