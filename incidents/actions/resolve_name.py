"""Saying what a name that was open stands for, once for all proposals and records that have it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from incidents.actions import known
from incidents.actions.new_thing import Who
from incidents.actions.record import marked
from incidents.actions.retitle import Titled, retitled
from incidents.errors import Refused
from incidents.intake.language import language_of
from incidents.model.codec import proposal_from_plain, proposal_to_plain
from incidents.model.incident import Claim, Evidence, Incident, InstitutionLink, OpenName, PlaceLink
from incidents.model.proposal import Problem, Proposal
from incidents.store import things, titles
from incidents.store.merging import swapped
from incidents.store.query.open_names import Open
from incidents.store.reports import read_proposal
from incidents.store.rework import finest, rewrite, waiting
from incidents.store.things import CALLED, Called, Thing
from incidents.store.unit import Unit, begin

_REASON = "a name that was open"


class _Answer(NamedTuple):
    """What a name stands for, in which role, and why; the `lent` places give way to it."""

    thing: Thing
    role: str
    reason: str
    lent: frozenset[str] = frozenset()


def resolve(who: Who, uses: Iterable[Open], thing: Thing, aliases: Sequence[str] = (), role: str = "") -> list[Titled]:
    """Put the place or institution where the name stands; the titles that named a place which gave way to it.

    What lies above a place gives way to it; an institution that is not there already is put in with the `role`. The
    thing is called by the `aliases` from now on.

    Raises:
        Refused, NotFound: a proposal was decided, a record withdrawn, or the name settled there, meanwhile.
    """
    by_proposal: dict[int, list[Open]] = {}
    by_incident: dict[int, list[Open]] = {}
    for use in uses:
        table, number = (by_proposal, use.proposal) if use.incident is None else (by_incident, use.incident)
        table.setdefault(number, []).append(use)
    answer = _Answer(thing, role, who.reason)
    found: list[Titled] = []
    with begin(who.location, who.name, dry_run=who.dry_run) as unit:
        if aliases:
            _name(unit, thing, aliases, who.reason)
        for number, some in by_proposal.items():
            found += _proposal(unit, number, some, answer)
        for number, some in by_incident.items():
            found += _incident(unit, number, some, answer)
    known.changed()
    return found


def _name(unit: Unit, thing: Thing, aliases: Sequence[str], reason: str) -> None:
    value = things.plain(unit, thing)
    fresh = (name for name in aliases if name not in things.called(value))
    named = {f"{CALLED}{name}": Called("alias", language_of(name)).plain for name in fresh}
    things.change(unit, thing, value | named, "name", reason)


def _demand_open(held: Incident, uses: Iterable[Open], noun: str) -> None:
    """Refuse what somebody else has settled since it was read: a record would have both answers."""
    named = {one.words for one in held.open_names if one.field == noun}
    decided = any(one.field == noun for one in held.decisions)
    for use in uses:
        if use.words not in named if use.told else decided:
            told = f"“{use.words}” was settled in incident {held.id} meanwhile"
            raise Refused(f"{told}: incidents {noun} unresolved lists what is open.")


def _incident(unit: Unit, number: int, uses: list[Open], answer: _Answer) -> Iterator[Titled]:
    held = unit.incident(str(number))
    _demand_open(held, uses, answer.thing.noun)
    made_of = {use.proposal for use in uses if not use.told}
    lent = frozenset().union(*(_lent(read_proposal(unit.session, one).proposal) for one in made_of))
    words, put = {use.words for use in uses}, _put(unit, held, uses, answer._replace(lent=lent))
    after, old, followed = retitled(unit, held, put, words, lambda: titles.of_incident(unit, number, held.uid))
    saved = unit.save(after, titles.RESOLVE, answer.reason)
    if old or followed:
        yield Titled("incident", number, saved.title, old, followed)


def _proposal(unit: Unit, number: int, uses: list[Open], answer: _Answer) -> Iterator[Titled]:
    stored = waiting(unit, number)
    there = {(one.start, one.end) for one in stored.proposal.problems if one.field == answer.thing.noun}
    for use in uses:
        if not use.made and (use.start, use.end) not in there:
            raise Refused(f"“{use.words}” was settled in proposal {number} meanwhile.")
    proposal = _without_made(stored.proposal, {use.made for use in uses if use.made}, answer.thing)
    words, put = {use.words for use in uses}, _put(unit, proposal.incident, uses, answer._replace(lent=_lent(proposal)))
    given = titles.of_proposal
    after, old, followed = retitled(unit, proposal.incident, put, words, lambda: given(unit, number))
    problems = tuple(one for one in proposal.problems if not _answered(one, uses, answer.thing.noun))
    rewrite(unit, stored, proposal._replace(incident=after, problems=problems), titles.RESOLVE, answer.reason)
    if old or followed:
        yield Titled("proposal", number, after.title, old, followed)


def _without_made(proposal: Proposal, codes: Collection[str], thing: Thing) -> Proposal:
    """The proposal with the thing instead of the institutions that the form of a name made."""
    plain = proposal_to_plain(proposal._replace(institutions=()))
    for code in codes:
        plain = swapped(plain, Thing(thing.noun, code), thing.code)
    made = tuple(one for one in proposal.institutions if one.code not in codes)
    return proposal_from_plain(plain)._replace(institutions=made) if codes else proposal


def _lent(proposal: Proposal) -> frozenset[str]:
    """The places that it only has from the passages around."""
    return frozenset(code for one in proposal.problems if _borrows(one) for code in one.candidates)


def _borrows(problem: Problem) -> bool:
    """Whether it says where the place was taken from, and not that words are open."""
    return problem.field == "place" and problem.start is None


def _answered(problem: Problem, uses: list[Open], noun: str) -> bool:
    """Whether a problem was about the words, or about a place that was borrowed because they were open."""
    if problem.field != noun:
        return False
    if _borrows(problem):
        return True
    return any((problem.start, problem.end) == (use.start, use.end) for use in uses)


def _put(unit: Unit, before: Incident, uses: list[Open], answer: _Answer) -> Incident:
    """The record with the thing, and with the claims that name it."""
    thing, role, reason, lent = answer
    after = _placed(unit, before, thing.code, lent) if thing.noun == "place" else _told_of(before, thing.code, role)
    written = [use for use in uses if not use.told]
    evidence = tuple(_claimed(one, written, thing) for one in before.evidence)
    settled = {OpenName(thing.noun, use.words) for use in uses if use.told}
    left = tuple(one for one in before.open_names if one not in settled)
    return marked(before, replace(after, evidence=evidence, open_names=left), unit.who, reason or _REASON)


def _placed(unit: Unit, before: Incident, place: str, lent: Collection[str]) -> Incident:
    """The record with the place, first of all, in the role of what gives way: what lies above it, or was lent."""
    own = (link.place for link in before.places if link.place not in lent)
    codes = finest(unit, list(dict.fromkeys((place, *own))))
    links = {link.place: link for link in reversed(before.places)}
    role = next((link.role for link in before.places if link.place not in codes), "scene")
    return replace(before, places=tuple(links.get(code, PlaceLink(code, role)) for code in codes))


def _told_of(before: Incident, institution: str, role: str) -> Incident:
    if any(link.institution == institution for link in before.institutions):
        return before
    return replace(before, institutions=(*before.institutions, InstitutionLink(institution, role)))


def _claimed(one: Evidence, uses: list[Open], thing: Thing) -> Evidence:
    inside = (use for use in uses if one.start is not None and one.end is not None and one.start <= use.start)
    fresh = [Claim(*thing, use.start, use.end) for use in inside if use.end <= (one.end or 0)]
    held = {(claim.field, claim.value, claim.start) for claim in one.claims}
    new = (claim for claim in fresh if (claim.field, claim.value, claim.start) not in held)
    return replace(one, claims=(*one.claims, *new))
