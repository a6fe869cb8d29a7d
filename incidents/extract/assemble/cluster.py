"""Passages that tell of one act come together: the lead and the later detail, "the order", "the incident"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from incidents.extract.assemble.draft import Draft
from incidents.model.reference import Reference

_ALIKE = 0.4
_LEAD = 0.25
_LEAD_BLOCKS = 2
_SUMMED, _NEXT = 0.1, 3
_WINDOW, _FEW = 60, 6
"""An act is compared with so many clusters before it, and with so many passages at both ends of each."""
_COORDINATED = (frozenset({"punishment", "mobilization"}), frozenset({"punishment", "eviction"}))
"""One act if they share their subject: "was demoted and sent to a farm"."""
_CHAINS = (frozenset({"arrest", "punishment", "execution"}), frozenset({"personnel", "punishment"}))


@dataclass
class Cluster:
    """Drafts of one act, in the order of the text."""

    drafts: list[Draft] = field(default_factory=list)


def clusters(drafts: Sequence[Draft], reference: Reference) -> list[Cluster]:
    """The drafts in clusters, in the order of their first drafts."""
    made: list[Cluster] = []
    for draft in drafts:
        home = _home(draft, made, reference)
        if home is None:
            made.append(Cluster([draft]))
        else:
            home.drafts.append(_told_further(draft, home))
    return made


def _told_further(draft: Draft, home: Cluster) -> Draft:
    """The draft with the type of its cluster, if its own was only guessed."""
    if not draft.act.guessed:
        return draft
    return draft._replace(act=draft.act._replace(type=home.drafts[0].act.type))


def _home(draft: Draft, made: list[Cluster], reference: Reference) -> Cluster | None:
    best: tuple[float, Cluster] | None = None
    for cluster in reversed(made[-_WINDOW:]):
        near = cluster.drafts[:_FEW] + cluster.drafts[_FEW:][-_FEW:]
        likeness = max(_likeness(draft, other) for other in near) or _told_in_lead(draft, cluster)
        if likeness > 0 and all(_compatible(draft, other, reference) for other in near):
            better = best is None or likeness > best[0] or (likeness == best[0] and _plainer(cluster, best[1]))
            best = (likeness, cluster) if better else best
    return best[1] if best else None


def _told_in_lead(draft: Draft, cluster: Cluster) -> float:
    """A lead sums up what the report tells: the next act of its type that shares a word with it is its own."""
    lead = all(other.paragraph == 0 and other.act.type == draft.act.type for other in cluster.drafts)
    if not lead or not 0 < draft.paragraph <= _NEXT or draft.act.earlier:
        return 0.0
    alike = any(draft.content & other.content and _counts_meet(draft, other) for other in cluster.drafts)
    begun = {status in ("occurred", "ongoing") for status in (draft.act.status, cluster.drafts[0].act.status)}
    return _SUMMED if alike and len(begun) == 1 else 0.0


def _counts_meet(draft: Draft, other: Draft) -> bool:
    """Whether the people whom both count can be the same."""
    one, two = ({p.low for p in d.people if p.low is not None} for d in (draft, other))
    return not one or not two or bool(one & two)


def _plainer(one: Cluster, two: Cluster) -> bool:
    """Of two acts of one sentence, "the dinner" is that which was told the more plainly."""
    beside = {draft.act.sentence for draft in one.drafts} & {draft.act.sentence for draft in two.drafts}
    return bool(beside) and one.drafts[0].act.strength > two.drafts[0].act.strength


def _likeness(draft: Draft, other: Draft) -> float:
    """Above zero if the two can be one act."""
    if draft.act.sentence == other.act.sentence:
        return _same_sentence(draft, other)
    if draft.act.guessed and draft.paragraph - other.paragraph <= 1:
        return _further(draft, other)
    if draft.act.type != other.act.type:
        return 0.0
    if draft.act.definite or _points_back(draft, other):
        return 0.5
    shared = len(draft.content & other.content)
    overlap = shared / max(1, min(len(draft.content), len(other.content)))
    near = other.paragraph < _LEAD_BLOCKS
    enough = _LEAD if near else _ALIKE
    return overlap if overlap >= enough and shared >= 2 - near else 0.0


_SPOKEN = frozenset({"statement", "visit"})


def _further(draft: Draft, other: Draft) -> float:
    """How likely a dated sentence without a phrase only tells the act before it further, by the words they share."""
    shared = len(draft.content & other.content)
    overlap = shared / max(1, min(len(draft.content), len(other.content)))
    same_day = draft.dating.when.dated and draft.dating.when.edtf == other.dating.when.edtf
    return overlap if shared and (same_day or (overlap >= _LEAD and shared > 1)) else 0.0


def _points_back(draft: Draft, other: Draft) -> bool:
    """A next sentence about "he" or "it"; or "the missiles" of which the other passage spoke."""
    if draft.act.sentence == other.act.sentence + 1 and draft.pronoun and draft.paragraph == other.paragraph:
        return True
    if draft.act.type in _SPOKEN and not draft.dating.when.dated and (draft.pronoun or draft.speaker & other.speaker):
        return True
    return bool(draft.topic & other.content)


def _same_sentence(draft: Draft, other: Draft) -> float:
    """Acts of one sentence are one if the same thing is done, or a later step holds the earlier ones."""
    one, two = draft.dating.when, other.dating.when
    same_day = one == two or not one.dated or not two.dated
    types = {draft.act.type, other.act.type}
    chained = len(types) == 1 or any(types <= chain for chain in _CHAINS)
    coordinated = any(types <= pair for pair in _COORDINATED) and draft.act.clause[0] == other.act.clause[0]
    return 1.0 if same_day and (chained or coordinated) else 0.0


def _compatible(draft: Draft, other: Draft, reference: Reference) -> bool:
    return _dates_meet(draft, other) and (draft.forced or other.forced or _places_meet(draft, other, reference))


def _dates_meet(draft: Draft, other: Draft) -> bool:
    one, two = draft.dating.when, other.dating.when
    return not one.dated or not two.dated or one.overlaps(two)


def _places_meet(draft: Draft, other: Draft, reference: Reference) -> bool:
    """Whether some place of the one is, holds or lies in one of the other; only named places can part two acts."""
    one, two = ([s for s in d.own_scenes if s.role not in ("from", "to")] for d in (draft, other))
    if not one or not two:
        return True
    return any(_nested(a.code, b.code, reference) for a in one for b in two)


def _nested(one: str, two: str, reference: Reference) -> bool:
    line_one = {place.code for place in reference.ancestry(one)}
    line_two = {place.code for place in reference.ancestry(two)}
    return one in line_two or two in line_one
