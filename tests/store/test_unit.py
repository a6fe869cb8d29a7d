"""The unit of work on both databases: what is saved, logged, derived, undone, refused."""

import hashlib
import threading
from dataclasses import replace

import pytest
import sqlalchemy as sa

from incidents.actions.decide import Verdict, accept, settle
from incidents.actions.record import record, restore, revise, undo, withdraw
from incidents.errors import BadInput, DatabaseProblem, NotFound, Refused
from incidents.model.incident import Claim, Evidence, Incident, InstitutionLink, People, PlaceLink
from incidents.model.proposal import Proposal
from incidents.model.reference import Institution, Name
from incidents.model.report import Report
from incidents.model.when import When
from incidents.store.desk import decide, file_report, propose
from incidents.store.engine import engine_of
from incidents.store.identity import code_of, new_uid
from incidents.store.integrity import check
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.reports import Reading, read_proposal
from incidents.store.rework import add, add_beside, rewrite, waiting
from incidents.store.unit import begin

CLAIM = Claim("date", "2025-01", 3, 13, "derived")
TEXT = "A text in which last month officials held a party."
COMMITTEE = Institution(
    "kp.wpk.county-committee@KP-14.onchon",
    "Onchon County Party Committee",
    "party",
    parent="kp.wpk",
    place="KP-14.onchon",
    names=(Name("온천군당위원회", "ko"),),
)


def report(text: str = TEXT, published: str | None = "2025-02-06", outlet: str = "rfa") -> Report:
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return Report("r.txt", data, text, digest, published=published, outlet=outlet, language="en")


def passage(of: Report, **given: object) -> Evidence:
    told = Evidence(text=of.sha256, start=2, end=20, quote=of.text[2:20], attribution="a resident", source="source 1")
    return replace(told, source_type="resident", origin="rfa", **given)  # type: ignore[arg-type]


def party(*evidence: Evidence, **given: object) -> Incident:
    base = Incident(
        "Officials of Onchon county hold a drinking party",
        "corruption",
        when=When.of("../2025-01", "last month", basis="bounded"),
        places=(PlaceLink("KP-14.onchon"),),
        institutions=(InstitutionLink("kp.wpk", "authority"),),
        people=(People("participants", 40, 40, approximate=True, words="about 40 officials"),),
        tags=("alcohol",),
        note="seen twice",
        evidence=evidence,
    )
    return replace(base, **given)  # type: ignore[arg-type]


def row(location: Location, sql: str, *values: object) -> tuple[object, ...]:
    with open_reader(location) as reader:
        found = reader.one(sql, values)
    assert found is not None
    return found


def actions(location: Location) -> list[str]:
    with open_reader(location) as reader:
        return [str(r[0]) for r in reader.rows("SELECT action FROM change ORDER BY sequence")]


def sound(location: Location) -> bool:
    return all(not finding.wrong for finding in check(location))


def test_a_record_comes_back_as_it_was_saved(seeded: Location) -> None:
    given = party(Evidence(citation="a book, p. 3", claims=(replace(CLAIM, start=None, end=None),)))
    saved = record(seeded, "ann", given)
    with begin(seeded, "ann") as unit:
        again = unit.incident(saved.code)
    assert again == saved
    assert (saved.revision, saved.recorded_by, saved.reviewed_by, saved.precision) == (1, "ann", "ann", "county")
    assert (saved.when, saved.people, saved.tags, saved.note) == (given.when, given.people, given.tags, given.note)
    assert [d.field for d in saved.decisions] == ["institution", "place"]
    assert sound(seeded)


def test_it_is_found_by_number_code_and_uid(seeded: Location) -> None:
    saved = record(seeded, "ann", party())
    with begin(seeded, "ann") as unit:
        keys = (str(saved.id), saved.code, saved.code.upper(), saved.uid)
        assert {unit.incident(key).uid for key in keys} == {saved.uid}
        with pytest.raises(NotFound, match="there is no incident 999"):
            unit.incident("999")


def test_scope_holds_every_ancestor_also_former_and_usual_ones(seeded: Location) -> None:
    record(seeded, "ann", party())
    with open_reader(seeded) as reader:
        rows = reader.rows(
            "SELECT p.code FROM incident_scope s JOIN place p ON p.id = s.node WHERE s.kind = 'place' ORDER BY p.code"
        )
        assert {str(r[0]) for r in rows} == {"KP", "KP-02", "KP.pyongan", "KP-14", "KP-14.onchon"}


@pytest.mark.parametrize(
    ("when", "published", "expected"),
    [
        (When.of("2016-01-01"), "2016-05-02", ("2016-01-01", "2016-01-01", "2016-05-02", "2016-05-02")),
        (When.of("2020-10-10/.."), "2020-12-01", ("2020-10-10", "2020-12-01", "2020-12-01", "2020-12-01")),
        (When.of("2020-10-10/.."), "2020-09-01", ("2020-10-10", "2020-10-10", "2020-09-01", "2020-09-01")),
        (When.of("../2020-12-31"), "2020-09-01", ("2020-12-31", "2020-12-31", "2020-09-01", "2020-09-01")),
        (When(), "2024-04~", ("2024-04-01", "2024-04-01", "2024-04-01", "2024-04-30")),
        (When(), None, ("9999-12-31", "9999-12-31", None, None)),
    ],
)
def test_days_to_sort_by(seeded: Location, when: When, published: str | None, expected: tuple[str | None, ...]) -> None:
    came = report(published=published)
    with begin(seeded, "ann") as unit:
        file_report(unit, came)
        unit.save(party(passage(came), when=when), "add")
    assert row(seeded, "SELECT sort_from, sort_to, first_reported, last_reported FROM incident") == expected


def test_a_day_on_which_the_source_spoke_goes_before_the_publication(seeded: Location) -> None:
    came = report()
    with begin(seeded, "ann") as unit:
        file_report(unit, came)
        unit.save(party(passage(came, said_on="2025-02-03"), when=When()), "add")
    assert row(seeded, "SELECT first_reported FROM incident") == ("2025-02-03",)


def test_the_level_follows_the_evidence(seeded: Location) -> None:
    first, second = report(), report("Another text that tells of the party.", outlet="daily-nk")
    with begin(seeded, "ann") as unit:
        file_report(unit, first)
        file_report(unit, second)
        saved = unit.save(party(passage(first)), "add")
    level = "SELECT level, level_explanation FROM incident"
    assert row(seeded, level) == ("single-source", "1 source, 1 origin (Radio Free Asia)")
    other = replace(passage(second), origin="daily-nk")
    revise(seeded, "ben", saved.code, lambda i: replace(i, evidence=(*i.evidence, other)))
    assert row(seeded, level)[0] == "corroborated"
    revise(
        seeded,
        "ben",
        saved.code,
        lambda i: replace(i, assessed="refuted", assessed_reason="the hall did not exist then"),
    )
    assert row(seeded, "SELECT level, level_computed FROM incident") == ("refuted", "corroborated")
    assert sound(seeded)


def test_an_edit_of_an_older_revision_is_refused(seeded: Location) -> None:
    saved = record(seeded, "ann", party())
    revise(seeded, "ben", saved.code, lambda i: replace(i, title="A better title"))
    with begin(seeded, "ann") as unit, pytest.raises(Refused, match="changed by somebody else"):
        unit.save(replace(saved, title="A lost update"), "edit")
    assert row(seeded, "SELECT title, revision FROM incident") == ("A better title", 2)


def test_what_changes_nothing_is_not_logged(seeded: Location) -> None:
    saved = record(seeded, "ann", party())
    _, after = revise(seeded, "ben", saved.code, lambda i: i)
    assert (after.revision, actions(seeded)) == (1, ["add"])


def test_a_dry_run_writes_nothing(seeded: Location) -> None:
    shown = record(seeded, "ann", party(), dry_run=True)
    assert shown.code
    assert row(seeded, "SELECT count(*) FROM incident") == (0,)
    assert actions(seeded) == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"title": " "}, "the title has 0 characters"),
        ({"title": "x" * 100}, "the title has 100 characters"),
        ({"type": "leaflets"}, "there is no type 'leaflets'"),
        ({"status": "rumoured"}, "status is 'rumoured'"),
        ({"places": (PlaceLink("KP-99"),)}, "no place has the code KP-99"),
        ({"places": (PlaceLink("KP-14", "somewhere"),)}, "no place role 'somewhere'"),
        ({"assessed": "confirmed"}, "needs a reason"),
        ({"evidence": (Evidence(source_type="inside"),)}, "a quote or a citation"),
        ({"people": (People("killed", 9, 3),)}, "9 to 3 runs backwards"),
    ],
)
def test_what_no_record_may_have_is_refused_whole(seeded: Location, wrong: dict[str, object], says: str) -> None:
    with pytest.raises((BadInput, NotFound), match=says):
        record(seeded, "ann", party(**wrong))
    assert row(seeded, "SELECT count(*) FROM incident") == (0,)
    assert actions(seeded) == []


def test_the_same_bytes_twice_are_one_report(seeded: Location) -> None:
    came = report()
    with begin(seeded, "ann") as unit:
        first, second = file_report(unit, came), file_report(unit, came)
    assert (first.known, second.known, first.uid == second.uid) == (False, True, True)
    assert actions(seeded) == ["ingest"]


def proposed(location: Location, *types: str) -> list[int]:
    came = report()
    link = InstitutionLink(COMMITTEE.code, "actor")
    spans = [passage(came, start=k, end=k + 9, quote=TEXT[k : k + 9]) for k in range(len(types))]
    made = [party(span, type=kind, institutions=(link,)) for span, kind in zip(spans, types, strict=True)]
    proposals = tuple(Proposal(one, institutions=(COMMITTEE,)) for one in made)
    with begin(location, "ann") as unit:
        file_report(unit, came)
        return [one.id for one in propose(unit, Reading(came.sha256, proposals, "seeds"))]


def test_accepting_makes_the_record_and_the_institution_it_needs(seeded: Location) -> None:
    proposed(seeded, "corruption", "dissolution")
    accepted = settle(seeded, "ben", Verdict(accept_reports=(1,))).accepted
    assert [one.reviewed_by for one in accepted] == ["ben", "ben"]
    assert row(seeded, "SELECT state FROM report") == ("done",)
    joined = "incident_scope s JOIN institution i ON i.id = s.node AND s.kind = 'institution'"
    scope = f"SELECT count(*) FROM {joined} WHERE i.code = ?"
    assert row(seeded, scope, "kp.wpk") == (2,)
    assert row(seeded, scope, COMMITTEE.code) == (2,)
    assert sound(seeded)


def test_one_made_under_an_organ_that_moved_was_where_that_was(seeded: Location) -> None:
    """The state security was once under the Cabinet: what is made below it was so in the same time."""
    branch = COMMITTEE._replace(code="kp.mss.branch@KP-14.onchon", parent="kp.mss", name="Onchon Branch", names=())
    came = report()
    told = party(passage(came), type="corruption", institutions=(InstitutionLink(branch.code, "actor"),))
    with begin(seeded, "ann") as unit:
        file_report(unit, came)
        propose(unit, Reading(came.sha256, (Proposal(told, institutions=(branch,)),), "seeds"))
    settle(seeded, "ben", Verdict(accept_reports=(1,)))
    assert sound(seeded)


def test_a_decision_is_made_once_and_the_report_knows_its_state(seeded: Location) -> None:
    first, second = proposed(seeded, "corruption", "dissolution")
    settle(seeded, "ben", Verdict(reject=[first], reason="background"))
    assert row(seeded, "SELECT state FROM report") == ("in review",)
    with pytest.raises(Refused, match="rejected already"):
        settle(seeded, "ben", Verdict(reject=[second, first], reason="background"))
    assert row(seeded, "SELECT count(*) FROM proposal WHERE state = 'waiting'") == (1,)


def test_a_second_reading_keeps_what_was_decided(seeded: Location) -> None:
    (number,) = proposed(seeded, "corruption")
    settle(seeded, "ben", Verdict(reject=[number], reason="background"))
    with begin(seeded, "ann") as unit:
        stored = read_proposal(unit.session, number)
        assert propose(unit, Reading(stored.text, (stored.proposal,), "seeds")) == []


def test_undo_of_an_acceptance_withdraws_the_record_and_lets_the_proposal_wait(seeded: Location) -> None:
    (number,) = proposed(seeded, "corruption")
    with begin(seeded, "ben") as unit:
        accept(unit, read_proposal(unit.session, number), review="reviewed")
    undone = undo(seeded, "ben")
    assert [change.action for change in undone] == ["accept", "accept", "bring"]
    assert row(seeded, "SELECT withdrawn FROM incident") == (1,)
    assert row(seeded, "SELECT state, incident_id FROM proposal") == ("waiting", None)
    assert row(seeded, "SELECT retired FROM institution WHERE code = ?", COMMITTEE.code) == (1,)
    assert row(seeded, "SELECT state FROM report") == ("new",)
    assert sound(seeded)
    again = settle(seeded, "ben", Verdict(accept_reports=(1,))).accepted
    assert row(seeded, "SELECT retired FROM institution WHERE code = ?", COMMITTEE.code) == (0,)
    assert [one.withdrawn for one in again] == [False]
    undo(seeded, "ben")
    assert row(seeded, "SELECT retired FROM institution WHERE code = ?", COMMITTEE.code) == (1,), "also the second time"
    assert sound(seeded)


def test_undo_of_an_ingest_takes_the_report_out(seeded: Location) -> None:
    proposed(seeded, "corruption")
    undo(seeded, "ann")
    assert row(seeded, "SELECT withdrawn FROM report") == (1,)
    assert row(seeded, "SELECT state FROM proposal") == ("superseded",)


def test_undo_of_an_ingest_does_not_bury_what_a_person_made_of_it(seeded: Location) -> None:
    (number,) = proposed(seeded, "corruption")
    with begin(seeded, "ben") as unit:
        stored = waiting(unit, number)
        own = stored.proposal._replace(incident=replace(stored.proposal.incident, summary="In Ben's words."))
        rewrite(unit, stored, own, "revise")
        add_beside(unit, stored, own)
    with pytest.raises(Refused, match=r"proposal 1 was changed since \(change 3\)"):
        undo(seeded, "ann", 1)
    undo(seeded, "ben")
    undo(seeded, "ann", 1)
    assert row(seeded, "SELECT withdrawn FROM report") == (1,)
    assert row(seeded, "SELECT count(*) FROM proposal WHERE state = 'superseded'") == (2,)


def test_undo_of_a_report_with_a_proposal_of_later_is_refused(seeded: Location) -> None:
    proposed(seeded)
    with begin(seeded, "ben") as unit:
        came = report()
        add(unit, came.sha256, Proposal(party(passage(came, start=0, end=9, quote=TEXT[:9]))), 0, seeds="seeds")
    with pytest.raises(Refused, match="proposal 1 of report 1 was made since and waits"):
        undo(seeded, "ann", 1)
    assert row(seeded, "SELECT r.withdrawn, q.state FROM report r, proposal q") == (0, "waiting")


def test_undo_goes_back_step_by_step_and_skips_what_others_did(seeded: Location) -> None:
    saved = record(seeded, "ann", party())
    revise(seeded, "ann", saved.code, lambda i: replace(i, title="Second title", tags=("x", "y")))
    record(seeded, "ben", party())
    withdraw(seeded, "ann", [saved.code], "told twice")
    restore(seeded, "ann", [saved.code])
    undone = [undo(seeded, "ann")[0].action for _ in range(4)]
    assert undone == ["restore", "withdraw", "edit", "add"]
    with pytest.raises(NotFound, match="ann has changed nothing that could be undone"):
        undo(seeded, "ann")
    assert row(seeded, "SELECT title, withdrawn FROM incident WHERE code = ?", saved.code) == (saved.title, 1)
    assert sound(seeded)


def test_undo_of_what_a_later_change_builds_on_is_refused(seeded: Location) -> None:
    saved = record(seeded, "ann", party())
    revise(seeded, "ann", saved.code, lambda i: replace(i, title="Second title"))
    revise(seeded, "ben", saved.code, lambda i: replace(i, title="Third title"))
    with pytest.raises(Refused, match="title was changed since"):
        undo(seeded, "ann", 2)
    with pytest.raises(NotFound, match="there is no change 77"):
        undo(seeded, "ann", 77)


def test_an_undo_can_be_undone(seeded: Location) -> None:
    saved = record(seeded, "ann", party())
    revise(seeded, "ann", saved.code, lambda i: replace(i, title="Second title"))
    undo(seeded, "ann")
    undo(seeded, "ann", 3)
    assert row(seeded, "SELECT title FROM incident") == ("Second title",)
    assert undo(seeded, "ann")[0].sequence == 2


def test_withdrawing_twice_is_refused_and_nothing_of_the_rest_is_done(seeded: Location) -> None:
    first, second = record(seeded, "ann", party()), record(seeded, "ann", party())
    withdraw(seeded, "ann", [first.code], "told twice")
    with pytest.raises(Refused, match="withdrawn already: told twice"):
        withdraw(seeded, "ann", [second.code, first.code], "again")
    assert row(seeded, "SELECT count(*) FROM incident WHERE withdrawn = 1") == (1,)
    assert row(seeded, "SELECT count(DISTINCT incident_id) FROM incident_scope") == (1,)


@pytest.mark.parametrize(
    ("tamper", "says"),
    [
        ("UPDATE change SET reason = 'another' WHERE sequence = 1", "change 1 does not fit its hash"),
        ("UPDATE change_content SET content = '{}' WHERE change_id = 1", "does not fit its commitment"),
        ("UPDATE log_head SET hash = (SELECT max(previous) FROM change WHERE sequence = 1)", "the head of the log"),
        ("DELETE FROM incident_scope WHERE kind = 'place'", "rows are missing or too many"),
        ("UPDATE report_text SET sha256 = replace(sha256, '0', '1')", "does not fit its hash"),
    ],
)
def test_the_check_finds_tampering(seeded: Location, tamper: str, says: str) -> None:
    proposed(seeded, "corruption")
    record(seeded, "ann", party())
    engine = engine_of(seeded)
    with engine.begin() as connection:
        connection.execute(sa.text(tamper))
    engine.dispose()
    assert says in " ".join(line for finding in check(seeded) for line in finding.wrong)


def test_writers_wait_for_one_another(seeded: Location) -> None:
    errors: list[BaseException] = []

    def write(who: str) -> None:
        try:
            for _ in range(5):
                record(seeded, who, party())
        except BaseException as error:  # noqa: BLE001  told to the test
            errors.append(error)

    threads = [threading.Thread(target=write, args=(who,)) for who in ("ann", "ben", "cho")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert row(seeded, "SELECT count(*), max(sequence) FROM change") == (15, 15)
    assert sound(seeded)


def test_a_broken_unit_leaves_nothing(seeded: Location) -> None:
    class Broken(Exception):
        """Something goes wrong after the record was written."""

    def work() -> None:
        with begin(seeded, "ann") as unit:
            unit.save(party(), "add")
            raise Broken

    with pytest.raises(Broken):
        work()
    assert row(seeded, "SELECT count(*) FROM incident") == (0,)
    assert actions(seeded) == []


def test_a_superseded_proposal_can_wait_again(seeded: Location) -> None:
    (number,) = proposed(seeded, "corruption")
    settle(seeded, "ben", Verdict(reject=[number], reason="background"))
    with begin(seeded, "ben") as unit:
        decide(unit, read_proposal(unit.session, number), "waiting")
    assert row(seeded, "SELECT state, decided_at FROM proposal") == ("waiting", None)


def test_codes_never_look_like_numbers_and_grow_from_the_uid() -> None:
    uids = [new_uid() for _ in range(500)]
    assert not any(code_of(uid).isdecimal() for uid in uids)
    assert all(code_of(uid, 9).startswith(code_of(uid)) for uid in uids)


def test_text_search_follows_every_change(seeded: Location) -> None:
    saved = record(seeded, "ann", party(title="개성 leaflets at Posong"))
    query = "SELECT count(*) FROM search_part WHERE kind = 'incident' AND body LIKE ?"
    assert row(seeded, query, "%Posong%") == (1,)
    revise(seeded, "ann", saved.code, lambda i: replace(i, title="Nothing of that"))
    assert row(seeded, query, "%Posong%") == (0,)


def test_a_row_that_points_to_nothing_is_said_to_be_a_matter_of_the_database(seeded: Location) -> None:
    with (
        begin(seeded, "alice", dry_run=True) as unit,
        pytest.raises(DatabaseProblem, match="a place that is not there"),
    ):
        unit.lookup.code_of("place", 999_999)
