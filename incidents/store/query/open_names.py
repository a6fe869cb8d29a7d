"""Open names one by one: the words of a place or an institution that nobody can tell yet, and in what they stand."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from incidents.errors import DatabaseProblem
from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row

_FROM = """SELECT p.id, p.state, p.text_id, t.report_id, p.incident_id, p.payload FROM proposal p
    JOIN report_text t ON t.id = p.text_id"""
_ALL = f"""{_FROM} LEFT JOIN incident i ON i.id = p.incident_id
    WHERE p.state = 'waiting' OR (p.state = 'accepted' AND i.withdrawn = 0) ORDER BY p.id"""
_OF_ONE = f"{_FROM} WHERE p.incident_id = ? AND p.state = 'accepted' ORDER BY p.id"
_BY_HAND = """SELECT o.incident_id, o.words, i.summary, i.title FROM incident_open o JOIN incident i
    ON i.id = o.incident_id WHERE o.field = ? AND i.withdrawn = 0 ORDER BY o.incident_id, o.words"""
_BY_HAND_OF_ONE = "SELECT field, words FROM incident_open WHERE incident_id = ? ORDER BY field DESC, words"
_SETTLED = """SELECT 1 FROM incident_decision WHERE incident_id = ? AND field = ? UNION ALL
    SELECT 1 FROM claim c JOIN evidence e ON e.id = c.evidence_id
    WHERE e.incident_id = ? AND e.text_id = ? AND c.field = ? AND c.start_at = ?"""
_PROBLEMS = '"problems":'
"""Where the problems of a payload begin; a quotation mark in its words has a backslash before it."""
_DECODER = json.JSONDecoder()
_MADE = '"institutions":[{"code":'
"""In a payload that has institutions which a pattern made: those of the incident begin otherwise."""
_KNOWN = "SELECT 1 FROM institution WHERE code = ? AND retired = 0"


class Open(NamedTuple):
    """Words in a text that stand for what is open, in a proposal (that waits) or the record it became.

    Of a record that was typed by hand they stand in no text: the numbers are 0, and `told` is its summary or title.
    """

    words: str
    start: int
    end: int
    proposal: int
    incident: int | None
    text: int
    report: int
    candidates: tuple[str, ...]
    made: str = ""
    """The code of the institution that the form of the words made, and that nothing but this proposal has."""
    told: str = ""


def open_names(reader: Reader, noun: str) -> Iterator[Open]:
    """Every open name of places or of institutions (the noun), in proposals that wait and in standing records.

    Raises:
        DatabaseProblem: the problems of a proposal were changed by hand into something else.
    """
    for row in reader.rows(_ALL):
        yield from _proposed(reader, noun, row)
    for incident, words, summary, title in reader.rows(_BY_HAND, (noun,)):
        yield Open(words, 0, 0, 0, incident, 0, 0, (), told=summary if words in summary else title)


def open_in(reader: Reader, incident: int) -> list[Row]:
    """What is open in one record: the noun and the words of each name, those of places first. Raises as `open_names`.

    The names that were typed with it, and those of the proposals that it was made of.
    """
    typed: list[Row] = list(reader.rows(_BY_HAND_OF_ONE, (incident,)))
    rows = list(reader.rows(_OF_ONE, (incident,)))
    found = ((noun, row) for noun in ("place", "institution") for row in rows)
    read = [(noun, one.words) for noun, row in found for one in _proposed(reader, noun, row)]
    return sorted(dict.fromkeys((*typed, *read)), key=lambda pair: pair[0] != "place")


def characters(reader: Reader, text: int, start: int, end: int) -> str:
    """What stands there in a stored text."""
    row = reader.one("SELECT substr(text, ?, ?) FROM report_text WHERE id = ?", (start + 1, end - start, text))
    return str(row[0] if row else "")


def _proposed(reader: Reader, noun: str, row: Row) -> Iterator[Open]:
    """What is open in a proposal, or still is in the record it became."""
    proposal, state, text, report, incident, payload = row
    record = incident if state == "accepted" else None
    for start, end, candidates in _places_of(proposal, payload, noun):
        if record is None or not reader.one(_SETTLED, (record, noun, record, text, noun, start)):
            words = " ".join(characters(reader, text, start, end).split())
            yield Open(words, start, end, proposal, record, text, report, candidates)
    if noun == "institution" and record is None and _MADE in payload:
        for code, name, start, end in _by_form(reader, json.loads(payload)):
            yield Open(name, start, end, proposal, None, text, report, (), code)


def _by_form(reader: Reader, payload: dict[str, Any]) -> Iterator[tuple[str, str, int, int]]:
    """The institutions that are known by the form of their names alone ("X Mine"), and where they are told of.

    Under their names: the words there can be "the mine".
    """
    made = {one["code"]: one["name"] for one in payload["institutions"] if not one.get("parent")}
    fresh = {code for code in made if not reader.one(_KNOWN, (code,))}
    for evidence in payload["incident"].get("evidence", ()):
        for claim in evidence.get("claims", ()):
            if claim["field"] == "institution" and claim.get("value") in fresh and claim.get("start") is not None:
                yield claim["value"], made[claim["value"]], claim["start"], claim["end"]


def _places_of(number: int, payload: str, noun: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where the open words of the noun stand in the text, and what they can be."""
    for problem in _named(_problems(number, payload), noun):
        start, end = problem["start"], problem.get("end")
        if not (isinstance(start, int) and isinstance(end, int)):
            raise _unreadable(number, f"a problem stands from {start!r} to {end!r}")
        yield start, end, tuple(problem.get("candidates", ()))


def _problems(number: int, payload: str) -> list[dict[str, Any]]:
    """The problems alone: they are the smallest part, and most payloads have none."""
    at = payload.find(_PROBLEMS)
    try:
        found: list[dict[str, Any]] = _DECODER.raw_decode(payload, at + len(_PROBLEMS))[0] if at >= 0 else []
    except ValueError as error:
        raise _unreadable(number, str(error)) from error
    if not all(isinstance(one, dict) for one in found):
        raise _unreadable(number, "its problems are none")
    return found


def _unreadable(number: int, why: str) -> DatabaseProblem:
    return DatabaseProblem(f"proposal {number} cannot be read ({why}): incidents db check says more")


def _named(problems: Iterable[dict[str, Any]], noun: str) -> Iterator[dict[str, Any]]:
    """The problems of words in the text: others say that the place was taken from what stands around."""
    return (one for one in problems if one.get("field") == noun and one.get("start") is not None)
