"""The database itself refuses what must not be in it; every CHECK of every table has a case here."""

import re
from typing import Any

import pytest
import sqlalchemy as sa

from incidents.store.tables import metadata
from tests.store.varied_rows import AT, fill, uid

ALLOWED: list[tuple[str, str]] = [
    ("incident", "earliest = NULL, latest = '2016-01-01', day_from = '0001-01-01' WHERE id = 1"),
    ("incident", "level_assessed = 'confirmed', level = 'confirmed', level_reason = 'seen' WHERE id = 1"),
    ("incident", "code = 'moved' WHERE id = 1"),
    ("incident", "title = 'x' WHERE id = 1"),
    ("evidence", "start_at = 0, end_at = 1 WHERE id = 1"),
    ("evidence", "quote = '', citation = 'a book' WHERE id = 1"),
    ("place", "latitude = 90, longitude = -180 WHERE id = 5"),
    ("report", "published = '2025', published_from = '2025-01-01', published_to = '2025-12-31' WHERE id = 1"),
    ("proposal", "state = 'superseded' WHERE id = 1"),
    ("incident_people", "low = 0, high = 0 WHERE position = 0"),
    ("change_content", "salt = NULL, content = NULL WHERE change_id = 1"),
    ("incident_scope", "kind = 'family' WHERE kind = 'place'"),
]

REFUSED: list[tuple[str, str, str]] = [
    ("ck_place_parent", "place", "parent_id = id WHERE id = 3"),
    ("ck_place_latitude", "place", "latitude = 91 WHERE id = 5"),
    ("ck_place_longitude", "place", "longitude = -181 WHERE id = 5"),
    ("ck_place_position", "place", "longitude = NULL WHERE id = 5"),
    ("ck_place_parent_parent", "place_parent", "parent_id = place_id WHERE id = 1"),
    ("ck_place_closure_self", "place_closure", "via = 'current' WHERE place_id = 1"),
    ("ck_place_closure_via", "place_closure", "via = 'near' WHERE place_id <> ancestor_id"),
    ("ck_place_former_days", "place_former", "last_day = '0000' WHERE place_id = 8"),
    ("ck_place_closure_depth", "place_closure", "depth = -1 WHERE place_id = 1"),
    ("ck_institution_parent", "institution", "parent_id = id WHERE id = 2"),
    ("ck_institution_parent_parent", "institution_parent", "parent_id = institution_id WHERE id = 1"),
    ("ck_institution_closure_self", "institution_closure", "depth = 1 WHERE institution_id = 1"),
    ("ck_institution_former_days", "institution_former", "last_day = '0000' WHERE institution_id = 3"),
    ("ck_institution_closure_depth", "institution_closure", "depth = -1 WHERE institution_id <> ancestor_id"),
    ("ck_report_uid", "report", "uid = 'short' WHERE id = 1"),
    ("ck_report_published", "report", "published = NULL, published_from = '2025-01-01' WHERE id = 1"),
    ("ck_report_published_order", "report", "published_from = '2025-02-02', published_to = '2025-02-01' WHERE id = 1"),
    ("ck_report_text_version", "report_text", "version = 0 WHERE id = 1"),
    ("ck_report_text_sha256", "report_text", "sha256 = 'short' WHERE id = 1"),
    ("ck_report_text_chars", "report_text", "chars = chars + 1 WHERE id = 1"),
    ("ck_report_text_chars", "report_text", "text = text || '말' WHERE id = 1"),
    ("ck_report_relation_target", "report_relation", "outlet_id = 1 WHERE id = 1"),
    ("ck_report_relation_target", "report_relation", "other_id = NULL WHERE id = 1"),
    ("ck_report_relation_other", "report_relation", "other_id = report_id WHERE id = 1"),
    ("ck_source_handle", "source", "handle = '' WHERE id = 1"),
    ("ck_incident_uid", "incident", "uid = 'short' WHERE id = 1"),
    ("ck_incident_code", "incident", "code = '' WHERE id = 1"),
    ("ck_incident_title", "incident", "title = '' WHERE id = 1"),
    ("ck_incident_title", "incident", f"title = '{'전' * 100}' WHERE id = 1"),
    ("ck_incident_level_computed", "incident", "level_computed = 'refuted', level = 'refuted' WHERE id = 1"),
    ("ck_incident_level_assessed", "incident", "level_assessed = 'sure', level_reason = 'so' WHERE id = 1"),
    ("ck_incident_level_follows", "incident", "level = 'confirmed' WHERE id = 1"),
    ("ck_incident_level_follows", "incident", "level_assessed = 'confirmed', level_reason = 'so' WHERE id = 1"),
    ("ck_incident_level_reason", "incident", "level_reason = '' WHERE id = 3"),
    ("ck_incident_dated", "incident", "edtf = NULL, basis = 'none' WHERE id = 1"),
    ("ck_incident_dated", "incident", "edtf = '2016', basis = 'stated' WHERE id = 4"),
    ("ck_incident_basis_dated", "incident", "basis = 'none' WHERE id = 1"),
    ("ck_incident_basis_dated", "incident", "basis = 'stated' WHERE id = 4"),
    ("ck_incident_order", "incident", "latest = '2015-12-31', day_to = '2015-12-31' WHERE id = 1"),
    ("ck_incident_day_bounds", "incident", "day_to = '9999-12-31' WHERE id = 1"),
    ("ck_incident_earliest", "incident", "earliest = '2015-1-1', day_from = '2015-1-1' WHERE id = 1"),
    ("ck_incident_latest", "incident", "latest = '2017-1-1', day_to = '2017-1-1' WHERE id = 1"),
    ("ck_incident_sort_from", "incident", "sort_from = '2015-1-1' WHERE id = 1"),
    ("ck_incident_sort_to", "incident", "sort_to = '2017-1-1' WHERE id = 1"),
    ("ck_incident_first_reported", "incident", "first_reported = '2024-1-1' WHERE id = 1"),
    ("ck_incident_last_reported", "incident", "last_reported = '2026-1-1' WHERE id = 1"),
    ("ck_incident_sort_order", "incident", "sort_from = '2016-01-02' WHERE id = 1"),
    ("ck_incident_reported", "incident", "first_reported = NULL WHERE id = 1"),
    ("ck_incident_reported_order", "incident", "first_reported = '2025-02-08' WHERE id = 1"),
    ("ck_incident_reviewed", "incident", "review = 'reviewed' WHERE id = 1"),
    ("ck_incident_reviewed", "incident", "reviewed_by = '' WHERE id = 2"),
    ("ck_incident_revision", "incident", "revision = 0 WHERE id = 1"),
    ("ck_incident_place_position", "incident_place", "position = -1 WHERE incident_id = 1"),
    ("ck_incident_institution_position", "incident_institution", "position = -1 WHERE position = 0"),
    ("ck_incident_people_position", "incident_people", "position = -1 WHERE position = 0"),
    ("ck_incident_people_low", "incident_people", "low = -1 WHERE position = 0"),
    ("ck_incident_people_order", "incident_people", "low = 41 WHERE position = 0"),
    ("ck_incident_people_said", "incident_people", "words = '' WHERE position = 1"),
    ("ck_incident_tag_tag", "incident_tag", "tag = '' WHERE tag = 'Zed'"),
    ("ck_incident_decision_field", "incident_decision", "field = ''"),
    ("ck_incident_open_field", "incident_open", "field = 'date' WHERE field = 'place'"),
    ("ck_incident_open_words", "incident_open", "words = '' WHERE field = 'place'"),
    ("ck_incident_relation_other", "incident_relation", "other_id = incident_id"),
    ("ck_incident_scope_node", "incident_scope", "node = 0 WHERE kind = 'place'"),
    ("ck_incident_scope_node", "incident_scope", "node = 1 WHERE kind = 'all'"),
    ("ck_evidence_uid", "evidence", "uid = 'short' WHERE id = 1"),
    ("ck_evidence_position", "evidence", "position = -1 WHERE id = 1"),
    ("ck_evidence_offsets", "evidence", "start_at = NULL WHERE id = 1"),
    ("ck_evidence_offsets", "evidence", "end_at = NULL WHERE id = 1"),
    ("ck_evidence_offsets_of_text", "evidence", "text_id = NULL WHERE id = 1"),
    ("ck_evidence_start_at", "evidence", "start_at = -1 WHERE id = 1"),
    ("ck_evidence_end_at", "evidence", "end_at = start_at WHERE id = 1"),
    ("ck_evidence_quote_or_citation", "evidence", "quote = '' WHERE id = 1"),
    ("ck_claim_position", "claim", "position = -1 WHERE id = 1"),
    ("ck_claim_offsets", "claim", "end_at = NULL WHERE id = 1"),
    ("ck_claim_start_at", "claim", "start_at = -1 WHERE id = 1"),
    ("ck_claim_end_at", "claim", "end_at = start_at WHERE id = 1"),
    ("ck_proposal_uid", "proposal", "uid = 'short' WHERE id = 1"),
    ("ck_proposal_position", "proposal", "position = -1 WHERE id = 1"),
    ("ck_proposal_fingerprint", "proposal", "fingerprint = '' WHERE id = 1"),
    ("ck_proposal_state", "proposal", f"state = 'new', decided_at = '{AT}' WHERE id = 1"),
    ("ck_proposal_decided", "proposal", "state = 'rejected' WHERE id = 1"),
    ("ck_proposal_accepted", "proposal", f"state = 'accepted', decided_at = '{AT}' WHERE id = 1"),
    ("ck_proposal_accepted", "proposal", "incident_id = 1 WHERE id = 1"),
    ("ck_change_database", "change", "database = 'short' WHERE id = 1"),
    ("ck_change_sequence", "change", "sequence = 0 WHERE id = 1"),
    ("ck_change_who", "change", "who = '' WHERE id = 1"),
    ("ck_change_action", "change", "action = '' WHERE id = 1"),
    ("ck_change_hashes", "change", "hash = 'short' WHERE id = 1"),
    ("ck_change_content_redacted", "change_content", "salt = NULL WHERE change_id = 1"),
    ("ck_log_head_id", "log_head", "id = 2"),
    ("ck_log_head_database", "log_head", "database = 'short'"),
    ("ck_log_head_hash", "log_head", "hash = 'short'"),
    ("ck_log_head_sequence", "log_head", "sequence = -1"),
]

DOUBLED: list[tuple[str, str, dict[str, Any]]] = [
    ("a code of a place", "place", {"id": 99, "code": "KP", "name": "x", "kind": "country", "level": "country"}),
    ("a name of a place", "place_name", {"place_id": 3, "name": "양강", "key": "x"}),
    ("a second canonical name", "place_name", {"place_id": 3, "name": "x", "key": "x", "kind": "canonical"}),
    ("a report that quotes it twice", "report_relation", {"report_id": 2, "kind": "quotes", "other_id": 1}),
    ("an outlet that it quotes twice", "report_relation", {"report_id": 2, "kind": "quotes", "outlet_id": 3}),
    ("a handle of a source", "source", {"report_id": 1, "handle": "source 1", "type": "resident"}),
    ("a place in one role", "incident_place", {"incident_id": 1, "position": 1, "place_id": 5, "role": "scene"}),
    ("a main place", "incident_place", {"incident_id": 1, "position": 0, "place_id": 4, "role": "scene"}),
    ("a tag", "incident_tag", {"incident_id": 1, "tag": "Zed"}),
    ("a relation", "incident_relation", {"incident_id": 2, "kind": "follows", "other_id": 1}),
    ("a fingerprint of a proposal", "proposal", {"id": 9, "uid": uid(9), "text_id": 1, "position": 5, "payload": "{}"}
     | {"fingerprint": "a", "created_at": AT}),
    ("a previous hash", "change", {"id": 9, "database": uid(999), "sequence": 9, "at": AT, "who": "x", "action": "x"}
     | {"subject_kind": "x", "subject_uid": "x", "previous": f"{1:064d}", "commitment": "c" * 64, "hash": "f" * 64}),
    ("a sequence", "change", {"id": 9, "database": uid(999), "sequence": 1, "at": AT, "who": "x", "action": "x"}
     | {"subject_kind": "x", "subject_uid": "x", "previous": "e" * 64, "commitment": "c" * 64, "hash": "f" * 64}),
]  # fmt: skip

SCALES = re.compile(r"(\w+) (?:IN \(.*\)|LIKE '.*')")
"""A CHECK that says only what one column may hold: its case is made, not written."""


def checks() -> dict[str, tuple[str, str]]:
    """Every CHECK by name, with its table and its condition."""
    found = {}
    for table in metadata.tables.values():
        for constraint in table.constraints:
            if isinstance(constraint, sa.CheckConstraint):
                found[str(constraint.name)] = (table.name, str(constraint.sqltext))
    return found


def made() -> list[tuple[str, str, str]]:
    written = {name for name, _, _ in REFUSED}
    scales = [(name, table, SCALES.fullmatch(text)) for name, (table, text) in checks().items() if name not in written]
    return [(name, table, f"{found[1]} = {_bad(table, found[1])}") for name, table, found in scales if found]


def _bad(table: str, column: str) -> str:
    return "2" if "INTEGER" in str(metadata.tables[table].c[column].type) else "'2020-1-1'"


def test_every_check_has_a_case() -> None:
    assert set(checks()) == {name for name, _, _ in REFUSED + made()}


@pytest.fixture
def filled(connection: sa.Connection) -> sa.Connection:
    fill(connection)
    return connection


def tried(connection: sa.Connection, table: str, change: str) -> str:
    """The error that an UPDATE gives, or nothing; it leaves no trace."""
    with connection.begin_nested() as step:
        try:
            assert connection.exec_driver_sql(f"UPDATE {table} SET {change}").rowcount
        except sa.exc.IntegrityError as error:
            step.rollback()
            return str(error.orig)
        step.rollback()
    return ""


def test_good_changes_are_left_alone(filled: sa.Connection) -> None:
    assert {change: tried(filled, table, change) for table, change in ALLOWED} == {change: "" for _, change in ALLOWED}


def test_bad_changes_are_refused_by_name(filled: sa.Connection) -> None:
    cases = REFUSED + made()
    wrong = {(name, change): tried(filled, table, change) for name, table, change in cases}
    assert {case: told for case, told in wrong.items() if not re.search(rf"\b{case[0]}\b", told)} == {}


def test_what_is_there_twice_is_refused(filled: sa.Connection) -> None:
    told = {what: inserted(filled, table, row) for what, table, row in DOUBLED}
    assert {what: error for what, error in told.items() if "unique" not in error.lower()} == {}


def inserted(connection: sa.Connection, table: str, row: dict[str, Any]) -> str:
    """The error that an INSERT gives, or nothing; it leaves no trace."""
    with connection.begin_nested() as step:
        try:
            connection.execute(sa.insert(metadata.tables[table]).values(**row))
        except sa.exc.IntegrityError as error:
            step.rollback()
            return str(error.orig)
        step.rollback()
    return ""


def test_nothing_that_is_pointed_to_can_be_deleted(filled: sa.Connection) -> None:
    pointed = {key.column.table.name for table in metadata.tables.values() for key in table.foreign_keys}
    for name in sorted(pointed - {"incident_relation_kind"}):
        with pytest.raises(sa.exc.IntegrityError, match=r"(?i)foreign key"), filled.begin_nested():
            filled.execute(sa.delete(metadata.tables[name]))


KEYS = [key for table in metadata.tables.values() for key in table.foreign_keys]


def test_every_foreign_key_is_kept(filled: sa.Connection) -> None:
    for key in KEYS:
        table, column = key.parent.table, key.parent
        nowhere = "987654" if isinstance(column.type, sa.Integer) else "'nowhere'"
        keys = [part.name for part in table.primary_key]
        rows = filled.execute(sa.select(*table.primary_key).where(column.is_not(None))).all()
        places = [" AND ".join(f"{name} = {value!r}" for name, value in zip(keys, row, strict=True)) for row in rows]
        told = [tried(filled, table.name, f"{column.name} = {nowhere} WHERE {place}") for place in places]
        assert all(told), (table.name, column.name)
        assert any("foreign key" in one.lower() for one in told), (table.name, column.name, told)


def test_every_foreign_key_forbids_to_delete() -> None:
    assert {key.ondelete for key in KEYS} == {"RESTRICT"}
