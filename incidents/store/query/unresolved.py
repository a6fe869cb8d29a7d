"""Names of places and institutions in reports that matched nothing, or several, and are still open."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from incidents.model.key import fold
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS, named

_ROWS = """SELECT p.id, p.state, p.text_id, t.report_id, p.incident_id, p.payload FROM proposal p
    JOIN report_text t ON t.id = p.text_id LEFT JOIN incident i ON i.id = p.incident_id
    WHERE p.state = 'waiting' OR (p.state = 'accepted' AND i.withdrawn = 0) ORDER BY p.id"""
_BY_HAND = """SELECT o.incident_id, o.words, i.summary, i.title FROM incident_open o JOIN incident i
    ON i.id = o.incident_id WHERE o.field = ? AND i.withdrawn = 0 ORDER BY o.incident_id, o.words"""
_SETTLED = """SELECT 1 FROM incident_decision WHERE incident_id = ? AND field = ? UNION ALL
    SELECT 1 FROM claim c JOIN evidence e ON e.id = c.evidence_id
    WHERE e.incident_id = ? AND e.text_id = ? AND c.field = ? AND c.start_at = ?"""
_TEXT = "SELECT substr(text, ?, ?) FROM report_text WHERE id = ?"
_PROBLEMS = '"problems":'
"""Where the problems of a payload begin; a quotation mark in its words has a backslash before it."""
_DECODER = json.JSONDecoder()
_MADE = '"institutions":[{"code":'
"""In a payload that has institutions which a pattern made: those of the incident begin otherwise."""
_KNOWN = "SELECT 1 FROM institution WHERE code = ? AND retired = 0"
_AROUND = 60
"""Characters on each side of the words that are shown with them."""


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


class Unresolved(NamedTuple):
    """One name, in all its spellings, and everything that it is open in; `words` is the most frequent spelling."""

    words: str
    uses: tuple[Open, ...]
    context: str
    """The words of the first use with what stands around them."""
    known: tuple[str, ...]
    """The codes of what is called so by now."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """The codes of what it can be; none: nothing is called so."""
        return tuple(dict.fromkeys((*(code for use in self.uses for code in use.candidates), *self.known)))

    @property
    def spellings(self) -> tuple[str, ...]:
        """How it is written, the most frequent first; one that differs in case or signs alone is the same."""
        return _spellings(self.uses)

    @property
    def why(self) -> str:
        """Why it is open, in words."""
        if self.uses[0].candidates or (self.uses[0].told and len(self.known) > 1):
            return "several are called so"
        return "added since" if self.known else "nothing is called so"

    @property
    def proposals(self) -> tuple[int, ...]:
        """The waiting proposals that it is open in."""
        return tuple(dict.fromkeys(use.proposal for use in self.uses if use.incident is None))

    @property
    def incidents(self) -> tuple[int, ...]:
        """The records that it is open in."""
        return tuple(dict.fromkeys(use.incident for use in self.uses if use.incident is not None))

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that it is open in."""
        return tuple(sorted({use.report for use in self.uses if not use.told}))


def unresolved(reader: Reader, noun: str) -> list[Unresolved]:
    """All open names of places or of institutions (the noun), the most frequent first."""
    found = [_grouped(reader, noun, uses) for uses in _groups(noun, _open(reader, noun))]
    return sorted(found, key=lambda one: (-len(one.uses), one.words))


def called(reader: Reader, noun: str, words: str, reports: Collection[int] = ()) -> Unresolved | None:
    """The open name of which that is a spelling, only as these reports have it (none: all); None if none is.

    Without the word for what it is ("Hwangtori" for "Hwangtori village") it is found too, if only one name is meant.
    """
    key, groups = NOUNS[noun].key, list(_groups(noun, _open(reader, noun)))
    exact = [uses for uses in groups if fold(words) in {fold(use.words) for use in uses}]
    alike = [uses for uses in groups if key(words) in {key(fold(use.words)) for use in uses}]
    for uses in exact or alike[: len(alike) == 1]:
        some = [use for use in uses if not reports or use.report in reports]
        if some:
            return _grouped(reader, noun, some)
    return None


def by_hand(found: Unresolved) -> Iterator[tuple[int, str]]:
    """Of each record that was typed by hand and has the name: its number, and what it tells."""
    return ((use.incident, use.told) for use in found.uses if use.told and use.incident is not None)


def contexts(reader: Reader, found: Unresolved) -> Iterator[tuple[int, str, int]]:
    """Of each report that has the name: its number, the first use with what stands around it, and how many uses."""
    for report in found.reports:
        uses = [use for use in found.uses if use.report == report]
        yield report, _context(reader, uses[0]), len(uses)


def _groups(noun: str, uses: Iterable[Open]) -> Iterable[list[Open]]:
    """The uses of each name: `Unsan` and `Unsan county` are one where they can be the same."""
    spelled: dict[str, list[Open]] = {}
    for use in uses:
        spelled.setdefault(fold(use.words), []).append(use)
    groups: dict[tuple[str, frozenset[str]], list[Open]] = {}
    for spelling, some in spelled.items():
        candidates = frozenset(code for use in some for code in use.candidates)
        groups.setdefault((NOUNS[noun].key(spelling), candidates), []).extend(some)
    return groups.values()


def _grouped(reader: Reader, noun: str, uses: list[Open]) -> Unresolved:
    words = _spellings(uses)[0]
    known = tuple(match.code for match in named(reader, noun, words))
    return Unresolved(words, tuple(uses), _context(reader, uses[0]), known)


def _spellings(uses: Iterable[Open]) -> tuple[str, ...]:
    written: dict[str, str] = {}
    counted = Counter(written.setdefault(fold(use.words), use.words) for use in uses)
    return tuple(words for words, _ in counted.most_common())


def _open(reader: Reader, noun: str) -> Iterator[Open]:
    for proposal, state, text, report, incident, payload in reader.rows(_ROWS):
        record = incident if state == "accepted" else None
        for problem in _named(_problems(payload), noun):
            start, end = problem["start"], problem["end"]
            if record is None or not reader.one(_SETTLED, (record, noun, record, text, noun, start)):
                words, candidates = _words(reader, text, start, end), tuple(problem.get("candidates", ()))
                yield Open(words, start, end, proposal, record, text, report, candidates)
        if noun == "institution" and record is None and _MADE in payload:
            for code, name, start, end in _by_form(reader, json.loads(payload)):
                yield Open(name, start, end, proposal, None, text, report, (), code)
    for incident, words, summary, title in reader.rows(_BY_HAND, (noun,)):
        yield Open(words, 0, 0, 0, incident, 0, 0, (), told=summary if words in summary else title)


def _words(reader: Reader, text: int, start: int, end: int) -> str:
    row = reader.one(_TEXT, (start + 1, end - start, text))
    return " ".join(str(row[0] if row else "").split())


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


def _problems(payload: str) -> list[dict[str, Any]]:
    """The problems alone: they are the smallest part, and most payloads have none."""
    at = payload.find(_PROBLEMS)
    return _DECODER.raw_decode(payload, at + len(_PROBLEMS))[0] if at >= 0 else []


def _named(problems: Iterable[dict[str, Any]], noun: str) -> Iterator[dict[str, Any]]:
    """The problems of words in the text: others say that the place was taken from what stands around."""
    return (one for one in problems if one.get("field") == noun and one.get("start") is not None)


def _context(reader: Reader, use: Open) -> str:
    if use.told:
        return " ".join(use.told.split())
    first = max(use.start - _AROUND, 0)
    row = reader.one(_TEXT, (first + 1, use.end - first + _AROUND, use.text))
    text = str(row[0] if row else "")
    before, after = text[: use.start - first], text[use.end - first :]
    head = before.partition(" ")[2] if first else before
    tail = after.rpartition(" ")[0] if len(after) == _AROUND else after
    cut = "…" * bool(first), "…" * (len(after) == _AROUND)
    return f"{cut[0]}{' '.join((head + text[len(before) : len(text) - len(after)] + tail).split())}{cut[1]}"
