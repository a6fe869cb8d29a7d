"""Statements that stand in the words of a telling: "China's Foreign Ministry said at a briefing on Thursday that …".

What a ministry or its spokesperson tells on a day of its own is an act of a state. An army that tells of a launch, an
agency that briefs lawmakers or an unnamed official only tells.
"""

from collections.abc import Sequence

from incidents.extract.act.tables import Kinds, kinds
from incidents.extract.words import words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Act, Attribution
from incidents.model.proposal import Timex

_TYPE = "statement"
_TELLERS = frozenset({"government", "state-media", "organization"})
_STRENGTH = 2


def annotate(
    document: Document, lexicon: Lexicon, told: Sequence[Attribution], timexes: Sequence[Timex], acts: Sequence[Act]
) -> list[Act]:
    """One act for each telling of that kind in a sentence that tells of no other act."""
    known = kinds(lexicon)
    busy = {act.sentence for act in acts if act.strength >= _STRENGTH}
    days = [(one.start, one.end) for one in timexes]
    open_ones = [one for one in told if one.end and one.source_type in _TELLERS and one.sentence not in busy]
    return [_act(one) for one in open_ones if _declares(document, known, one, days)]


def _declares(document: Document, known: Kinds, one: Attribution, days: Sequence[tuple[int, int]]) -> bool:
    keys = {word.key for word in words(document.text, one.start, one.end)}
    if keys & known["only-tells"] or not keys & known["mouthpiece"]:
        return False
    return any(one.start <= start < one.end for start, _ in days) or bool(keys & known["occasion"])


def _act(one: Attribution) -> Act:
    cue = (one.start, one.end)
    return Act(
        type=_TYPE,
        sentence=one.sentence,
        start=one.start,
        end=one.end,
        clause=cue,
        subject=cue,
        object=(one.end, one.end),
        strength=_STRENGTH,
        roles=("actor", "mentioned"),
    )
