"""A passage that a reader selected as one proposal: what its words tell, and what they leave open."""

from collections.abc import Sequence
from dataclasses import replace

from incidents.extract.assemble.cluster import Cluster
from incidents.extract.assemble.compose import compose
from incidents.extract.assemble.content import content
from incidents.extract.assemble.draft import Dating, Draft, Part, Scene, unsettled
from incidents.extract.assemble.naming import unclear_in
from incidents.extract.assemble.setting import Setting
from incidents.extract.assemble.title import MADE
from incidents.extract.assemble.wording import LONGEST
from incidents.extract.findings import Findings, Span
from incidents.model.finding import Act, Attribution
from incidents.model.incident import Claim, Evidence, Incident
from incidents.model.proposal import Problem, Proposal

UNTYPED = Problem("no words of the passage are known to tell of an act: its type is open", "type")
CUT = Problem("the title was made from the passage", "title")
_NO_DATE = "no words of the passage give a date"
_NO_PLACE = "no words of the passage name a place"
_TYPE = "other"
_NEAR = 2
_SUMMARY = 600
"""A reader may select a whole report; a summary is a few sentences."""
_AROUND = "\"“”‘'«» "


def untold(found: Findings, span: Span) -> Proposal:
    """The proposal of a passage in which no act was found: what it names, with its type open."""
    if not found.document.sentences:
        return _bare(found, span)
    draft = _draft(found, span)
    proposal = compose(found, Cluster([draft]))
    problems = tuple(one for one in proposal.problems if one.field != "type")
    return proposal._replace(confidence=0.0, problems=(UNTYPED, *problems))


def exactly(found: Findings, span: Span, proposal: Proposal) -> Proposal:
    """The proposal with the selected words as its only passage; a value from words around them is pointed out."""
    incident = proposal.incident
    main = incident.evidence[0]
    claims = tuple(dict.fromkeys(claim for one in incident.evidence for claim in one.claims))
    inside = tuple(claim for claim in claims if _within(claim, span))
    quote = found.document.text[slice(*span)]
    told = replace(main, start=span[0], end=span[1], quote=quote, claims=inside)
    problems = (*proposal.problems, *_outside(found, incident, claims, inside))
    incident = replace(incident, evidence=(told,), summary=_cut(" ".join(quote.split()), _SUMMARY))
    return _named(proposal._replace(incident=incident, problems=tuple(dict.fromkeys(problems))))


def _within(claim: Claim, span: Span) -> bool:
    return claim.start is not None and claim.end is not None and span[0] <= claim.start and claim.end <= span[1]


def _outside(found: Findings, incident: Incident, claims: Sequence[Claim], inside: Sequence[Claim]) -> list[Problem]:
    """The date and the places of the incident that only words around the passage give."""
    given = {(claim.field, claim.value) for claim in inside}
    used = {("date", incident.when.edtf), *(("place", link.place) for link in incident.places)}
    return [
        Problem(
            f"“{found.document.text[one.start : one.end]}” stands outside the passage",
            one.field,
            candidates=(one.value,),
        )
        for one in claims
        if one.start is not None and one.end and (one.field, one.value) in used - given
    ]


def _named(proposal: Proposal) -> Proposal:
    """With the beginning of the passage as the title where no clause can be one, and no type says what happened."""
    incident = proposal.incident
    if MADE not in proposal.problems or incident.type != _TYPE:
        return proposal._replace(incident=replace(incident, title=_printable(incident.title) or "…"))
    problems = tuple(CUT if one == MADE else one for one in proposal.problems)
    return proposal._replace(incident=replace(incident, title=shortened(incident.summary)), problems=problems)


def shortened(words: str) -> str:
    """Words as a title: printable, in one line, cut between two of them where they are too long."""
    return _cut(_printable(words).strip(_AROUND), LONGEST).removesuffix(".") or "…"


def _printable(words: str) -> str:
    """Words in one line, with a space for what no title may have."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _cut(line: str, longest: int) -> str:
    """A line of at most so many characters, ended between two words."""
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"


def _bare(found: Findings, span: Span) -> Proposal:
    """A passage of a text in which there is no sentence."""
    quote = found.document.text[slice(*span)]
    incident = Incident(
        title=shortened(quote),
        type=_TYPE,
        evidence=(Evidence(start=span[0], end=span[1], quote=quote, origin=found.document.outlet),),
        review="machine",
    )
    return Proposal(incident, problems=(UNTYPED, MADE))


def _draft(found: Findings, span: Span) -> Draft:
    """All that the passage names as if it were one act."""
    k, inside = _sentence(found, span)
    act = Act(_TYPE, k, *span, span, (span[0], span[0]), (span[1], span[1]), strength=1, guessed=True)
    told = found.told(k) if inside else []
    dating, undated = _dating(found, span, told)
    scenes, unplaced = _scenes(found, span, told, k)
    mentions = {m.code: m for m in found.institutions_in(span, told) if m.code}
    quiet = Attribution(k, origin=found.document.outlet)
    return Draft(
        act=act,
        attribution=found.attributions[k] if inside and found.attributions else quiet,
        dating=dating,
        scenes=scenes,
        parts=tuple(Part(code, "mentioned", mention) for code, mention in mentions.items()),
        people=tuple(one._replace(group=one.group or "affected") for one in found.people_in(span, told)),
        content=content(found, span),
        problems=(*undated, *unplaced, *(unsettled("institution", m) for m in unclear_in(found, span, told))),
    )


def _sentence(found: Findings, span: Span) -> tuple[int, bool]:
    """The sentence in which the passage begins or that follows, and whether the passage has words of it."""
    sentences = found.document.sentences
    k = next((k for k, one in enumerate(sentences) if one.end > span[0]), len(sentences) - 1)
    return k, sentences[k].start < span[1] and span[0] < sentences[k].end


def _dating(found: Findings, span: Span, told: Sequence[Span]) -> tuple[Dating, list[Problem]]:
    """The one date that the passage gives; between several it does not choose."""
    near = found.timexes_in(span, told)
    dated = {one.when.edtf: one for one in near if one.when.edtf}
    if len(dated) == 1:
        [one] = dated.values()
        return Dating(one.when, (one.start, one.end)), []
    if dated:
        return Dating(), [Problem("the passage gives several dates: which is it?", "date", candidates=tuple(dated))]
    if near:
        return Dating(problem=f"“{near[0].text}” could not be resolved: {near[0].reason or 'no value'}"), []
    return Dating(), [Problem(_NO_DATE, "date")]


def _scenes(found: Findings, span: Span, told: Sequence[Span], k: int) -> tuple[tuple[Scene, ...], list[Problem]]:
    """The finest places that the passage names; one of the passages around it is a candidate and no more."""
    setting, mentions = Setting(found), found.places_in(span, told)
    usable = {m.code: m for m in setting.usable(mentions) if m.code}
    above = {place.code for code in usable for place in setting.reference.ancestry(code)[1:]}
    fine = [m for code, m in usable.items() if code not in above]
    scenes = tuple(Scene(m.code or "", span=(m.start, m.end), fine=setting.fine(m.code)) for m in fine)
    unclear = [m for m in mentions if m.code is None and m.use == "scene"]
    problems = [unsettled("place", m) for m in unclear]
    if not scenes and not problems:
        near = next((code for j in setting.near(k, _NEAR) if (code := setting.fine_in(j))), None) or setting.topic
        problems = [Problem(_NO_PLACE, "place", candidates=(near,) if near else ())]
    return scenes, problems
