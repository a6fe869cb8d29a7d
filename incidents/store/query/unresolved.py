"""Names of places in reports that matched nothing, or several, and are still open in proposals and records."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from incidents.model.key import fold
from incidents.store.query.connect import Reader
from incidents.store.query.names import named

_ROWS = """SELECT p.id, p.state, p.text_id, p.incident_id, p.payload FROM proposal p
    LEFT JOIN incident i ON i.id = p.incident_id
    WHERE p.state = 'waiting' OR (p.state = 'accepted' AND i.withdrawn = 0) ORDER BY p.id"""
_SETTLED = """SELECT 1 FROM incident_decision WHERE incident_id = ? AND field = 'place' UNION ALL
    SELECT 1 FROM claim c JOIN evidence e ON e.id = c.evidence_id
    WHERE e.incident_id = ? AND e.text_id = ? AND c.field = 'place' AND c.start_at = ?"""
_TEXT = "SELECT substr(text, ?, ?) FROM report_text WHERE id = ?"
_AROUND = 60
"""Characters on each side of the words that are shown with them."""


class Open(NamedTuple):
    """Words in a text that stand for a place which is open, in a proposal (that waits) or the record it became."""

    words: str
    start: int
    end: int
    proposal: int
    incident: int | None
    text: int
    candidates: tuple[str, ...]


class Unresolved(NamedTuple):
    """One name, in all the spellings that fold to one key, and everything that it is open in."""

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
    def why(self) -> str:
        """Why it is open, in words."""
        if self.uses[0].candidates:
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


def unresolved(reader: Reader) -> list[Unresolved]:
    """All open names, the most frequent first."""
    groups: dict[str, list[Open]] = {}
    for use in _open(reader):
        groups.setdefault(fold(use.words), []).append(use)
    found = [_grouped(reader, uses) for uses in groups.values()]
    return sorted(found, key=lambda one: (-len(one.uses), one.words))


def called(reader: Reader, words: str) -> Unresolved | None:
    """The open name that is written so, in any case; None if none is."""
    return next((one for one in unresolved(reader) if fold(one.words) == fold(words)), None)


def _grouped(reader: Reader, uses: list[Open]) -> Unresolved:
    known = tuple(match.code for match in named(reader, "place", uses[0].words))
    return Unresolved(uses[0].words, tuple(uses), _context(reader, uses[0]), known)


def _open(reader: Reader) -> Iterator[Open]:
    for proposal, state, text, incident, payload in reader.rows(_ROWS):
        record = incident if state == "accepted" else None
        for problem in _named(json.loads(payload).get("problems", ())):
            start, end = problem["start"], problem["end"]
            if record is not None and reader.one(_SETTLED, (record, record, text, start)):
                continue
            row = reader.one(_TEXT, (start + 1, end - start, text))
            words = " ".join(str(row[0] if row else "").split())
            yield Open(words, start, end, proposal, record, text, tuple(problem.get("candidates", ())))


def _named(problems: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The problems of words in the text: others say that the place was taken from what stands around."""
    return (one for one in problems if one.get("field") == "place" and one.get("start") is not None)


def _context(reader: Reader, use: Open) -> str:
    first = max(use.start - _AROUND, 0)
    row = reader.one(_TEXT, (first + 1, use.end - first + _AROUND, use.text))
    text = str(row[0] if row else "")
    before, after = text[: use.start - first], text[use.end - first :]
    head = before.partition(" ")[2] if first else before
    tail = after.rpartition(" ")[0] if len(after) == _AROUND else after
    cut = "…" * bool(first), "…" * (len(after) == _AROUND)
    return f"{cut[0]}{' '.join((head + text[len(before) : len(text) - len(after)] + tail).split())}{cut[1]}"
