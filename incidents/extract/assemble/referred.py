"""The institution of an act by what the words around it refer to: "the order", "under the measure", a former guard."""

from incidents.extract.assemble import implied, naming, roles
from incidents.extract.assemble.draft import Draft, Part
from incidents.extract.assemble.institution_words import uses, words_of
from incidents.extract.findings import Findings, Span
from incidents.extract.institution import site
from incidents.extract.words import words
from incidents.model.finding import InstitutionMention
from incidents.model.reference import Institution

_FIRST = 2
"""The sentences that tell what a report is about."""
_NOWHERE = Institution("", "", "")
_BACK = 2
"""How many sentences before "the order" the order was told."""


def topic(found: Findings, draft: Draft) -> Part | None:
    """Whose order "the order" is: the only institution of a sentence shortly before that speaks of it too."""
    act, text = draft.act, found.document.text
    subject = words_of(found.lexicon).definite.fullmatch(text[slice(*act.subject)].strip())
    if not subject or act.type not in uses(found.lexicon)["decided"]:
        return None
    for k in range(act.sentence - 1, max(-1, act.sentence - 1 - _BACK), -1):
        if subject[1] not in {word.key for word in words(text, *found.sentence(k))}:
            continue
        mentions = {m.code: m for m in naming.named(found, found.sentence(k), found.told(k)) if m.code}
        [one] = mentions.values() if len(mentions) == 1 else [None]
        return part(one, roles.acting(found, act)) if one else None
    return None


def issuer(found: Findings, draft: Draft) -> Part | None:
    """Who handed it down, where the next sentence says so of it: "under the measure, handed down by the Cabinet"."""
    act, following = draft.act, draft.act.sentence + 1
    if act.type not in uses(found.lexicon)["decided"] or following >= len(found.document.sentences):
        return None
    start, end = found.sentence(following)
    if following not in found.paragraph(act.sentence) or not words_of(found.lexicon).under.match(
        found.document.text, start, end
    ):
        return None
    said = naming.issuing(found, (start, end))
    return part(said[0], "authority") if len(said) == 1 else None


def witnessed(found: Findings, draft: Draft) -> Part | None:
    """The prison of who tells it: "a former guard of the camp at Yodok testified"."""
    act, told = draft.act, draft.attribution
    if act.type not in uses(found.lexicon)["witnessed"] or not told.end:
        return None
    lexicon = found.lexicon
    inside = [m for m in found.institutions_in((told.start, told.end)) if m.code]
    prisons = [m for m in inside if "prison" in roles.kinds_of(lexicon, implied.institution(found, m))]
    role = roles.acting(found, act) if act.type == "abuse" else "affected"
    return part(prisons[0], role) if len(prisons) == 1 else None


def at_site(found: Findings, draft: Draft) -> Part | None:
    """The mine, camp or station where it happens, if the place of the act is one; what states do is done to no site."""
    if not draft.own_scenes and draft.act.type in uses(found.lexicon)["stately"]:
        return None
    for scene in draft.scenes:
        place = found.lexicon.gazetteer.place.get(scene.code)
        code = site.held(place, found.lexicon) if place and place.level == "site" and scene.role == "scene" else ""
        if code:
            return Part(code, "affected", span=scene.span)
    return None


def subject_of_report(found: Findings, draft: Draft) -> Part | None:
    """The camp that the report is about: the only one that its first sentences name, for what befalls inmates."""
    act = draft.act
    if act.type not in uses(found.lexicon)["befalls"]:
        return None
    first = [
        m for m in found.institutions if m.start < found.sentence(min(_FIRST, len(found.document.sentences)) - 1)[1]
    ]
    named = {m.code: m for m in first if "prison" in roles.kinds_of(found.lexicon, implied.institution(found, m))}
    [one] = named.values() if len(named) == 1 else [None]
    place = (implied.institution(found, one) or _NOWHERE).place if one else ""
    there = [scene.code for scene in draft.scenes if scene.fine]
    under = found.lexicon.gazetteer.under
    if one is None or not place or any(not under(place, code) and not under(code, place) for code in there):
        return None
    return part(one, "affected")


def part(mention: InstitutionMention, role: str, span: Span | None = None) -> Part:
    """A part whose words are those that stand for it in the act, else its name where it is named."""
    return Part(mention.code or "", role, span=span or (mention.start, mention.end), made=mention.made)
