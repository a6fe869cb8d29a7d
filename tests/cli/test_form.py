"""The form: what is written is read as the very same, and every line that cannot be read is told."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.cli.fields import Desk
from incidents.cli.form.reading import marked, parsed, typed_form, unmarked
from incidents.cli.form.writing import form
from incidents.model import scales
from incidents.model.incident import Claim, Decision, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.when import UNDATED, When
from incidents.store.location import Location
from incidents.store.query.connect import open_reader

PLACES = (
    "KP",
    "KP-10",
    "KP-10.hyesan",
    "KP-03.unsan",
    "KP-02.unsan",
    "CN",
    "RU-IRK",
    "KP-10.samsu.posong",
    "KP-99.new",
)
INSTITUTIONS = ("kp.mss", "kp.mps", "kp.wpk", "kp.minju", "kp.made.of-a-pattern")
PART: dict[str, Any] = {
    "title": "Leaflets",
    "type": "arrest",
    "summary": "",
    "kind": "event",
    "status": "occurred",
    "when": UNDATED,
    "places": (),
    "precision": "unknown",
    "institutions": (),
    "people": (),
    "tags": (),
    "note": "",
    "assessed": None,
    "assessed_reason": "",
}
"""What the form shows, empty."""


@pytest.fixture(scope="module")
def desk(seeded_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    copy = shutil.copy(seeded_path, tmp_path_factory.mktemp("form") / "form.db")
    location = Location("sqlite", path=Path(copy))
    with open_reader(location) as reader:
        yield Desk(reader, location)


text = st.text(max_size=60) | st.text(alphabet='a #:;\\\n\t"“혜\u3000\x1b\u202e', max_size=30)
one_line = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=99).filter(
    str.strip
)
number = st.none() | st.integers(0, 2_000_000_000)
whens = st.just(UNDATED) | st.builds(
    When.of,
    st.sampled_from(
        ["2016-01-01", "2016-03-21/2016-03-31", "../2020-12-31", "2020-10-10/..", "199X", "2016-03~", "2016-21"]
    ),
    text,
    basis=st.sampled_from(scales.BASES[:-1]),
    extent=st.sampled_from(scales.EXTENTS),
)


def people() -> st.SearchStrategy[People]:
    built = st.builds(People, st.sampled_from(["killed", "affected"]), number, number, st.booleans(), text)
    return built.filter(lambda one: one.low is None or one.high is None or one.low <= one.high)


def incidents() -> st.SearchStrategy[Incident]:
    def level(pair: tuple[Any, str]) -> dict[str, Any]:
        return {"assessed": pair[0], "assessed_reason": pair[1] if pair[0] else ""}

    fields: dict[str, st.SearchStrategy[Any]] = {
        "title": one_line,
        "type": st.sampled_from(["arrest", "leaflet-graffiti", "other"]),
        "summary": text,
        "kind": st.sampled_from(scales.KINDS),
        "status": st.sampled_from(scales.STATUSES),
        "when": whens,
        "places": st.lists(
            st.builds(PlaceLink, st.sampled_from(PLACES), st.sampled_from(["scene", "to"])), max_size=4, unique=True
        ).map(tuple),
        "precision": st.sampled_from(scales.PRECISIONS),
        "institutions": st.lists(
            st.builds(InstitutionLink, st.sampled_from(INSTITUTIONS), st.sampled_from(["actor", "target"])),
            max_size=3,
            unique=True,
        ).map(tuple),
        "people": st.lists(people(), max_size=3).map(tuple),
        "tags": st.lists(one_line, max_size=3, unique=True).map(sorted).map(tuple),
        "note": text,
        "level": st.tuples(st.none() | st.sampled_from(scales.LEVELS), text.filter(str.strip)).map(level),
    }
    rest: dict[str, Any] = {
        "evidence": (Evidence(quote="a\nquote", claims=(Claim("place", "KP-10.hyesan"),)),),
        "decisions": (Decision("date", "x", "y"),),
        "uid": "u" * 36,
        "code": "abc234",
        "id": 7,
        "revision": 3,
    }
    return st.fixed_dictionaries(fields).map(lambda got: Incident(**got.pop("level"), **got, **rest))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(incidents())
def test_a_form_left_as_it_is_changes_nothing(desk: Desk, incident: Incident) -> None:
    assert parsed(desk, form(desk.reader, incident), incident) == (incident, [])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(incidents())
def test_every_value_is_read_from_the_form_itself(desk: Desk, incident: Incident) -> None:
    """Read into a record that has none of the values: nothing of them comes from anywhere but the lines."""
    codes: dict[str, Any] = {  # codes that no name has are taken from the record that the form is of
        "places": tuple(link for link in incident.places if link.place == "KP-99.new"),
        "institutions": tuple(link for link in incident.institutions if link.institution == "kp.made.of-a-pattern"),
    }
    found, wrong = parsed(desk, form(desk.reader, incident), replace(incident, **PART | codes))
    assert wrong == []
    when = replace(incident.when, words=found.when.words)  # the words are those that were typed now
    assert found == replace(incident, when=when)


@given(text)
def test_no_form_at_all_is_told_and_never_raises(desk: Desk, words: str) -> None:
    base = Incident(title="Leaflets", type="arrest")
    found, wrong = parsed(desk, words, base)
    assert wrong or not words.strip() or all(one.startswith("#") for one in words.split("\n") if one.strip())
    assert unmarked(marked(words, wrong)) == unmarked(words)
    assert found.type == "arrest"


BASE = Incident(
    title="Leaflets found",
    type="leaflet-graffiti",
    summary="One.\n\nTwo.",
    when=When.of("2016-03", "in March", basis="derived", extent="throughout"),
    places=(PlaceLink("KP-10.hyesan"), PlaceLink("KP-03.unsan", "to")),
    precision="county",
    tags=("border", "paper"),
)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("title: Leaflets found", "Title:   Leaflets seen  ", {"title": "Leaflets seen"}),
        ("place: Hyesan\n", "", {"places": BASE.places[1:], "precision": "unknown"}),
        ("place: Hyesan\n", "Place: 혜산:from\n", {"places": (PlaceLink("KP-10.hyesan", "from"), BASE.places[1])}),
        ("tag: paper", "tag: paper\ntags: a: b", {"tags": ("a: b", "border", "paper")}),
        ("tag: border\ntag: paper\n", "", {"tags": ()}),
        ("  Two.", "  Two.\n# not this\n    Three.\n", {"summary": "One.\n\nTwo.\nThree."}),
        ("summary: One.\n\n  Two.\n", "summary:\n  One.\n", {"summary": "One."}),
        ("date: 2016-03", "date:", {"when": UNDATED}),
        ("date: 2016-03\n", "", {"when": UNDATED}),
        ("date: 2016-03", "date: 2016-04", {"when": When.of("2016-04", "2016-04", extent="throughout")}),
        ("extent: throughout", "extent: within", {"when": replace(BASE.when, extent="within")}),
        ("basis: derived", "basis: stated", {"when": replace(BASE.when, basis="stated")}),
        ("precision: county", "precision: site", {"precision": "site"}),
        ("status: occurred\n", "", {}),
        ("status: occurred", "status: Planned", {"status": "planned"}),
        ("level:", "level: refuted: it is old", {"assessed": "refuted", "assessed_reason": "it is old"}),
    ],
)
def test_a_line_that_is_changed(desk: Desk, old: str, new: str, changed: dict[str, Any]) -> None:
    written = form(desk.reader, BASE)
    assert written.count(old) == 1
    assert parsed(desk, written.replace(old, new), BASE) == (replace(BASE, **changed), [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title: Leaflets found", "title:", "the title is empty"),
        ("title: Leaflets found\n", "", "the title is empty"),
        ("type: leaflet-graffiti", "type: arest", "did you mean arrest"),
        ("type: leaflet-graffiti", "type:", "the type is empty"),
        ("place: Hyesan\n", "place: Hyesann\n", "did you mean Hyesan"),
        ("place: Hyesan\n", "plaec: Hyesan\n", "there is no field 'plaec'; did you mean place?"),
        ("place: Hyesan\n", "Hyesan\n", "this is no “field: value”"),
        ("status: occurred", "status:", "there is no status ''"),
        ("status: occurred", "status: planned\nstatus: lapsed", "status stands here a second time"),
        ("date: 2016-03", "date: yesterday", "no report gives the day"),
        ("date: 2016-03", "date: soonish", "cannot be read as a date"),
        ("people:", "people: 12", "GROUP=NUMBER"),
        ("level:", "level: refuted", "needs a reason"),
        ("title: Leaflets found", "title: Leaflets\n  found", "title takes one line"),
    ],
)
def test_a_line_that_cannot_be_read(desk: Desk, old: str, new: str, told: str) -> None:
    typed = form(desk.reader, BASE).replace(old, new)
    _, wrong = parsed(desk, typed, BASE)
    assert [told in one.sentence for one in wrong] == [True], wrong
    lines = marked(typed, wrong).split("\n")
    above, below = (list(group) for said, group in groupby(lines, lambda one: one.startswith("# ! ")) if said)
    assert "To give up, leave the form as it is" in " ".join(one.removeprefix("# ! ") for one in above)
    assert told in " ".join(one.removeprefix("# ! ") for one in below)
    assert lines.index(below[0]) == wrong[0].line + len(above) + 1
    assert max(map(len, (*above, *below))) <= 80
    assert unmarked("\n".join(lines)) == typed


def test_each_wrong_line_is_told(desk: Desk) -> None:
    typed = form(desk.reader, BASE).replace("place: Hyesan", "place: Nowhere1\nplace: Musan\nplace: Nowhere2")
    _, wrong = parsed(desk, typed, BASE)
    assert [one.sentence.partition(";")[0] for one in wrong] == [
        "there is no place 'Nowhere1'",
        "there is no place 'Nowhere2'",
    ]


def test_a_form_without_words_is_empty(desk: Desk) -> None:
    assert typed_form("# only\n\ntitle:\n  \n").empty
    assert not typed_form("title: x").empty
    assert not typed_form("x").empty
