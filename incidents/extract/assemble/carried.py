"""The institution of an act whose words name none: of the sentence before, of its people, of who tells it."""

from collections.abc import Callable, Sequence

from incidents.extract.assemble import implied, naming, roles
from incidents.extract.assemble.cluster import Cluster
from incidents.extract.assemble.draft import Draft, Part
from incidents.extract.assemble.given import Given
from incidents.extract.assemble.institution_words import uses
from incidents.extract.assemble.referred import at_site, issuer, leader, part, subject_of_report, topic, witnessed
from incidents.extract.assemble.spoken import HOLDING, next_told, spoken_of
from incidents.extract.findings import Findings
from incidents.model.finding import InstitutionMention

Way = Callable[[Findings, Draft], Part | Given | None]


def supplied(found: Findings, founded: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, each with an institution from around it if its own passages name none that acts.

    What is carried founds no incident: that is settled already.
    """
    return [_supplied(found, founded, k) for k in range(len(founded))]


def _supplied(found: Findings, founded: Sequence[Cluster], k: int) -> Cluster:
    cluster = _named_below(found, founded[k])
    roles_there = {part.role for draft in cluster.drafts for part in draft.parts}
    if not roles_there - {"mentioned"}:
        cluster = _taken(found, _carried(found, cluster, _WAYS))
    elif not roles_there & _ACTING:
        cluster = _carried(found, cluster, (_itself, leader))
    return _ordered(found, _imprisoned(found, cluster), founded[max(0, k - _OUTCOME) : k])


def _named_below(found: Findings, cluster: Cluster) -> Cluster:
    """Without what one passage only implies, where another one names an institution below it: "the plenum".

    A definite noun ("the army") is dropped for one that has the same part; the Cabinet beside a ministry is not.
    """
    under = found.lexicon.institutions.under
    named = [(one, draft) for draft in cluster.drafts for one in draft.parts if one.mention]

    def stays(part: Part, own: Draft) -> bool:
        if part.mention and not part.mention.anaphoric:
            return True
        below = ((one, at) for one, at in named if one.code != part.code and under(one.code, part.code))
        apart = part.mention is not None and not naming.whole(found, part.mention)
        return not any(
            part.mention is None or (one.role == part.role and not (apart and at is own)) for one, at in below
        )

    drafts = [at._replace(parts=tuple(part for part in at.parts if stays(part, at))) for at in cluster.drafts]
    return Cluster(drafts)


def _taken(found: Findings, cluster: Cluster) -> Cluster:
    """With who has the people by the next words, where only theirs is known: "two clerks of it were led away"."""
    there = {part.role for draft in cluster.drafts for part in draft.parts}
    return _carried(found, cluster, (next_told, leader)) if there and not there & _ACTING else cluster


def _imprisoned(found: Findings, cluster: Cluster) -> Cluster:
    """With the prison of the inmates of whom one of its passages tells: "the ministry released most inmates"."""
    for k, draft in enumerate(cluster.drafts):
        one = _people(found, draft, _PRISON)
        known = {part.code for other in cluster.drafts for part in other.parts} if one else ()
        if one and not any(_over(found, part.code, code) for part in one.parts for code in known):
            return _with(cluster, k, one)
    return cluster


def _over(found: Findings, code: str, other: str) -> bool:
    """Whether one is the other, or under it and another prison stands for it already."""
    return code == other or found.lexicon.institutions.under(other, code)


def _itself(found: Findings, draft: Draft) -> Part | Given | None:
    """What "it" stands for where the act has only somebody to whom it is done: "it decided to replace the minister"."""
    subject = found.document.text[slice(*draft.act.subject)].strip().lower()
    return spoken_of(found, draft) if subject in _table(found, "own") and not draft.act.passive else None


def _carried(found: Findings, cluster: Cluster, chosen: Sequence[Way]) -> Cluster:
    """With what the words around one of its passages give first, be it an open point."""
    for k, draft in enumerate(cluster.drafts):
        known = {part.code for part in draft.parts}
        for way in chosen:
            one = way(found, draft)
            given = Given((one,)) if isinstance(one, Part) else one
            if given and (given.problem or not any(part.code in known for part in given.parts)):
                return _with(cluster, k, given)
    return cluster


def _with(cluster: Cluster, k: int, one: Given) -> Cluster:
    drafts = list(cluster.drafts)
    problems = (one.problem,) if one.problem else ()
    drafts[k] = drafts[k]._replace(parts=(*drafts[k].parts, *one.parts), problems=(*drafts[k].problems, *problems))
    return Cluster(drafts)


def _teller(found: Findings, draft: Draft) -> Part | None:
    """Who tells of its own act: "Fighters for a Free North Korea said it had flown 20 balloons"."""
    act, told = draft.act, draft.attribution
    subject = found.document.text[slice(*act.subject)].strip().lower()
    if not told.end or subject not in _table(found, "own"):
        return None
    mentions = [m for m in found.institutions_in((told.start, told.end)) if m.code]
    return part(mentions[0], roles.acting(found, act)) if len(mentions) == 1 else None


def _people(found: Findings, draft: Draft, only: frozenset[str] | None = None) -> Given | None:
    """Those whose people its words are: "the guards", "its miners", "attendance"."""
    act = draft.act
    reach = min(act.clause[0], act.subject[0]), act.clause[1]
    people = implied.people_of(found, act, reach, found.outside(act), only)
    if people is None:
        return None
    mentions, span = people
    meant = [_whole(found, mention) if _elsewhere(found, draft, mention) else mention for mention in mentions]
    return Given(tuple(part(m, roles.role(found, act, span, implied.institution(found, m)), span) for m in meant))


def _elsewhere(found: Findings, draft: Draft, mention: InstitutionMention) -> bool:
    """Whether it is the branch of another area than that of the act; a camp beside another site is in the same."""
    own, under = mention.made.place if mention.made else "", found.lexicon.gazetteer.under
    there = [_area(found, scene.code) for scene in draft.scenes if scene.fine]
    return bool(own and there) and not any(under(own, code) or under(code, own) for code in there)


def _area(found: Findings, code: str) -> str:
    """A place, or of a site where it lies."""
    place = found.lexicon.gazetteer.place.get(code)
    return place.parent if place and place.level == "site" else code


def _whole(found: Findings, mention: InstitutionMention) -> InstitutionMention:
    """The institution that a branch is under, where the reference has it."""
    parent = mention.made.parent if mention.made else ""
    held = parent in found.lexicon.institutions.institution
    return mention._replace(code=parent, made=None) if held else mention


def _holder(found: Findings, draft: Draft) -> Part | None:
    """Who holds or holds back people, where it was named a few sentences before."""
    act = draft.act
    if act.type not in _table(found, "held"):
        return None
    mention = implied.nearest(found, act.sentence, act.clause[1], HOLDING)
    return part(mention, roles.acting(found, act)) if mention else None


def _ordered(found: Findings, cluster: Cluster, before: Sequence[Cluster]) -> Cluster:
    """With the meeting that decided it as its authority: what a report of a meeting tells as its outcome."""
    draft = cluster.drafts[0]
    act = draft.act
    acting = any(part.role in ("actor", "authority") for one in cluster.drafts for part in one.parts)
    if acting or not act.passive or draft.dating.when.dated or act.type not in _table(found, "decided"):
        return cluster
    for other in reversed(before):
        one = other.drafts[0]
        held = one.act.type == "meeting" and one.act.status == "occurred"
        if held and 0 <= act.sentence - one.act.sentence <= _OUTCOME:
            deciding = next((p for p in one.parts if p.role in ("actor", "authority")), None)
            if deciding:
                span = (deciding.mention.start, deciding.mention.end) if deciding.mention else deciding.span
                made = deciding.mention.made if deciding.mention else deciding.made
                return _with(cluster, 0, Given((Part(deciding.code, "authority", span=span, made=made),)))
    return cluster


def _table(found: Findings, use: str) -> frozenset[str]:
    return uses(found.lexicon)[use]


_ACTING = frozenset({"actor", "authority", "investigator"})
_PRISON = frozenset({"prison"})
_OUTCOME = 12
"""How many sentences, and how many acts, after the meeting its outcome may be told."""
_WAYS: tuple[Way, ...] = (
    _teller,
    _people,
    next_told,
    spoken_of,
    topic,
    issuer,
    leader,
    witnessed,
    _holder,
    at_site,
    subject_of_report,
)
