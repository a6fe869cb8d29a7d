"""`place` and `institution`: `add`, `alias`, `rename`, `move`, and what every other command knows of it at once."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from incidents.cli.upkeep_options import NAME_KINDS
from incidents.intake.tables import read_table
from incidents.paths import shipped
from tests.cli.conftest import Program
from tests.cli.things import VILLAGE, found, names, shown

REPORT = "Leaflets were found in {} on Feb. 4, a resident of Ryanggang told us.\n"


def test_a_place_that_was_added_is_known_everywhere(copied: Program) -> None:
    said = copied.said(*VILLAGE, "--korean", "상리", "--alias", "Sang-ni", "--at", "geo:41.3,128.0", "--since", "1952")
    assert said.startswith("added: Sangri, Samsu, Ryanggang, North Korea (KP-10.samsu.sangri); undo: ")
    own = shown(copied, "place", "sang ni")
    assert (own["path"], own["geo"], own["origin"]) == (
        "Sangri, Samsu, Ryanggang, North Korea",
        "geo:41.3,128.0",
        "user",
    )
    assert (own["kind"], own["level"], own["parent_since"], own["seed_says"]) == ("ri", "settlement", "1952", None)
    assert names(copied, "place", "Sangri") == {"Sang-ni": ("alias", "", ""), "상리": ("official", "", "")}
    copied.said("add", "--title", "Leaflets", "--type", "leaflet-graffiti", "--place", "상리", "--date", "2020")
    assert found(copied, "--place", "Sangri") == [10]
    assert 10 in found(copied, "--province", "량강")
    assert "Sangri" in copied.out("place", "tree", "Samsu")
    copied.said("undo")
    copied.said("undo")
    assert "there is no place 'Sangri'" in copied.said("list", "--place", "Sangri", code=4)
    assert copied.said(*VILLAGE).startswith("added: Sangri, ")
    assert names(copied, "place", "Sangri") == {}


def test_reports_are_read_with_it_at_once(copied: Program) -> None:
    def kept(name: str) -> str:
        copied("ingest", "-", "--published", "2025-02-06", stdin=REPORT.format(name))
        last = json.loads(copied.out("review", "--list", "--format", "json"))[-1]["id"]
        places: str = json.loads(copied.out("review", "--show", str(last), "--format", "jsonl"))["places"]
        return places

    assert kept("Sangri, Samsu county") == "KP-10.samsu"
    copied.said(*VILLAGE)
    assert kept("Sangri in Samsu county") == "KP-10.samsu.sangri"
    copied.said("place", "alias", "remove", "Samsu", "삼수군")
    copied.said("place", "rename", "Samsu", "Samsin", "--from", "2020")
    assert kept("Samsin county") == "KP-10.samsu"


def test_the_kinds_of_names_are_those_of_the_seeds() -> None:
    rows = read_table(shipped("seeds") / "vocabularies.csv", ("vocabulary", "code"))
    assert sorted(NAME_KINDS) == [row["code"] for row in rows if row["vocabulary"] == "name-kind"]


def test_an_alias_is_known_everywhere(copied: Program) -> None:
    copied.said("place", "alias", "add", "Hyesan", "  Border   Town ", "--kind", "abbreviation", "--since", "2016-3")
    assert names(copied, "place", "border town")["Border Town"] == ("abbreviation", "2016-03", "")
    assert found(copied, "--place", "border-town") == found(copied, "--place", "KP-10.hyesan") == [2]
    copied.said("place", "alias", "remove", "Hyesan", "Border Town")
    assert "there is no place 'Border Town'" in copied.said("list", "--place", "Border Town", code=4)


def test_a_name_that_others_have_says_so(copied: Program) -> None:
    said = copied.said("place", "alias", "add", "Hyesan", "Pyongyang")
    assert "Pyongyang is also Pyongyang, North Korea (KP-01): alone it stays open which\n" in said
    assert "can be several" in copied.said("list", "--place", "Pyongyang", code=2)


def test_the_old_name_of_what_was_renamed_still_finds_it(copied: Program) -> None:
    copied.said("place", "rename", "Hyesan", "Hyesin", "--korean", "혜신", "--from", "May 2020")
    assert names(copied, "place", "Hyesin")["Hyesan"] == ("former", "", "2020-05")
    assert names(copied, "place", "Hyesan")["혜신"] == ("official", "2020-05", "")
    own = shown(copied, "place", "혜산")
    assert (own["name"], own["korean"], own["code"]) == ("Hyesin", "혜신", "KP-10.hyesan")
    assert "Hyesin" in copied.out("show", "2")
    assert found(copied, "--text", "hyesin 혜신") == [2]
    copied.said("place", "rename", "Hyesin", "Hyesam")
    assert names(copied, "place", "Hyesan")["Hyesin"] == ("alias", "2020-05", "")


def test_what_was_moved_is_found_under_both_and_without_a_date_under_the_new_one_only(copied: Program) -> None:
    assert found(copied, "--province", "KP-10") == [1, 2]
    said = copied.said("place", "move", "Hyesan", "--under", "Jagang", "--from", "2020")
    assert said.splitlines()[1] == "1 incident of it or below it is found there"
    assert found(copied, "--province", "KP-10") == [1, 2]
    assert found(copied, "--province", "KP-04") == [2]
    own = shown(copied, "place", "KP-10.hyesan")
    assert (own["parent_code"], own["parent_since"]) == ("KP-04", "2020")
    assert {"code": "KP-10", "name": "Ryanggang", "kind": "administrative", "since": "1954-10", "until": "2020"} in own[
        "parents"
    ]
    copied.said("place", "move", "Samsu", "--under", "Jagang")
    assert found(copied, "--province", "KP-10") == [2]
    assert found(copied, "--province", "KP-04") == [1, 2]
    copied.said("institution", "move", "kp.mss", "--under", "kp.wpk")
    assert found(copied, "--institution", "kp.wpk") == [1, 6]
    copied.said("undo")
    assert found(copied, "--institution", "kp.wpk") == [6]


def test_an_institution_that_was_added(copied: Program) -> None:
    said = copied.said("institution", "add", "Archive Bureau", "--kind", "Security organ", "--under", "MSS", code=2)
    assert "'MSS' can be several" in said
    said = copied.said(
        "institution", "add", "Archive Bureau", "--kind", "security", "--under", "kp.mss", "--place", "KP-01"
    )
    assert said.startswith("added: Archive Bureau, Ministry of State Security")
    assert "(kp.mss.archive-bureau); undo: " in said
    copied.said("edit", "2", "--institution", "archive bureau:authority")
    assert found(copied, "--institution", "kp.mss") == [1, 2]
    said = copied.said("undo", "--as", "nobody", code=4)
    sequence = json.loads(copied.out("history", "--institution", "Archive Bureau", "--format", "json"))[0]["sequence"]
    assert "incident 2 has the institution kp.mss.archive-bureau" in copied.said("undo", str(sequence), code=5)
    copied.said("undo")
    assert "it is retired" in copied.said("undo", str(sequence))


def test_history_tells_it_in_words(copied: Program) -> None:
    copied.said("place", "move", "Hyesan", "--under", "KP-08", "--from", "2020", "--reason", "the gazette")
    copied.said("place", "alias", "add", "Hyesan", "Hye San")
    told = copied.out("history", "--place", "Hyesan")
    assert "tester: moved\n  why: the gazette\n  under: Ryanggang → South Hamgyong\n" in told
    assert "  also under Ryanggang: from 1954-10 until 2020\n" in told
    assert "tester: changed the names of\n  called Hye San: alias\n" in told
    said = copied.said("undo")
    assert "changed the names of place KP-10.hyesan “Hyesan”: called Hye San alias → no longer\n" in said


def test_a_later_change_is_undone_first(copied: Program) -> None:
    copied.said("place", "rename", "Hyesan", "Hyesin")
    number = json.loads(copied.out("history", "--place", "Hyesin", "--format", "json"))[-1]["sequence"]
    copied.said("place", "alias", "add", "Hyesin", "Hye Sin")
    copied.said("place", "rename", "Hyesin", "Hyesam")
    assert "was changed since; undo the later change first" in copied.said("undo", str(number), code=5)
    copied.said("undo")
    assert "undone" in copied.said("undo", str(number))
    assert names(copied, "place", "Hyesan")["Hye Sin"] == ("alias", "", "")


def test_new_seeds_leave_what_a_user_changed_and_say_so(copied: Program) -> None:
    copied.said("place", "rename", "Hyesan", "Hyesin", "--from", "2020")
    copied.said("place", "alias", "add", "Samsu", "Sam Su")
    copied.said("institution", "move", "kp.mss", "--under", "kp.wpk")
    with closing(sqlite3.connect(copied.path)) as connection:  # as if these rows had come from other seeds
        connection.execute("UPDATE setting SET value = 'older' WHERE key = 'seeds'")
        connection.execute("UPDATE place SET seed_hash = 'older' WHERE code = 'KP-10.hyesan'")
        connection.commit()
    said = copied.said("db", "upgrade")
    assert "left as you changed it" in said
    assert said.endswith("has changed, too: place KP-10.hyesan; both: incidents place show KP-10.hyesan\n")
    assert said.count("left as you") == 1
    assert shown(copied, "place", "KP-10.hyesan")["name"] == "Hyesin"
    assert shown(copied, "institution", "kp.mss")["parent_code"] == "kp.wpk"
    assert "Sam Su" in names(copied, "place", "Samsu")
    assert "left as you" not in copied.said("db", "upgrade")


def test_show_tells_where_the_seeds_say_otherwise(copied: Program) -> None:
    assert shown(copied, "place", "Hyesan")["seed_says"] is None
    copied.said("place", "rename", "Hyesan", "Hyesin", "--from", "2020")
    copied.said("place", "alias", "remove", "Hyesan", "Hyaesan")
    copied.said("place", "move", "Hyesan", "--under", "KP-08")
    assert shown(copied, "place", "Hyesan")["seed_says"] == {"name": "Hyesan", "parent": "KP-10", "names": ["Hyaesan"]}
    assert "seed says   name Hyesan; parent KP-10; names Hyaesan\n" in copied.out("place", "show", "Hyesan")


@pytest.mark.parametrize("noun", ["place", "institution"])
def test_the_help_of_add_lists_every_kind(seeded_path: Path, noun: str) -> None:
    shown = Program(seeded_path).out(noun, "add", "--help")
    with closing(sqlite3.connect(seeded_path)) as connection:
        kinds = [row[0] for row in connection.execute(f"SELECT code FROM {noun}_kind")]
    assert len(kinds) > 10
    words = set(re.split(r"[\s,]+", shown))
    assert [kind for kind in kinds if kind not in words] == []
