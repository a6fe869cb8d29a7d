"""One proposal as two: passages leave it with what only they carry, and nothing is guessed for either half."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from incidents.actions.backing import (
    counted,
    date_of,
    institutions_of,
    people_of,
    places_of,
    standing_beside,
    values,
)
from incidents.model.incident import Evidence, Incident
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Institution
from incidents.model.when import UNDATED, When

LEFT = Problem("the title is from the passage that left", "title")
Finest = Callable[[Sequence[str]], Sequence[str]]
"""Codes of places without those that lie above another one."""


def leaving(proposal: Proposal, passages: Sequence[int], finest: Finest) -> Proposal:
    """The new proposal of the passages at these positions: its values are those that they claim.

    Its title is still the old one's, its level not yet judged anew.
    """
    whole = proposal.incident
    evidence = tuple(whole.evidence[k] for k in sorted(set(passages)))
    places = places_of(finest(values(evidence, "place")), whole.places)
    incident = Incident(
        title=whole.title,
        type=whole.type,
        summary=_line(evidence[0]),
        kind=whole.kind,
        status=whole.status,
        when=date_of(evidence, whole.when),
        places=places,
        precision=whole.precision if places == whole.places else "unknown",
        institutions=institutions_of(values(evidence, "institution"), whole.institutions),
        people=people_of(values(evidence, "people"), whole.people),
        review=whole.review,
    )
    incident = replace(incident, evidence=tuple(standing_beside(incident, one) for one in evidence))
    moved = [p for p in proposal.problems if _lies_in(p, evidence)]
    problems = (*moved, *_missing(incident, whole), *_several(incident))
    return proposal._replace(incident=incident, problems=problems, institutions=_needed(proposal, incident))


def staying(proposal: Proposal, passages: Sequence[int], finest: Finest) -> Proposal:
    """The old proposal without them: values that only they claimed go too, unless a person set the field."""
    whole = proposal.incident
    gone = tuple(whole.evidence[k] for k in sorted(set(passages)))
    kept = tuple(one for one in whole.evidence if one not in gone)
    incident = replace(
        _dated(whole, gone, kept),
        people=tuple(one for one in whole.people if _stays(counted(one), "people", gone, kept)),
        evidence=kept,
    )
    if not _decided(whole, "institution"):
        links = tuple(o for o in whole.institutions if _stays(o.institution, "institution", gone, kept))
        incident = replace(incident, institutions=links)
    if not _decided(whole, "place"):
        incident = _placed(incident, gone, kept, finest)
    stays = [p for p in proposal.problems if not _lies_in(p, gone)]
    if whole.evidence[0] in gone:
        incident = replace(incident, summary=_summary(whole, gone, kept))
        stays = [*(p for p in stays if p.field != "title"), LEFT]
    now = [*_missing(incident, whole), *_moved(incident, whole)]
    stays = [*_but(stays, now), *now]
    stays += _several(incident) if incident.when != whole.when else []
    incident = replace(
        incident, evidence=tuple(standing_beside(incident, one, _moved_on(incident, whole)) for one in kept)
    )
    return proposal._replace(incident=incident, problems=tuple(dict.fromkeys(stays)))


def _moved_on(incident: Incident, whole: Incident) -> list[str]:
    """The fields whose value is another one now."""
    pairs = {"date": (incident.when, whole.when), "place": (incident.places, whole.places)}
    return [field for field, (now, before) in pairs.items() if now != before]


def _summary(whole: Incident, gone: Sequence[Evidence], kept: Sequence[Evidence]) -> str:
    """The words of a passage that stays where those were of one that leaves; a person's own stay."""
    told = {_line(one) for one in gone}
    return _line(kept[0]) if " ".join(whole.summary.split()) in told else whole.summary


def _line(one: Evidence) -> str:
    return " ".join(one.quote.split())


def _decided(incident: Incident, field: str) -> bool:
    return any(decision.field == field for decision in incident.decisions)


def _stays(value: str, field: str, gone: Sequence[Evidence], kept: Sequence[Evidence]) -> bool:
    """Whether a value is left to the passages that stay: they claim it, or none that leaves does."""
    return value in values(kept, field) or value not in values(gone, field)


def _dated(whole: Incident, gone: Sequence[Evidence], kept: Sequence[Evidence]) -> Incident:
    claimed = values(gone, "date")
    if not claimed or not whole.when.dated or _decided(whole, "date") or whole.when.edtf in values(kept, "date"):
        return whole
    if whole.when.edtf not in claimed and not _bounded_by(whole, claimed):
        return whole
    return replace(whole, when=date_of(kept, UNDATED))


def _bounded_by(whole: Incident, claimed: Iterable[str]) -> bool:
    """Whether the date was put together of two claims, one of which leaves."""
    first, last = whole.when.earliest, whole.when.latest
    spans = [When.of(value) for value in claimed] if whole.when.basis == "bounded" else []
    return any((first and one.earliest == first) or (last and one.latest == last) for one in spans)


def _placed(incident: Incident, gone: Sequence[Evidence], kept: Sequence[Evidence], finest: Finest) -> Incident:
    places = tuple(link for link in incident.places if _stays(link.place, "place", gone, kept))
    places = places or places_of(finest(values(kept, "place")), incident.places)
    precision = incident.precision if places == incident.places else "unknown"
    return replace(incident, places=places, precision=precision)


def _lies_in(problem: Problem, evidence: Sequence[Evidence]) -> bool:
    """Whether the words that a problem is about stand in one of these passages."""
    at = problem.start
    return at is not None and any(
        one.start is not None and one.end is not None and one.start <= at < one.end for one in evidence
    )


def _missing(incident: Incident, whole: Incident) -> list[Problem]:
    """What a half has no value of: that of the whole is a candidate, and no more."""
    problems = []
    if whole.when.dated and not incident.when.dated:
        problems.append(Problem("no passage of it gives a date", "date", candidates=(whole.when.edtf or "",)))
    if whole.places and not incident.places:
        codes = tuple(link.place for link in whole.places)
        problems.append(Problem("no passage of it names a place", "place", candidates=codes))
    return problems


def _but(stays: Sequence[Problem], now: Sequence[Problem]) -> list[Problem]:
    """The problems without those about a value, not about words, of a field of which there is a new one `now`."""
    fields = {problem.field for problem in now}
    return [problem for problem in stays if problem.start is not None or problem.field not in fields]


def _moved(incident: Incident, whole: Incident) -> list[Problem]:
    """Another place than before, where every place of the whole has left: it may have another role than a scene."""
    if not incident.places or {link.place for link in incident.places} <= {link.place for link in whole.places}:
        return []
    codes = dict.fromkeys(link.place for link in (*incident.places, *whole.places))
    return [Problem("the place is now one that the other passages name", "place", candidates=tuple(codes))]


def _several(incident: Incident) -> list[Problem]:
    """Passages that give several dates: the first stands, and any can be chosen."""
    dates = values(incident.evidence, "date")
    if len(dates) < 2 or incident.when.edtf != dates[0]:
        return []
    return [Problem("its passages give several dates", "date", candidates=dates)]


def _needed(proposal: Proposal, incident: Incident) -> tuple[Institution, ...]:
    codes = {link.institution for link in incident.institutions}
    return tuple(made for made in proposal.institutions if made.code in codes)
