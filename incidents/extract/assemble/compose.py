"""A cluster becomes a proposal: one incident with its evidence, its level, and what is open about it."""

from collections.abc import Sequence

from incidents.extract.assemble import lending, title, witness
from incidents.extract.assemble.cluster import Cluster
from incidents.extract.assemble.draft import Dating, Draft, Scene
from incidents.extract.assemble.naming import group
from incidents.extract.findings import Findings
from incidents.model.incident import Incident, InstitutionLink, People, PlaceLink
from incidents.model.proposal import Problem, Proposal
from incidents.model.reference import Institution
from incidents.model.scales import Precision, Status
from incidents.model.verification import assess

_STEPS = {"punishment": 1, "execution": 2}
"""What holds the steps before it: caught, tried and executed is one execution."""
_MADE = 0.15
"""Taken from the confidence where the title could not be had from the report."""
_PASSED = "it was planned for a time that had passed by the report: whether it took place is not said"
_PRECISION: dict[str, Precision] = {
    "site": "site",
    "settlement": "settlement",
    "county": "county",
    "province": "province",
    "country": "country",
    "region": "country",
}


def compose(found: Findings, cluster: Cluster) -> Proposal:
    """The proposal of a cluster; its first evidence is the most specific passage."""
    drafts = _ranked(cluster.drafts)
    main = drafts[0]
    dating = _dating(drafts)
    between = lending.contested(found, drafts)
    scenes = lending.shared(between, found.lexicon.reference) if between else _scenes(drafts)
    verdict = assess(witness.testimonies(found, drafts))
    name = title.title(found, drafts, scenes[0] if scenes else None)
    incident = Incident(
        title=name.words,
        summary=_summary(found, main),
        type=main.act.type,
        status=_status(drafts),
        when=dating.when,
        places=tuple(PlaceLink(scene.code, scene.role) for scene in scenes),
        precision=_precision(found, scenes),
        institutions=_institutions(drafts),
        people=_people(drafts),
        evidence=tuple(witness.evidence(found, draft) for draft in _passages(drafts)),
        review="machine",
    )
    return Proposal(
        incident=incident,
        verification=verdict.level,
        explanation=verdict.explanation,
        disputed=verdict.disputed,
        confidence=round(max(0.01, confidence(drafts) - _MADE * name.made), 2),
        problems=(
            *_problems(drafts, dating),
            *([lending.problem(between)] if between else _inferred(scenes)),
            *([title.MADE] if name.made else []),
        ),
        institutions=_made(drafts),
    )


def _ranked(drafts: Sequence[Draft]) -> list[Draft]:
    """The most specific first: strong, dated, placed, with institutions, told by a source."""
    return sorted(drafts, key=lambda d: (-_STEPS.get(d.act.type, 0), -specific(d), d.act.start))


def specific(draft: Draft) -> float:
    """How much a passage says of its act."""
    act = draft.act
    weight = float(act.strength) - 0.5 * act.nominal - 1.0 * (act.definite and act.nominal)
    weight -= 0.4 * (draft.paragraph == 0) + 0.8 * act.earlier
    weight += 1.0 * draft.dating.when.dated + 0.7 * bool(draft.own_scenes) + 0.5 * bool(draft.parts)
    return weight + 0.3 * (draft.attribution.source_type != "outlet")


def _passages(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each sentence."""
    kept: dict[int, Draft] = {}
    for draft in drafts:
        kept.setdefault(draft.act.sentence, draft)
    return list(kept.values())


def _dating(drafts: Sequence[Draft]) -> Dating:
    """The date of the most specific passage that has one; a bound from below and one from above are put together."""
    dated = [draft.dating for draft in drafts if draft.dating.when.dated]
    if not dated:
        return next((draft.dating for draft in drafts if draft.dating.problem), Dating())
    whole = [d for d in dated if d.when.earliest and d.when.latest]
    if whole:
        return _narrowest(whole)
    since = next((d for d in dated if d.when.earliest), None)
    until = next((d for d in dated if d.when.latest), None)
    if since and until:
        return _between(since, until)
    return dated[0]


def _narrowest(dated: Sequence[Dating]) -> Dating:
    """The first one, unless a later one lies inside it: "this month", then "on Feb. 13"."""
    best = dated[0]
    for other in dated[1:]:
        if best.when.contains(other.when) and not other.when.contains(best.when):
            best = other
    return best


def _between(since: Dating, until: Dating) -> Dating:
    both = since.when.intersection(until.when)
    return Dating(both, since.span) if both.dated else since


def _scenes(drafts: Sequence[Draft]) -> tuple[Scene, ...]:
    """The places of the first draft whose own words name one, else of the first that has any."""
    own = [scene for d in drafts for scene in d.own_scenes]
    first = next((d.scenes for d in drafts if d.own_scenes), drafts[0].scenes)
    better = next((d.scenes for d in drafts if any(s.role == "scene" and s.fine for s in d.own_scenes)), None)
    return better if own and better and not any(s.fine and s.role != "to" for s in first) else first


def _precision(found: Findings, scenes: Sequence[Scene]) -> Precision:
    held = [scene for scene in scenes if scene.role in ("scene", "applies")]
    if len(held) > 1:
        return "several"
    place = found.lexicon.reference.place.get(scenes[0].code) if scenes else None
    return _PRECISION[place.level] if place else "unknown"


def _institutions(drafts: Sequence[Draft]) -> tuple[InstitutionLink, ...]:
    kept: dict[str, str] = {}
    for draft in drafts:
        for part in draft.parts:
            kept.setdefault(part.code, part.role)
    return tuple(InstitutionLink(code, role) for code, role in kept.items())


def _made(drafts: Sequence[Draft]) -> tuple[Institution, ...]:
    parts = [part for draft in drafts for part in draft.parts]
    made = {p.code: p.mention.made if p.mention else p.made for p in parts}
    return tuple(one for one in made.values() if one)


def _people(drafts: Sequence[Draft]) -> tuple[People, ...]:
    kept: dict[str, People] = {}
    for draft in drafts:
        for p in draft.people:
            code = group(draft.act, p)
            kept.setdefault(code, People(code, p.low, p.high, p.approximate, p.text))
    return tuple(kept.values())


def _status(drafts: Sequence[Draft]) -> Status:
    """That of the main passage; "going on" from any other passage that is as strong."""
    main = drafts[0].act.status
    if main == "occurred" and any(d.act.status == "ongoing" and not d.act.definite for d in drafts[1:]):
        return "ongoing"
    return main


def _summary(found: Findings, draft: Draft) -> str:
    start, end = found.around(draft.act)
    return " ".join(found.document.text[start:end].split())


def _problems(drafts: Sequence[Draft], dating: Dating) -> tuple[Problem, ...]:
    open_points = [Problem(dating.problem, "date")] if dating.problem and not dating.when.dated else []
    guessed = [Problem("the type is a guess: no phrase that is known tells of the act", "type")]
    open_points += guessed if drafts[0].act.guessed else []
    open_points += [Problem(_PASSED, "status")] if drafts[0].passed else []
    return tuple(dict.fromkeys((*open_points, *(problem for draft in drafts for problem in draft.problems))))


def _inferred(scenes: Sequence[Scene]) -> list[Problem]:
    """A place that no words of the passage give: that of what stands around it."""
    taken = [scene for scene in scenes[:1] if not scene.own and scene.fine and not scene.span[1]]
    return [Problem("the place is that of the passages around it", "place", candidates=(s.code,)) for s in taken]


def confidence(drafts: Sequence[Draft]) -> float:
    """0 to 1: the strength of the trigger, what is known, and how many passages tell it."""
    main = drafts[0]
    value = 0.2 + 0.12 * main.act.strength + 0.12 * any(d.dating.when.dated for d in drafts)
    value += 0.12 * any(d.own_scenes for d in drafts) + 0.08 * any(d.parts for d in drafts)
    value += 0.08 * (main.attribution.source_type != "outlet") + 0.04 * min(3, len(drafts) - 1)
    return round(min(0.99, value - 0.1 * main.act.nominal), 2)
