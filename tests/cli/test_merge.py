"""`place merge`, `institution merge`."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import Program
from tests.cli.things import found, log, names, rows, shown


def records(program: Program) -> list[tuple[object, ...]]:
    """What is kept of incidents and waiting proposals, but for their revisions."""
    texts = (
        "SELECT l.incident_id, p.code, l.role FROM incident_place l JOIN place p ON p.id = l.place_id",
        "SELECT incident_id, institution_id, role FROM incident_institution",
        "SELECT incident_id, quote, source_place_id FROM evidence",
        "SELECT evidence_id, field, value FROM claim",
        "SELECT id, state, payload FROM proposal ORDER BY id",
        "SELECT ref, body FROM search_part WHERE kind = 'incident'",
    )
    with closing(sqlite3.connect(program.path)) as connection:
        return [row for text in texts for row in sorted(connection.execute(text), key=repr)]


@pytest.mark.parametrize(
    "words",
    [
        ("place", "merge", "Hyesan", "Samsu"),
        ("place", "merge", "KP-02", "Onchon"),
        ("institution", "merge", "kp.mps", "kp.mss"),
        ("institution", "merge", "kp.wpk", "kp.wpk.cc"),
    ],
    ids=" ".join,
)
def test_a_merger_is_taken_back_by_one_undo(full_copied: Program, words: tuple[str, ...]) -> None:
    before = rows(full_copied), records(full_copied)
    unsaid = log(full_copied)
    assert "would be merged: " in full_copied.said(*words, "--dry-run")
    assert (rows(full_copied), records(full_copied)) == before
    assert log(full_copied) == unsaid
    assert full_copied.said(*words, "--yes").startswith("merged: ")
    assert (rows(full_copied), records(full_copied)) != before
    assert full_copied("db", "check").exit_code == 0
    full_copied.said("undo")
    assert (rows(full_copied), records(full_copied)) == before


def test_everything_of_the_one_goes_to_the_other(full_copied: Program) -> None:
    copied = full_copied
    assert (found(copied, "--place", "KP-10.hyesan"), found(copied, "--place", "KP-10.samsu")) == ([2], [1])
    decided = [row[0] for row in records(copied) if len(row) == 3 and '"KP-10.samsu"' in str(row[2])]
    copied.said("review", "--reject", str(decided[0]), "--reason", "twice")
    copied.said("place", "merge", "Hyesan", "Samsu", "--yes")
    assert not [row for row in records(copied) if "'KP-10.samsu'" in repr(row) or '"KP-10.samsu"' in str(row)]
    for words in ("Samsu", "삼수", "KP-10.samsu", "kp-10.SAMSU", "Hyesan"):
        assert found(copied, "--place", words) == [1, 2]
    assert names(copied, "place", "Hyesan")["Samsu"] == ("alias", "", "")
    own = shown(copied, "place", "Samsu")
    assert (own["code"], own["korean"]) == ("KP-10.hyesan", "혜산")
    assert "KP-10.samsu.posong" in {one["code"] for one in own["below"]}
    assert "Posong, Hyesan, Ryanggang" in copied.out("place", "show", "KP-10.samsu.posong")
    assert found(copied, "--text", "삼수") == [1, 2]


def test_the_history_of_what_a_merger_changed_ends_without_a_colon(full_copied: Program) -> None:
    full_copied.said("review", "--accept-report", "1")
    full_copied.said("place", "merge", "Hyesan", "Samsu", "--yes")
    heads = [line for line in full_copied.out("history", "1").splitlines() if "merger" in line]
    assert heads
    assert all(line.endswith(": changed by a merger") for line in heads)


def test_what_was_decided_before_is_parted_again_what_was_decided_since_stands_in_the_way(full_copied: Program) -> None:
    first, second = [row[0] for row in records(full_copied) if len(row) == 3 and '"KP-10.samsu"' in str(row[2])][:2]
    full_copied.said("review", "--reject", str(first), "--reason", "twice")
    before = records(full_copied)
    full_copied.said("place", "merge", "Hyesan", "Samsu", "--yes")
    full_copied.said("review", "--reject", str(second), "--reason", "twice")
    merged = json.loads(full_copied.out("history", "--format", "json"))[-2]
    assert f"proposal {second} was rejected since" in full_copied.said("undo", str(merged["sequence"]), code=5)
    full_copied.said("undo")
    full_copied.said("undo")
    assert records(full_copied) == before


def test_reports_are_read_with_the_one_that_is_kept(copied: Program) -> None:
    copied.said("institution", "merge", "kp.mps", "kp.mss", "--yes")
    report = "The Ministry of State Security arrested a trader in Hyesan on Feb. 4, a resident told us.\n"
    copied("ingest", "-", "--published", "2025-02-06", stdin=report)
    (proposal,) = json.loads(copied.out("review", "--list", "--format", "json"))
    assert proposal["institutions"] == "kp.mps"
    assert found(copied, "--institution", "보위부") == [1]


def test_before_several_incidents_it_asks(copied: Program) -> None:
    copied.said("edit", "2", "--place", "Samsu")
    before = rows(copied)
    assert "2 incidents would be changed: 1 “The day one” and 2 “The month one”" in copied.said(
        "place", "merge", "Hyesan", "Samsu", stdin="n\n", code=130
    )
    assert rows(copied) == before


def test_before_several_proposals_it_asks(full_copied: Program) -> None:
    before = rows(full_copied), records(full_copied)
    proposals = [row for row in before[1] if len(row) == 3 and row[1] == "waiting"]
    held = sum('"KP-10"' in str(payload) for *_, payload in proposals)
    assert held > 1
    said = full_copied.said("place", "merge", "KP-04", "KP-10", code=2, stdin="")
    assert f"{held} proposals that wait would be changed" in said
    assert "nobody answered" in said
    assert (rows(full_copied), records(full_copied)) == before


UNLIKE = [
    (("place", "merge", "KP-02", "Pyongsong"), "Pyongsong lies in South Pyongan, and the one is of the kind city"),
    (("place", "merge", "KP-02", "Onchon"), "Onchon is commonly written under South Pyongan"),
    (("place", "merge", "Samsu", "Posong, Samsu"), "Posong lies in Samsu"),
    (("place", "merge", "Sinpa", "Hyesan Market"), "the one is of the kind market, the other county"),
    (("institution", "merge", "kp.wpk", "kp.wpk.cc"), "is or was under Workers' Party of Korea"),
    (("institution", "merge", "kp.mss", "kp.wpk.ogd"), "the one is of the kind party, the other security"),
]


@pytest.mark.parametrize(("words", "why"), UNLIKE)
def test_what_is_hardly_one_is_asked_for(copied: Program, words: tuple[str, ...], why: str) -> None:
    before = rows(copied), log(copied)
    said = copied.said(*words, code=2, stdin="")
    assert why in said.partition("; but ")[2]
    assert "would go into" in said
    assert "--yes does it without asking" in said
    assert "nothing was done" in copied.said(*words, code=130, stdin="n\n")
    assert (rows(copied), log(copied)) == before
    assert why.partition(", and")[0] in copied.said(*words, "--dry-run")
    assert copied.said(*words, stdin="y\n").count("merged: ") == 1


def test_what_can_be_one_is_not_asked_for(copied: Program) -> None:
    said = copied.said("place", "merge", "Samsu", "Kapsan", stdin="")
    assert said.startswith("merged: Kapsan, Ryanggang, North Korea (KP-10.kapsan) into Samsu")
    assert " names and " in said
    assert "though" not in said


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("place", "merge", "Hyesan", "혜산"), 5, "KP-10.hyesan and KP-10.hyesan are one already"),
        (("place", "merge", "Posong, Samsu", "Samsu"), 5, "KP-10.samsu.posong lies in KP-10.samsu: move it out first"),
        (("place", "merge", "Samsu", "Ryanggang", "--dry-run"), 5, "lies in KP-10"),
        (("place", "merge", "Samsu", "Atlantis"), 4, "there is no place 'Atlantis'"),
        (("institution", "merge", "kp.wpk.cc", "kp.wpk", "--yes"), 5, "kp.wpk.cc lies in kp.wpk"),
    ],
)
def test_what_is_refused_changes_nothing(copied: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    before = rows(copied), log(copied)
    assert sentence in copied.said(*words, code=code)
    assert (rows(copied), log(copied)) == before


def test_what_was_merged_stays_so_with_new_seeds(copied: Program) -> None:
    copied.said("place", "merge", "Hyesan", "Samsu", "--yes")
    with closing(sqlite3.connect(copied.path)) as connection:
        connection.execute("UPDATE setting SET value = 'older' WHERE key = 'seeds'")
        connection.execute("UPDATE place SET seed_hash = 'older' WHERE code = 'KP-10.samsu'")
        connection.commit()
    assert "place KP-10.samsu" in copied.said("db", "upgrade")
    assert found(copied, "--place", "KP-10.samsu") == [1, 2]


def test_what_is_only_spelled_like_its_code_stays(copied: Program) -> None:
    report = "Police arrested a trader in Hyesan on Feb. 4, a resident told us.\n"
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "un", stdin=report)
    (waiting,) = json.loads(copied.out("review", "--list", "--format", "json"))
    copied.said("review", "--accept", str(waiting["id"]))
    (own,) = json.loads(copied.out("list", "--outlet", "un", "--format", "json"))
    copied.said("edit", str(own["id"]), "--title", "un", "--institution", "un", "--tag", "un")
    copied.said("institution", "merge", "kp.mss", "un", "--yes")
    (after,) = json.loads(copied.out("list", "--outlet", "un", "--format", "json"))
    assert after["institutions"] == "Ministry of State Security"
    assert (after["title"], after["tags"], after["origins"]) == ("un", "un", own["origins"])
