"""The institution that a pronoun takes up from before, and the one that the next words name: who took them away."""

import re
from collections.abc import Sequence

from incidents.extract.assemble import implied, naming, roles
from incidents.extract.assemble.draft import Draft, Part
from incidents.extract.assemble.given import Given, unclear
from incidents.extract.assemble.institution_words import uses, words_of
from incidents.extract.assemble.referred import part
from incidents.extract.findings import Findings, Span
from incidents.model.finding import Act, InstitutionMention

HOLDING = frozenset({"security", "court", "mission", "prison"})
"""What holds people, or holds them back."""
_SUFFERS = "target"
_SEIZING = frozenset({"security", "court"})
_TAKING = frozenset({"mass-organisation", "state", "party"})
_COLLECTED = frozenset({"levy"})
"""What such an organ does by collecting, not by seizing people."""
_PRONOUN = re.compile(r"(?: \w+){0,3}")
"""What may stand between a pronoun and its verb: "were last", "have since"."""
_BACK = 3
"""How many sentences back a row of pronouns may lead."""


def spoken_of(found: Findings, draft: Draft) -> Part | Given | None:
    """That named right before, in its own sentence or the last one, where the subject is a pronoun or "both".

    Of several it is the subject of that sentence; where that is none, it is open. What "it" launched a state did.
    """
    act = draft.act
    words = found.document.text[slice(*act.subject)].strip()
    state = words.lower().startswith(tuple(uses(found.lexicon)["thing"])) and act.type in uses(found.lexicon)["state"]
    mentions = _before(found, act) if _pronoun(found, words) and not state else []
    if not mentions:
        return None
    one = _meant(found, mentions)
    if one and not act.passive and words.lower() in uses(found.lexicon)["person"]:
        return None
    if one is None:
        return unclear(words, act.subject, mentions)
    kinds = roles.kinds_of(found.lexicon, implied.institution(found, one))
    if act.roles[0] == "affected" and kinds & HOLDING:
        return None
    theirs = words.lower().endswith(tuple(uses(found.lexicon)["part"]))
    suffers = (act.passive and not kinds & HOLDING) or (theirs and (act.passive or act.roles[0] == _SUFFERS))
    return part(one, act.roles[1] if suffers and act.roles[0] != "affected" else roles.acting(found, act))


def _pronoun(found: Findings, words: str) -> bool:
    subject, table = words.lower(), uses(found.lexicon)
    alone = any(_PRONOUN.fullmatch(subject, len(word)) for word in table["pronoun"] if subject.startswith(word))
    late = subject.rpartition(" ")[2] in table["pronoun"]
    return alone or late or subject.endswith(tuple(table["part"]))


def _meant(found: Findings, mentions: Sequence[InstitutionMention]) -> InstitutionMention | None:
    """The only institution, else the only one whose people are told of, or the only subject of their sentence."""
    if len({m.code for m in mentions}) == 1:
        return mentions[-1]
    people = words_of(found.lexicon).people
    staffed = [m for m in mentions if people.match(found.document.text, m.end)]
    if len({m.code for m in staffed}) == 1:
        return staffed[-1]
    k = found.sentence_at(mentions[0].start)
    subjects = [act.subject for act in found.acts_of(k)] if k is not None else []
    leading = [m for m in mentions if any(start <= m.start < end for start, end in subjects)]
    return leading[-1] if len({m.code for m in leading}) == 1 else None


def _before(found: Findings, act: Act) -> list[InstitutionMention]:
    """The institutions of the act's sentence before its clause; if there are none, those of the sentence before.

    A sentence that begins with a pronoun itself leads further back.
    """
    k, begin = act.sentence, min(act.clause[0], act.subject[0])
    own = _settled(found, (found.sentence(k)[0], begin), k)
    if own:
        return own
    for j in range(k - 1, max(-1, k - 1 - _BACK), -1):
        mentions = _settled(found, found.sentence(j), j)
        if mentions or not _takes_up(found, found.sentence(j)):
            return mentions
    return []


def _settled(found: Findings, span: Span, k: int) -> list[InstitutionMention]:
    return naming.named(found, span, found.told(k))


def _takes_up(found: Findings, span: Span) -> bool:
    """Whether a sentence begins with a pronoun."""
    words = found.document.text[slice(*span)].lower().lstrip("\"'“ ")
    return words.startswith(tuple(f"{word} " for word in uses(found.lexicon)["pronoun"]))


def next_told(found: Findings, draft: Draft) -> Part | None:
    """Who did it, where what comes next says so of the same people: "They are in the hands of the ministry"."""
    act = draft.act
    if act.type not in uses(found.lexicon)["next"]:
        return None
    wanted = _TAKING if act.type in _COLLECTED else _SEIZING
    for k, span in _next(found, act, wanted):
        one = _only(found, act, k, span, wanted)
        if one:
            return one[0] if len(one) == 1 else None
    return None


def _only(found: Findings, act: Act, k: int, span: Span, wanted: frozenset[str]) -> list[Part]:
    """The institutions of those kinds in a span, named or implied."""
    told, role = found.told(k), "actor" if wanted is _TAKING else roles.acting(found, act)
    mentions = naming.named(found, span, told)
    parts = {m.code: part(m, role) for m in mentions if wanted & _kinds(found, m)}
    for one in implied.meant(found, act._replace(implies="", sentence=k), span, told):
        known = one.made or found.lexicon.institutions.institution.get(one.code)
        if wanted & roles.kinds_of(found.lexicon, known):
            parts.setdefault(one.code, Part(one.code, role, span=(one.start, one.end), made=one.made))
    return list(parts.values())


def _kinds(found: Findings, mention: InstitutionMention) -> frozenset[str]:
    return roles.kinds_of(found.lexicon, implied.institution(found, mention))


def _next(found: Findings, act: Act, wanted: frozenset[str]) -> list[tuple[int, Span]]:
    """The rest of the sentence, and the next ones of the paragraph that go on with the same people or who has them."""
    _, end = found.sentence(act.sentence)
    spans = [(act.sentence, (act.clause[1], end))]
    for k in range(act.sentence + 1, act.sentence + 1 + _ON):
        if k >= len(found.document.sentences) or k not in found.paragraph(act.sentence):
            break
        span = found.sentence(k)
        taken_up = _takes_up(found, span)
        if not taken_up and not any(p.span[0] - span[0] < _LEAD for p in _only(found, act, k, span, wanted)):
            break
        spans.append((k, span))
    return spans


_ON = 2
"""How many sentences after the act may say who has the people."""
_LEAD = 6
"""An institution that begins the next sentence, with its article and a quotation mark, acts there."""
