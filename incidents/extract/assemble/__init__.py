"""Assembly: acts with their fields become proposals, one for each act that the report tells of."""

from incidents.extract.act import dated
from incidents.extract.act.tables import kinds
from incidents.extract.assemble import carried, dating, naming, placing, referring, selected
from incidents.extract.assemble.cluster import Cluster, clusters
from incidents.extract.assemble.compose import compose, specific
from incidents.extract.assemble.content import content
from incidents.extract.assemble.draft import Draft, unsettled
from incidents.extract.assemble.title import distinct
from incidents.extract.findings import Findings, Span
from incidents.model.finding import Act, Attribution
from incidents.model.proposal import Problem, Proposal

__all__ = ["propose", "propose_selected"]

_FOUNDS = 3
_POINTED = 3
""""The missiles", "these two women": so many words at most."""


def propose(found: Findings) -> tuple[Proposal, ...]:
    """The proposals of a document, in the order of their first passages; offsets count in its clean text."""
    drafts = _drafts(found)
    made = clusters(referring.resolved(found, drafts), found.lexicon.reference)
    founded = [cluster for cluster in made if _founded(cluster)]
    return distinct(compose(found, cluster) for cluster in carried.supplied(found, founded))


def propose_selected(found: Findings, span: Span) -> tuple[Proposal, ...]:
    """What a passage that a reader selected can be a proposal of, the likeliest first; one at least.

    Each has the passage as its one piece of evidence.
    """
    drafts = [d for d in referring.resolved(found, _drafts(found)) if span[0] <= d.act.start < span[1]]
    made = clusters([d for d in drafts if d.act.type != dated.SAME], found.lexicon.reference)
    ranked = sorted(made, key=lambda cluster: (not _founded(cluster), -max(map(specific, cluster.drafts))))
    proposals = [compose(found, cluster) for cluster in ranked] or [selected.untold(found, span)]
    return tuple(selected.exactly(found, span, one) for one in proposals)


def _drafts(found: Findings) -> list[Draft]:
    placer = placing.Placer(found)
    blocks = [sentence.block for sentence in found.document.sentences]
    order = {block: k for k, block in enumerate(dict.fromkeys(blocks))}
    return [_draft(found, placer, act, order[blocks[act.sentence]]) for act in found.acts]


def _draft(found: Findings, placer: placing.Placer, act: Act, paragraph: int) -> Draft:
    parts = naming.parts(found, act)
    told = dating.date(found, act)
    status, passed = dating.status(found, act, told.when)
    return Draft(
        act=act._replace(status=status),
        attribution=found.attributions[act.sentence] if found.attributions else Attribution(act.sentence),
        dating=told,
        scenes=placer.scenes(act, parts),
        parts=parts,
        people=naming.people(found, act),
        content=content(found, act.clause),
        problems=_open(found, act),
        passed=passed,
        pronoun=_subject(found, act).lower() in kinds(found.lexicon)["subject-pronoun"],
        topic=content(found, act.subject) if _points(found, act) else frozenset(),
        speaker=content(found, act.subject),
        paragraph=paragraph,
    )


def _points(found: Findings, act: Act) -> bool:
    """Whether its subject can be what was named before: "the missiles"."""
    words = _subject(found, act).lower().split()
    return 1 < len(words) <= _POINTED and words[0] in kinds(found.lexicon)["pointer"]


def _subject(found: Findings, act: Act) -> str:
    return found.document.text[slice(*act.subject)].partition(",")[0].strip()


def _open(found: Findings, act: Act) -> tuple[Problem, ...]:
    """Places of the clause, or ahead of it, that could be several or are not known, and institutions that could be."""
    inside = found.places_in(act.clause, found.told(act.sentence))
    own = any(m.code and m.use == "scene" for m in inside)
    mentions = inside if own else [*found.ahead(act), *inside]
    places = (unsettled("place", m) for m in mentions if m.code is None and m.use == "scene")
    return (*places, *(unsettled("institution", m) for m in naming.unclear(found, act)))


def _founded(cluster: Cluster) -> bool:
    """Whether the words are strong enough, and give a time, a place or an institution (codebook, section 9)."""
    return any(_stands(draft) for draft in cluster.drafts)


def _stands(draft: Draft) -> bool:
    told = draft.dating.when.dated or draft.own_scenes or draft.parts or draft.people
    if draft.act.habitual and not (draft.dating.when.dated or draft.own_scenes):
        return False
    if draft.act.status == "planned" and not (draft.dating.when.dated or draft.parts or draft.own_scenes):
        return False
    if draft.act.strength >= _FOUNDS:
        return bool(told or draft.scenes)
    if draft.act.strength < _FOUNDS - 1 or (draft.act.pointing and not draft.dating.when.dated):
        return False
    return bool(told) or _set(draft)


def _set(draft: Draft) -> bool:
    """A finished act in plain narration, in a report that is set in one place."""
    plain = not (draft.act.nominal or draft.attribution.quoted) and draft.act.status == "occurred"
    return plain and any(scene.fine for scene in draft.scenes)
