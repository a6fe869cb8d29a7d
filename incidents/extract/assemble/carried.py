"""The institution of an act whose words name none: of the sentence before, of its people, of who tells it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from incidents.extract.assemble import implied, roles
from incidents.extract.assemble.cluster import Cluster
from incidents.extract.assemble.draft import Draft, Part
from incidents.extract.assemble.referred import at_site, issuer, part, topic, uses, witnessed
from incidents.extract.findings import Findings
from incidents.model.finding import Act, InstitutionMention

Way = Callable[[Findings, Draft], Part | None]


def supplied(found: Findings, founded: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, each with an institution from around it if its own passages name none that acts.

    What is carried founds no incident: that is settled already.
    """
    return [_supplied(found, founded, k) for k in range(len(founded))]


def _supplied(found: Findings, founded: Sequence[Cluster], k: int) -> Cluster:
    cluster = founded[k]
    if not any(part.role != "mentioned" for draft in cluster.drafts for part in draft.parts):
        cluster = _carried(found, cluster)
    return _ordered(found, cluster, founded[max(0, k - _OUTCOME) : k])


def _carried(found: Findings, cluster: Cluster) -> Cluster:
    """With the first institution that the words around one of its passages give."""
    for k, draft in enumerate(cluster.drafts):
        given = next((one for way in _WAYS if (one := way(found, draft)) is not None), None)
        if given and all(given.code != own.code for own in draft.parts):
            return _with(cluster, k, given)
    return cluster


def _with(cluster: Cluster, k: int, part: Part) -> Cluster:
    drafts = list(cluster.drafts)
    drafts[k] = replace(drafts[k], parts=(*drafts[k].parts, part))
    return Cluster(drafts)


def _teller(found: Findings, draft: Draft) -> Part | None:
    """Who tells of its own act: "Fighters for a Free North Korea said it had flown 20 balloons"."""
    act, told = draft.act, draft.attribution
    subject = found.document.text[slice(*act.subject)].strip().lower()
    if not told.end or subject not in _table(found, "own"):
        return None
    mentions = [m for m in found.institutions_in((told.start, told.end)) if m.code]
    return part(mentions[0], roles.acting(found, act)) if len(mentions) == 1 else None


def _people(found: Findings, draft: Draft) -> Part | None:
    """That whose people its words are: "the guards", "its miners", "attendance"."""
    act = draft.act
    reach = min(act.clause[0], act.subject[0]), act.clause[1]
    people = implied.people_of(found, act, reach, found.outside(act))
    if people is None:
        return None
    mention, span = people
    if _elsewhere(found, draft, mention):
        mention = _whole(found, mention)
    role = roles.role(found, act, span, implied.institution(found, mention))
    return part(mention, role, span)


def _elsewhere(found: Findings, draft: Draft, mention: InstitutionMention) -> bool:
    """Whether it is the branch of another area than that of the act."""
    own, under = mention.made.place if mention.made else "", found.lexicon.gazetteer.under
    there = [scene.code for scene in draft.scenes if scene.fine]
    return bool(own and there) and not any(under(own, code) or under(code, own) for code in there)


def _whole(found: Findings, mention: InstitutionMention) -> InstitutionMention:
    """The institution that a branch is under, where the reference has it."""
    parent = mention.made.parent if mention.made else ""
    held = parent in found.lexicon.institutions.institution
    return replace(mention, code=parent, made=None) if held else mention


def _spoken_of(found: Findings, draft: Draft) -> Part | None:
    """That named right before, in its own sentence or the last one, where the subject is a pronoun or "both"."""
    act = draft.act
    subject = found.document.text[slice(*act.subject)].strip().lower()
    alone = any(_PRONOUN.fullmatch(subject, len(word)) for word in _table(found, "pronoun") if subject.startswith(word))
    pronoun = alone or subject.endswith(tuple(_table(found, "part")))
    mentions = _before(found, act) if pronoun else []
    if not mentions:
        return None
    one = mentions[-1]
    kinds = roles.kinds_of(found.lexicon, implied.institution(found, one))
    if act.roles[0] == "affected" and kinds & _HOLDING:
        return None
    suffers = act.passive and not kinds & _HOLDING
    return part(one, act.roles[1] if suffers and act.roles[0] != "affected" else roles.acting(found, act))


def _before(found: Findings, act: Act) -> list[InstitutionMention]:
    """The institutions of the act's sentence before its clause; if there are none, those of the sentence before."""
    k, begin = act.sentence, min(act.clause[0], act.subject[0])
    own = [m for m in found.institutions_in((found.sentence(k)[0], begin), found.told(k)) if m.code]
    if own or k == 0:
        return own
    return [m for m in found.institutions_in(found.sentence(k - 1), found.told(k - 1)) if m.code]


def _holder(found: Findings, draft: Draft) -> Part | None:
    """Who holds or holds back people, where it was named a few sentences before."""
    act = draft.act
    if act.type not in _table(found, "held"):
        return None
    mention = implied.nearest(found, act.sentence, act.clause[1], _HOLDING)
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
                return _with(cluster, 0, Part(deciding.code, "authority", span=span, made=made))
    return cluster


def _table(found: Findings, use: str) -> frozenset[str]:
    return uses(found.lexicon)[use]


_PRONOUN = re.compile(r"(?: \w+){0,3}")
"""What may stand between a pronoun and its verb: "were last", "have since"."""
_HOLDING = frozenset({"security", "court", "mission", "prison"})
_OUTCOME = 12
"""How many sentences, and how many acts, after the meeting its outcome may be told."""
_WAYS: tuple[Way, ...] = (_teller, _people, _spoken_of, topic, issuer, witnessed, _holder, at_site)
