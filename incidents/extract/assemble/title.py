"""A title for the chronology: who did what, and where, in the report's words if a clause of it can stand alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from incidents.extract.assemble import sober, told
from incidents.extract.assemble.draft import Draft, Scene
from incidents.extract.assemble.wording import LONGEST
from incidents.extract.findings import Findings
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Reference

MADE = Problem("no clause of the report can stand as the title; it was made from the record", "title")
_FEW = 6
_COLON = re.compile(r":(?!\d)")
"""Not that of a clock time."""


class Title(NamedTuple):
    """Its words; `made` if they were put together from the record."""

    words: str
    made: bool = False


def title(found: Findings, drafts: Sequence[Draft], main: Scene | None) -> Title:
    """Under 100 characters, the main place at the end unless the words name it; the first draft is the main one."""
    place = _name(found.lexicon.reference, main)
    room = LONGEST - len(place) - 2
    for draft in _alike(drafts):
        words = told.clause(found, draft, room) or sober.nominal(found, draft, room)
        if words:
            return Title(_placed(found, words, place, main))
    words = sober.made(found, drafts[0])
    words = words if len(words) <= room else _COLON.split(words, maxsplit=1)[0]
    day = drafts[0].dating.when.edtf
    if day and "/" not in day and not place and ":" not in words:
        words = f"{words}, {day}"
    return Title(_placed(found, words, place, main), made=True)


def _alike(drafts: Sequence[Draft]) -> list[Draft]:
    """The main draft, and others of its type that assert as much."""
    main = drafts[0]
    return [d for d in drafts[:_FEW] if d is main or (d.act.type == main.act.type and not d.act.guessed)]


def _name(reference: Reference, main: Scene | None) -> str:
    place = reference.place.get(main.code) if main else None
    return place.name if place and place.level not in ("country", "region") else ""


def _placed(found: Findings, words: str, place: str, main: Scene | None) -> str:
    """With the place at the end unless it is named, in the spelling of the reference or of the report."""
    spelled = found.document.text[slice(*main.span)] if main and main.own else ""
    named = any(name and name.lower() in words.lower() for name in (place, spelled))
    return words if named or not place else f"{words}, {place}"


def distinct(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """No two with one title: the later one has its date or its number behind it."""
    taken: set[str] = set()
    kept = []
    for proposal in proposals:
        name = next(name for name in _forms(proposal) if name.lower() not in taken)
        taken.add(name.lower())
        kept.append(proposal._replace(incident=replace(proposal.incident, title=name)))
    return tuple(kept)


def _forms(proposal: Proposal) -> Iterable[str]:
    words, when = proposal.incident.title, proposal.incident.when
    yield words
    if when.edtf and "/" not in when.edtf:
        yield f"{_cut(words, LONGEST - len(when.edtf) - 2)}, {when.edtf}"
    number = 2
    while True:
        yield f"{_cut(words, LONGEST - 8)} ({number})"
        number += 1


def _cut(words: str, room: int) -> str:
    """The first words that fit, none of them in part."""
    return words if len(words) <= room else words[: room + 1].rpartition(" ")[0].rstrip(",:;–-") or words[:room]
