"""The institutions of an act, with roles by syntax, and the people whom it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from incidents.extract.assemble.draft import Part
from incidents.extract.findings import Findings, Span
from incidents.extract.pattern import Matcher, grammar
from incidents.extract.words import words
from incidents.lexicon.lexicon import Lexicon
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


Meant = tuple[str, int, int]
"""The code of an institution, and the words that stand for it."""
_MINISTER = re.compile(r"\b[Mm]inister (?:of|for) ((?:[\w']+ ?){1,4})")


@dataclass(frozen=True, slots=True)
class Implied:
    """Words for people or meetings that stand for an institution ("security agents"), from `implied.csv`.

    `codes`: the institution of each row, and whether it is only meant where no foreign place stands near.
    """

    matcher: Matcher
    codes: tuple[tuple[str, bool], ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The rows whose institution the reference holds."""
        language = grammar(lexicon.phrases)
        rows = [r for r in lexicon.rows("implied") if r["institution"] in lexicon.reference.institution]
        codes = tuple((row["institution"], row["home"] == "yes") for row in rows)
        return cls(Matcher(language.compile(row["pattern"]) for row in rows), codes)


def parts(found: Findings, act: Act) -> tuple[Part, ...]:
    """The institutions of the act's clause with their roles: named ones, and those that its words stand for."""
    told = [*found.outside(act), *found.further(act)]
    kept: dict[str, Part] = {}
    for mention in found.institutions_in(_reach(act), told):
        if mention.code:
            kept.setdefault(mention.code, Part(mention.code, _role(found, act, mention.start), mention))
    for code, start, end in _implied(found, act, told):
        kept.setdefault(code, Part(code, _role(found, act, start), span=(start, end)))
    return _without_parents(found, kept or _beside(found, act, told))


def unclear(found: Findings, act: Act) -> list[InstitutionMention]:
    """The names in the act's clause that stand for several institutions, and nothing says for which."""
    return unclear_in(found, _reach(act), [*found.outside(act), *found.further(act)])


def unclear_in(found: Findings, span: Span, but: Sequence[Span]) -> list[InstitutionMention]:
    """Those names inside a span, with those of their candidates that can be chosen."""
    held = found.lexicon.reference.institution
    several = (m for m in found.institutions_in(span, but) if m.code is None and m.candidates)
    return [replace(m, candidates=tuple(code for code in m.candidates if code in held)) for m in several]


def _beside(found: Findings, act: Act, told: list[Span]) -> dict[str, Part]:
    """The institutions that only the rest of the act's sentence names, if no other act there has them."""
    others = [_reach(other) for other in found.acts_of(act.sentence) if other.clause != act.clause]
    mentions = found.institutions_in(found.around(act), [*told, *others])
    return {m.code: Part(m.code, "mentioned", m) for m in mentions if m.code and not m.anaphoric}


def _ministers(found: Findings, act: Act) -> list[Meant]:
    """The ministries of ministers: "the minister of people's security"."""
    meant = []
    start, end = _reach(act)
    for match in _MINISTER.finditer(found.document.text, start, end):
        names = match[1].split()
        for length in range(len(names), 0, -1):
            codes = found.lexicon.institutions.called("Ministry of " + " ".join(names[:length]))
            home = [code for code in codes if code.startswith("kp.")]
            if len(home) == 1:
                meant.append((home[0], match.start(), match.end(1)))
                break
    return meant


def _implied(found: Findings, act: Act, told: list[Span]) -> list[Meant]:
    table = found.lexicon.compiled(Implied.of)
    span = _reach(act)
    tokens = words(found.document.text, *span)
    meant = []
    for match in table.matcher.find(tokens):
        code, home = table.codes[match.row]
        start = tokens[match.start].start
        outside = any(a <= start < b for a, b in told) or (home and _abroad(found, span))
        if not outside:
            meant.append((code, start, tokens[match.end - 1].end))
    return [(act.implies, act.start, act.end)] * bool(act.implies) + meant + _ministers(found, act)


def _abroad(found: Findings, span: Span) -> bool:
    """Whether a foreign country is named, as a noun or an adjective."""
    return any(p.code and not p.code.startswith(("KP", "XZ")) for p in found.places_in(span))


def _without_parents(found: Findings, kept: dict[str, Part]) -> tuple[Part, ...]:
    """An institution that is only implied is left out where one below or above it is named."""
    named = [code for code, part in kept.items() if part.mention]
    named += [p.mention.made.parent for p in kept.values() if p.mention and p.mention.made and p.mention.made.parent]
    under = found.lexicon.institutions.under
    return tuple(
        part
        for code, part in kept.items()
        if part.mention or not any(under(other, code) or under(code, other) for other in named)
    )


def _reach(act: Act) -> Span:
    return min(act.clause[0], act.subject[0]), act.clause[1]


def _role(found: Findings, act: Act, start: int) -> str:
    before = found.document.text[max(0, start - 14) : start].lower().split()
    doer, done = act.roles
    if "by" in before[-2:]:
        return doer
    if start < act.start or (start == act.start and not (act.nominal or act.passive)):
        return done if act.passive else doer
    if act.type in ("meeting", "visit", "statement"):
        return doer
    return done


def people(found: Findings, act: Act) -> tuple[PeopleMention, ...]:
    """The counts of people in the act's clause."""
    return tuple(found.people_in(_reach(act), found.outside(act)))


def group(act: Act, mention: PeopleMention) -> str:
    """The group of a count: what a word near it says, else what such an act does to people."""
    return mention.group or _GROUPS.get(act.type, "affected")
