"""A bare sentence: what can be told of it is proposed, the rest left open and said, and nothing counts from today."""

import shutil
from pathlib import Path

import pytest

from incidents.actions.sentence import Understood, understand
from incidents.store.location import Location


@pytest.fixture(scope="module")
def location(seeded_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Location:
    copy = shutil.copy(seeded_path, tmp_path_factory.mktemp("sentence") / "sentence.db")
    return Location("sqlite", path=Path(copy))


def told(found: Understood) -> tuple[str, str, str | None, str]:
    incident = found.incident
    return incident.title, incident.type, incident.when.edtf, " ".join(link.place for link in incident.places)


@pytest.mark.parametrize(
    ("sentence", "title", "type_", "date", "places"),
    [
        (
            "leaflets found at Posong station on New Year's Day 2016",
            *("Leaflets found at Posong station", "leaflet-graffiti", "2016-01-01", "KP-10.samsu.posong-station"),
        ),
        (
            "Two traders were arrested in Hyesan in late March 2016.",
            *("Two traders were arrested in Hyesan", "arrest", "2016-03-21/2016-03-31", "KP-10.hyesan"),
        ),
        (
            "traders arrested in hyesan in march 2016",
            *("Traders arrested in Hyesan", "arrest", "2016-03", "KP-10.hyesan"),
        ),
        (
            "On 12 October 2020, public execution of 3 people in Chongjin",
            *("Public execution of 3 people in Chongjin", "execution", "2020-10-12", "KP-09.chongjin"),
        ),
        (
            "cholera outbreak in N. Hamgyong, June 2022",
            "Cholera outbreak in North Hamgyong",
            "epidemic",
            "2022-06",
            "KP-09",
        ),
        ("N Korea launches missile on Feb. 12, 2017", "North Korea launches missile", "military", "2017-02-12", ""),
        (
            "mobilised workers in wonsan for the 70-day battle",
            *(
                "Mobilised workers in Wonsan for the 70-day battle",
                "mobilization",
                None,
                "KP-07.wonsan",
            ),
        ),
        ("graffiti on a wall in Pyongyang", "Graffiti on a wall in Pyongyang", "leaflet-graffiti", None, "KP-01"),
        ("flooding in sinuiju, 28 july 2024", "Flooding in Sinuiju", "accident", "2024-07-28", "KP-03.sinuiju"),
        (
            "U.S. troops drill near Pocheon, may 2017",
            "U.S. troops drill near Pocheon",
            "military",
            "2017-05",
            "KR-41.pocheon",
        ),
    ],
)
def test_what_a_sentence_says(  # noqa: PLR0917  a table
    location: Location, sentence: str, title: str, type_: str, date: str | None, places: str
) -> None:
    found = understand(location, sentence)
    assert told(found) == (title, type_, date, places)
    assert found.incident.summary == sentence


def test_institutions_and_people_are_told(location: Location) -> None:
    found = understand(
        location, "ministry of state security arrested three smugglers near Musan on 5 June 2019"
    ).incident
    assert [(link.institution, link.role) for link in found.institutions] == [("kp.mss", "actor")]
    assert [(one.group, one.low, one.words) for one in found.people] == [("detained", 3, "three smugglers")]
    assert (found.when.words, found.when.basis) == ("5 June 2019", "stated")


@pytest.mark.parametrize("words", ["last October", "yesterday", "on Monday", "last week", "this year"])
def test_a_relative_date_never_counts_from_today(location: Location, words: str) -> None:
    found = understand(location, f"traders arrested in Hyesan {words}")
    assert found.incident.when.edtf is None
    assert any(one.field == "date" and "give --counted-from" in one.sentence for one in found.left_open)
    again = understand(location, f"traders arrested in Hyesan {words}", "2016-05-04")
    assert again.incident.when.edtf is not None
    assert again.incident.when.edtf < "2016-05-05"
    assert again.incident.when.basis == "derived"


@pytest.mark.parametrize(
    ("sentence", "left_open"),
    [
        ("traders arrested in Hyesan", ["no date is named"]),
        ("traders arrested", ["no date is named", "no place is named"]),
        ("traders arrested in Hyesan on 5.8.2019", ["“5.8.2019”: ambiguous: 2019-05-08 or 2019-08-05"]),
        ("traders arrested in Hyesan on Feb 30 2016", ["“Feb 30 2016”: the calendar has no such day"]),
        ("graffiti in unsan", ["no date is named", "“Unsan”: the name stands for several"]),
        ("explosion at the Kanggye Munitions Factory in 2018", []),
    ],
)
def test_what_could_not_be_told_is_said(location: Location, sentence: str, left_open: list[str]) -> None:
    found = understand(location, sentence).left_open
    assert len(found) == len(left_open)
    assert all(one.sentence.startswith(start) for one, start in zip(found, left_open, strict=True))


@pytest.mark.parametrize(
    ("sentence", "type_", "types"),
    [
        ("food shortage and theft in Chongjin", "", ("shortfall", "theft")),
        ("rice price rises in Musan", "", ("market",)),
        ("something odd", "", ()),
        ("strike at a mill in Sinuiju", "protest", ()),
        ("smuggling", "smuggling", ()),
    ],
)
def test_a_type_that_is_in_doubt_is_not_guessed(
    location: Location, sentence: str, type_: str, types: tuple[str, ...]
) -> None:
    found = understand(location, sentence)
    assert found.incident.type == type_
    assert set(types) <= set(found.types)


@pytest.mark.parametrize(
    "sentence", ["", " ", ".", "?!", "혜산에서 삐라", "1", "x" * 500, "a\x00b", "on in at", "N. ", "may"]
)
def test_any_words_can_be_read(location: Location, sentence: str) -> None:
    found = understand(location, sentence).incident
    assert len(found.title) < 100
    assert found.summary == " ".join(sentence.split())


def test_a_long_sentence_gets_a_title_that_fits(location: Location) -> None:
    found = understand(location, "traders were arrested in Hyesan " + "because they had sold copper and " * 8 + "gold")
    assert 20 < len(found.incident.title) < 100
    assert found.incident.type == "arrest"
