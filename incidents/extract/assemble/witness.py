"""Evidence and claims of a cluster, and the level that they yield."""

import re
from collections.abc import Sequence

from incidents.extract.assemble.draft import Draft
from incidents.extract.assemble.naming import group
from incidents.extract.findings import Findings
from incidents.model.finding import Attribution
from incidents.model.incident import Claim, Evidence
from incidents.model.scales import Access
from incidents.model.verification import Testimony

_OWN_ACTS = frozenset(
    "order meeting military visit statement personnel punishment execution dissolution dispatch release mobilization "
    "cross-border other repatriation crackdown arrest eviction levy".split()
)
_LONGEST = 600
_MILITARY = re.compile(
    r"\b(?:military|joint chiefs|jcs|defen[cs]e ministry|ministry of (?:national )?defen[cs]e|coast guard|command|army|"
    r"navy|forces)\b",
    re.IGNORECASE,
)


def evidence(found: Findings, draft: Draft) -> Evidence:
    """The sentence of a draft as a passage, with what it claims."""
    start, end = _passage(found, draft)
    told = draft.attribution
    return Evidence(
        start=start,
        end=end,
        quote=found.document.text[start:end],
        attribution=told.words,
        source=told.source,
        source_type=told.source_type,
        source_place=told.place,
        said_on=_day(told.said_on),
        access=access(found, draft),
        origin=told.origin,
        stance=told.stance,
        claims=_claims(draft),
    )


def _passage(found: Findings, draft: Draft) -> tuple[int, int]:
    start, end = found.around(draft.act)
    if end - start <= _LONGEST:
        return start, end
    return max(start, min(draft.act.clause[0], draft.act.start - _LONGEST // 2)), min(
        end, draft.act.end + _LONGEST // 2
    )


def _day(edtf: str | None) -> str | None:
    return edtf if edtf and len(edtf) == len("2016-01-01") else None


def _claims(draft: Draft) -> tuple[Claim, ...]:
    claims = []
    when = draft.dating.when
    if when.edtf:
        claims.append(Claim("date", when.edtf, *draft.dating.span, basis=when.basis))
    claims += [Claim("place", s.code, *s.span) for s in draft.scenes if s.own]
    claims += [Claim("place", s.code, *s.span, basis="derived") for s in draft.scenes if not s.own and s.span[1]]
    claims += [Claim("institution", p.code, p.mention.start, p.mention.end) for p in draft.parts if p.mention]
    implied = [p for p in draft.parts if p.mention is None and p.span[1]]
    claims += [Claim("institution", p.code, *p.span, basis="derived") for p in implied]
    claims += [Claim("people", f"{group(draft.act, p)}: {p.text}", p.start, p.end) for p in draft.people]
    return tuple(claims)


def access(found: Findings, draft: Draft) -> Access:
    """`direct` for an authority on its own act, a military that tracked it, imagery; else what the report says."""
    told, act = draft.attribution, draft.act
    if told.source_type == "imagery":
        return "direct"
    if told.source_type == "state-media" and _domestic(found, told):
        return "direct" if act.type in _OWN_ACTS and act.strength > 1 and not _foreign(draft) else "unstated"
    if told.source_type == "government":
        return "direct" if _tracked(draft) or _own_act(draft) else "hearsay"
    return told.access


def _domestic(found: Findings, told: Attribution) -> bool:
    outlet = found.lexicon.outlets.get(told.origin)
    return outlet is None or outlet.country == "KP"


def _foreign(draft: Draft) -> bool:
    """Whether the act is another state's: state media are no authority on it."""
    doers = [part.code for part in draft.parts if part.role in ("actor", "authority")]
    scene = draft.scenes[0].code if draft.scenes else "KP"
    return any(not code.startswith("kp") for code in doers) or scene.startswith(("US", "KR", "JP", "UA", "XZ.e"))


def _tracked(draft: Draft) -> bool:
    """A launch, a crossing, a balloon of which a military tells that it saw it."""
    return draft.act.type in ("military", "cross-border") and _MILITARY.search(draft.attribution.words) is not None


def _own_act(draft: Draft) -> bool:
    """Whether the government that speaks is the one that acts: only institutions of other states are in the clause."""
    doers = [part.code for part in draft.parts if part.role in ("actor", "authority")]
    return bool(doers) and not any(code.startswith("kp") for code in doers)


def testimonies(found: Findings, drafts: Sequence[Draft]) -> list[Testimony]:
    """What each passage testifies; "sources said" is two."""
    given = []
    for draft in drafts:
        told = draft.attribution
        origin = _name(found, told.origin)
        relayed = _name(found, found.document.outlet) if told.origin != found.document.outlet else ""
        given.append(
            Testimony(told.source, told.source_type, origin, access(found, draft), told.stance, relayed, told.plural)
        )
    return given


def _name(found: Findings, code: str | None) -> str:
    outlet = found.lexicon.outlets.get(code)
    return outlet.name if outlet else (code or "")
