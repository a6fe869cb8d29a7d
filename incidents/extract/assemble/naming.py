"""The institutions of an act, with roles by syntax, and the people whom it counts."""

import re
from collections.abc import Iterator, Sequence

from incidents.extract.assemble import implied, roles
from incidents.extract.assemble.draft import Part
from incidents.extract.assemble.institution_words import uses, words_of
from incidents.extract.findings import Findings, Span
from incidents.model.finding import Act, InstitutionMention, PeopleMention

_GROUPS = {
    "arrest": "detained",
    "execution": "executed",
    "punishment": "sentenced",
    "defection": "defected",
    "repatriation": "repatriated",
    "mobilization": "mobilized",
    "dispatch": "mobilized",
    "personnel": "dismissed",
    "protest": "participants",
    "corruption": "participants",
    "meeting": "participants",
    "accident": "affected",
}


def parts(found: Findings, act: Act) -> tuple[Part, ...]:
    """The institutions of the act's clause with their roles: named ones, and those that its words stand for."""
    told = [*_outside(found, act), *found.further(act)]
    kept: dict[str, Part] = {}
    mentions = named(found, _reach(found, act), told, act)
    for mention, role in _roles(found, act, mentions):
        if role in _PASSIVE and _no_more(found, mention):
            continue
        kept.setdefault(mention.code or "", Part(mention.code or "", role, mention))
    for one in implied.meant(found, act, _reach(found, act), told):
        institution = one.made or found.lexicon.institutions.institution.get(one.code)
        role = one.role or roles.role(found, act, (one.start, one.end), institution)
        kept.setdefault(one.code, Part(one.code, role, span=(one.start, one.end), made=one.made))
    for part in _issuers(found, act):
        kept.setdefault(part.code, part)
    return _without_parents(found, kept or _beside(found, act, told) or _nominal(found, act, told))


def _roles(
    found: Findings, act: Act, mentions: Sequence[InstitutionMention]
) -> Iterator[tuple[InstitutionMention, str]]:
    """The part of each; those of one list have that of its first: "sent by the Cabinet, the ministry and …"."""
    text, joining, before, role = found.document.text, words_of(found.lexicon).joining, None, ""
    for mention in mentions:
        if before is None or not joining.fullmatch(text, before.end, mention.start):
            role = roles.role(found, act, (mention.start, mention.end), implied.institution(found, mention))
        before = mention
        yield mention, role


def _outside(found: Findings, act: Act) -> list[Span]:
    """What is no part of the act; of one to whom it is done his office is a part: "X, who headed the bureau, fell"."""
    spans = found.outside(act)
    return [span for span in spans if span != act.aside] if _suffered(act) else spans


def _suffered(act: Act) -> bool:
    return act.passive or act.roles[0] == _AT


def _no_more(found: Findings, mention: InstitutionMention) -> bool:
    """Whether it is the party or the army itself by a definite noun: "pigs for the army", "the party's guidance"."""
    one = implied.institution(found, mention)
    return mention.anaphoric and one is not None and one.parent == "" and whole(found, mention)


def _issuers(found: Findings, act: Act) -> list[Part]:
    """Who ordered it, where the rest of the sentence says so: "decreed by", "on the orders of"."""
    return [Part(m.code or "", "authority", m) for m in issuing(found, found.around(act))]


def issuing(found: Findings, span: Span) -> list[InstitutionMention]:
    """The institutions of a span by which something is said to be ordered: "handed down by the Cabinet"."""
    issuer, text = words_of(found.lexicon).issuer, found.document.text
    around = found.institutions_in(span)
    return [m for m in around if m.code and issuer.search(text, max(0, m.start - _NEAR), m.start)]


def named(found: Findings, span: Span, but: Sequence[Span], act: Act | None = None) -> list[InstitutionMention]:
    """The settled institutions with a part in a span: no owners of others, none in the name of another act's day.

    What tells its own act is no source: `act`, if it is known.
    """
    mentions = [m for m in found.institutions_in(span, but) if m.code]
    days = [day for day in found.timexes_in(span) if not (act and act.start < day.end and day.start < act.end)]
    kept = [m for m in mentions if not any(day.start <= m.start < day.end for day in days)]
    kept = [m for m in kept if not (act and (_done_to(found, m, act) or _in_person(found, m, act)))]
    return [m for m in kept if not _of_another(found, m, mentions) and not _aside(found, m, act)]


def _done_to(found: Findings, mention: InstitutionMention, act: Act) -> bool:
    """Whether another act of the same subject is done to it, before this one: "sacked its head and ordered …"."""
    types = uses(found.lexicon)["to-officials"]
    done = any(
        o.type in types and o.end <= mention.start for o in found.acts_of(act.sentence) if o.clause == act.clause
    )
    return done and roles.after_a_verb(found, act, mention.start)


def _in_person(found: Findings, mention: InstitutionMention, act: Act) -> bool:
    """Whether it is only the office of somebody who is named: "Foreign Minister X" visits for himself.

    He speaks for it, and it loses him.
    """
    office, text = words_of(found.lexicon).office, found.document.text
    titled = office.search(mention.text) is not None and _PERSON.match(text, mention.end) is not None
    table = uses(found.lexicon)
    return titled and act.type not in table["by-office"] | table["to-officials"]


def _of_another(found: Findings, mention: InstitutionMention, mentions: Sequence[InstitutionMention]) -> bool:
    """Whether it only says whose another one is: "the party's department", "the KPA Academy", "the Politburo (WPK)"."""
    text, under, words = found.document.text, found.lexicon.institutions.under, words_of(found.lexicon)
    for other in mentions:
        inner = implied.institution(found, other)
        if other is mention or inner is None or other.code == mention.code:
            continue
        below = under(other.code or "", mention.code or "") or under(inner.parent, mention.code or "")
        before = words.owns.fullmatch(text, mention.end, other.start)
        after = words.whose.fullmatch(text, other.end, mention.start)
        owned = below or (inner.parent == "" and before is not None and before[0] > " ")
        if owned and ((after and after[1]) or ((before or after) and whole(found, mention))):
            return True
    return False


def whole(found: Findings, mention: InstitutionMention) -> bool:
    """The party or the army as a whole; "a bureau of a ministry" does name the ministry."""
    one = implied.institution(found, mention)
    return one is not None and one.kind in ("party", "military", "legislature", "international")


def _aside(found: Findings, mention: InstitutionMention, act: Act | None) -> bool:
    """Whether the words around it take it out of the act: "the Party founding anniversary", "X believes"."""
    words, text = words_of(found.lexicon), found.document.text
    told = words.telling.match(text, mention.end)
    if told and not (act and act.start < told.end() and mention.end < act.end):
        return True
    lead = max(0, mention.start - _NEAR), mention.start
    at_seat = words.seat.search(text, *lead) and not (act and act.type in uses(found.lexicon)["seat"])
    return bool(at_seat or words.after.match(text, mention.end) or words.before.search(text, *lead))


_AT = "target"
_PASSIVE = frozenset({"target", "affected", "mentioned"})
_PERSON = re.compile(r"(?: [A-Z][\w'’-]+){2}")
_NEAR = 48
_WIDE = 80
_SEAT = 9
"""How many characters may stand between an institution and its place: " in the "."""
_HOME = "kp."


def unclear(found: Findings, act: Act) -> list[InstitutionMention]:
    """The names in the act's clause that are open: they stand for several institutions, or for none that is known."""
    return unclear_in(found, _reach(found, act), [*found.outside(act), *found.further(act)])


def unclear_in(found: Findings, span: Span, but: Sequence[Span]) -> list[InstitutionMention]:
    """Those names inside a span, with those of their candidates that can be chosen."""
    held = found.lexicon.reference.institution
    still = (m for m in found.institutions_in(span, but) if m.code is None)
    return [m._replace(candidates=tuple(code for code in m.candidates if code in held)) for m in still]


def _beside(found: Findings, act: Act, told: list[Span]) -> dict[str, Part]:
    """The institutions that only the rest of the act's sentence names, if no other act there has them.

    A common noun there ("the women's union") is no more than said along with it.
    """
    if not found.institutions_in(found.around(act), told):
        return {}
    others = [_reach(found, other) for other in found.acts_of(act.sentence) if other.clause != act.clause]
    mentions = named(found, found.around(act), [*told, *others], act)
    kept = [m for m in mentions if not m.anaphoric and not m.text[:1].islower() and not _acts(found, m)]
    return {m.code: Part(m.code, _role(found, act, m), m) for m in kept if m.code}


def _acts(found: Findings, mention: InstitutionMention) -> bool:
    """Whether something else is said of it: "…, while the ministry has not commented"."""
    return words_of(found.lexicon).finite.match(found.document.text, mention.end) is not None


def _role(found: Findings, act: Act, mention: InstitutionMention) -> str:
    """What the words before it say of its part, where that is sure: whom a protest is in front of."""
    institution = implied.institution(found, mention)
    said = roles.said(found, act, (mention.start, mention.end), roles.kinds_of(found.lexicon, institution))
    return said if said == _AT else "mentioned"


def _nominal(found: Findings, act: Act, told: list[Span]) -> dict[str, Part]:
    """What the words before a noun stand for: "put ten party officials before a firing squad"."""
    if not act.nominal:
        return {}
    others = [_reach(found, other) for other in found.acts_of(act.sentence) if other.clause != act.clause]
    before = found.around(act)[0], act.start
    meant = implied.meant(found, act, before, [*told, *others])
    return {one.code: Part(one.code, act.roles[1], span=(one.start, one.end), made=one.made) for one in meant}


def _without_parents(found: Findings, kept: dict[str, Part]) -> tuple[Part, ...]:
    """An institution that is only implied is left out where one below or above it is named."""
    said = [code for code, part in kept.items() if part.mention]
    said += [p.mention.made.parent for p in kept.values() if p.mention and p.mention.made and p.mention.made.parent]
    under = found.lexicon.institutions.under
    armed = any(p.mention and p.code.startswith(_HOME) and _armed(found, p) for p in kept.values())
    return tuple(
        part
        for code, part in kept.items()
        if part.mention
        or not (any(under(other, code) or under(code, other) for other in said) or (armed and _armed(found, part)))
    )


def _armed(found: Findings, part: Part) -> bool:
    """Whether it is an army or a unit: "soldiers" beside a named unit are that unit's."""
    made = part.mention.made if part.mention else part.made
    one = made or found.lexicon.institutions.institution.get(part.code)
    return one is not None and one.kind == "military"


def _reach(found: Findings, act: Act) -> Span:
    """The clause with its subject, and what a relative clause is about: "under the ministry, which released …"."""
    begin = min(act.clause[0], act.subject[0])
    cut = (m.start for m in found.institutions_in((max(0, begin - _WIDE), begin)) if m.start < begin < m.end)
    begin = min((begin, *cut))
    which = words_of(found.lexicon).which
    for mention in found.institutions_in((max(0, begin - _WIDE), begin)):
        if which.fullmatch(found.document.text, _seated(found, mention, act.clause[0]), act.clause[0]):
            begin = mention.start
    return begin, act.clause[1]


def _seated(found: Findings, mention: InstitutionMention, end: int) -> int:
    """Where its name ends with the place where it is: "the federation in Pyongyang"."""
    places = found.places_in((mention.end, end))
    return max((p.end for p in places if p.start - mention.end < _SEAT), default=mention.end)


def people(found: Findings, act: Act) -> tuple[PeopleMention, ...]:
    """The counts of people in the act's clause."""
    return tuple(found.people_in(_reach(found, act), found.outside(act)))


def group(act: Act, mention: PeopleMention) -> str:
    """The group of a count: what a word near it says, else what such an act does to people."""
    return mention.group or _GROUPS.get(act.type, "affected")
