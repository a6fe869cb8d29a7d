"""Fields as typed words: what `shown` writes, `put` reads as the very same; names, people and dates are forgiving."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from incidents.cli.asking.completing import completer
from incidents.cli.fields import FIELDS, put, shown
from incidents.cli.typed.people import typed_people, written_people
from incidents.cli.typed.text import typed, written
from incidents.errors import IncidentsError
from incidents.model.incident import Incident, InstitutionLink, People, PlaceLink
from incidents.model.when import When
from incidents.store.location import Location
from incidents.store.query.connect import Reader, open_reader

BASE = Incident(title="Leaflets found", type="leaflet-graffiti")


@pytest.fixture(scope="module")
def location(seeded_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Location:
    copy = shutil.copy(seeded_path, tmp_path_factory.mktemp("fields") / "fields.db")
    return Location("sqlite", path=Path(copy))


@pytest.fixture(scope="module")
def reader(location: Location) -> Iterator[Reader]:
    with open_reader(location) as opened:
        yield opened


@given(st.text())
def test_a_text_in_one_line_is_read_as_the_same(text: str) -> None:
    line = written(text, also=";")
    assert typed(line) == text
    assert len(line.splitlines()) <= 1
    assert ";" not in line


@pytest.mark.parametrize("words", ["C:\\new", "a \\d b", "\\ud800", "\\U00110000"])
def test_a_backslash_that_begins_no_escape_is_left_alone(words: str) -> None:
    assert typed(words) == words


def numbers() -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, 2_000_000_000)


@given(st.builds(People, st.just("detained"), numbers(), numbers(), st.booleans(), st.text(max_size=20)))
def test_people_are_read_as_they_are_written(reader: Reader, people: People) -> None:
    if people.low is not None and people.high is not None and people.high < people.low:
        people = replace(people, low=people.high, high=people.low)
    assert typed_people(reader, written_people(people)) == people


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("detained=2", People("detained", 2, 2)),
        ("2 detained", People("detained", 2, 2)),
        ("Detained 2-3", People("detained", 2, 3)),
        ("killed = about 1,000", People("killed", 1000, 1000, approximate=True)),
        ("killed=at least 100", People("killed", 100)),
        ("killed=100+", People("killed", 100)),
        ("killed=up to 20", People("killed", None, 20)),
        ("affected=dozens", People("affected", words="dozens")),
        (
            'participants=~40 "about 40 officials"',
            People("participants", 40, 40, approximate=True, words="about 40 officials"),
        ),
    ],
)
def test_people_as_they_are_typed(reader: Reader, words: str, people: People) -> None:
    assert typed_people(reader, words) == people


FULL = replace(
    BASE,
    summary="Two lines.\n  Set in; and a \\ backslash. ",
    kind="aggregate",
    status="ongoing",
    when=When.of("2016-03-21/2016-03-31", "late March", basis="derived", extent="throughout"),
    places=(PlaceLink("KP-10.hyesan"), PlaceLink("KP-03.unsan", "to"), PlaceLink("KP-02.unsan", "from")),
    precision="province",
    institutions=(InstitutionLink("kp.mss"), InstitutionLink("kp.mps", "target"), InstitutionLink("kp.made-up")),
    people=(People("killed", 2, 3), People("affected", words="a; b")),
    tags=("a; b", "border"),
    note="# no comment",
    assessed="refuted",
    assessed_reason="the photo is: old",
)


@pytest.mark.parametrize("field", [field.name for field in FIELDS])
@pytest.mark.parametrize("incident", [BASE, FULL])
def test_what_is_shown_changes_nothing(reader: Reader, location: Location, field: str, incident: Incident) -> None:
    assert put(reader, location, field, shown(reader, field, incident), incident, ()).incident == incident


@pytest.mark.parametrize("field", ["title", "place", "institution", "people", "summary", "tag", "note", "level"])
def test_what_is_shown_is_read_into_another_record(reader: Reader, location: Location, field: str) -> None:
    blank = replace(BASE, title="Other", institutions=FULL.institutions[2:])
    found = put(reader, location, field, shown(reader, field, FULL), blank, ()).incident
    assert shown(reader, field, found) == shown(reader, field, FULL)


@pytest.mark.parametrize(
    ("field", "words", "expected", "understood"),
    [
        (
            "place",
            "yanggang; Hyeson:to",
            "Ryanggang; Hyesan: to",
            "Ryanggang, North Korea; Hyesan, Ryanggang, North Korea",
        ),
        ("place", "", "", ""),
        ("institution", "보위부 : target", "Ministry of State Security: target", "Ministry of State Security"),
        ("type", "Arrest", "arrest", "arrest"),
        ("status", "on", "ongoing", "ongoing"),
        ("date", "mid-March 2024", "2024-03-11/2024-03-20", "is understood as mid-Mar 2024"),
        ("date", "undated", "", "undated"),
        ("people", "two; 3 detained", None, "GROUP=NUMBER"),
        ("place", "Hyesann", None, "did you mean Hyesan"),
        ("place", "Unsan", None, "can be several"),
        ("title", " ", None, "the title is empty"),
        ("title", "x" * 100, None, "100 characters"),
        ("title", "a\\x1bb", None, "control characters"),
        ("tag", "a; b\\x0a", None, "control characters"),
        ("type", "", None, "the type is empty"),
        ("status", "o", None, "it is one of occurred, ongoing"),
        ("level", "confirmed", None, "needs a reason"),
        ("date", "2016-13", None, "there is no month 13"),
        ("date", "2016-00", None, "there is no month 0"),
        ("date", "2016-17", "2016/2017", "2016–2017"),
        ("date", "yesterday", None, "no report gives the day"),
    ],
)
def test_words_that_are_typed(  # noqa: PLR0917  a table
    reader: Reader, location: Location, field: str, words: str, expected: str | None, understood: str
) -> None:
    if expected is None:
        with pytest.raises(IncidentsError, match=understood):
            put(reader, location, field, words, BASE, ())
        return
    found = put(reader, location, field, words, BASE, ())
    assert shown(reader, field, found.incident) == expected
    assert understood in found.understood


def test_a_relative_date_counts_from_the_day_that_is_given(reader: Reader, location: Location) -> None:
    found = put(reader, location, "date", "last October", BASE, (), counted_from="2016-05-02")
    assert found.incident.when.edtf == "2015-10"
    assert "counted from 2 May 2016" in found.understood


@pytest.mark.parametrize(
    ("field", "words", "offered"),
    [
        ("place", "hyes", "Hyesan"),
        ("place", "Hyesan; pos", "Posong"),
        ("place", "unsan", "Unsan, North Pyongan"),
        ("place", "량강", "Ryanggang"),
        ("place", "Hyesan: f", "from"),
        ("institution", "workers par", "Workers' Party of Korea"),
        ("institution", "min state", "Ministry of State Security"),
        ("place", "hyes mark", "Hyesan Market"),
        ("type", "leaf", "leaflet-graffiti"),
        ("type", "", "arrest"),
        ("people", "det", "detained="),
        ("status", "", "planned"),
        ("outlet", "free asia", "Radio Free Asia"),
        ("source type", "resi", "resident"),
    ],
)
def test_names_are_completed(reader: Reader, field: str, words: str, offered: str) -> None:
    found = completer(reader, field).get_completions(Document(words), CompleteEvent())
    assert offered in [one.text for one in found]


def test_what_is_completed_is_understood(reader: Reader, location: Location) -> None:
    """A sample of all names: each that is inserted names one thing only."""
    for noun in ("place", "institution"):
        names = [row[0] for row in reader.rows(f"SELECT name FROM {noun}_name ORDER BY name")]
        for name in names[::97]:
            for one in completer(reader, noun).get_completions(Document(name), CompleteEvent()):
                put(reader, location, noun, one.text, BASE, ())


def test_what_is_no_field_of_names_completes_nothing(reader: Reader) -> None:
    assert list(completer(reader, "title").get_completions(Document("a"), CompleteEvent())) == []
