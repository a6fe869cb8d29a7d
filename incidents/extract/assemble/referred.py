"""The institution of an act by what the words around it refer to: "the order", "under the measure", a former guard."""

from itertools import pairwise

from incidents.extract.act.tables import kinds
from incidents.extract.assemble import implied, naming, roles
from incidents.extract.assemble.draft import Draft, Part
from incidents.extract.assemble.institution_words import uses, words_of
from incidents.extract.findings import Findings, Span
from incidents.extract.institution import site
from incidents.extract.words import words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.finding import InstitutionMention
from incidents.model.reference import Institution

_LOOKING = "crackdown"
_LOOKED_INTO = frozenset({"arrest", "corruption", "execution", "punishment", "theft"})
"""Types of acts that are looked into."""
_FIRST = 2
"""The sentences that tell what a report is about."""
_HOLDS = frozenset({"prison", "mine"})
"""What has people to whom something happens there."""
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


def leader(found: Findings, draft: Draft) -> Part | None:
    """Who led it, where one of the next sentences says so: "The audit was directed by the department"."""
    act, nouns = draft.act, found.lexicon.compiled(_nouns)
    fitting = {act.type, *([_LOOKING] if act.type in _LOOKED_INTO else [])}
    last = min(act.sentence + 1 + _BACK, len(found.document.sentences))
    for k in range(act.sentence + 1, last):
        tokens = words(found.document.text, *found.sentence(k))
        for before, word in pairwise(tokens):
            kind = nouns.get(word.key)
            if kind in fitting and before.key in kinds(found.lexicon)["definite"]:
                one = _leading(found, k, before.start)
                return part(one, "investigator" if kind == _LOOKING else roles.acting(found, act)) if one else None
    return None


def _leading(found: Findings, k: int, start: int) -> InstitutionMention | None:
    """Who led what the k-th sentence names at `start`: "led by the bureau", "officials of the bureau led it"."""
    (begin, end), text, said = found.sentence(k), found.document.text, words_of(found.lexicon)
    if said.leads.search(text, begin, start):
        return next(iter(naming.named(found, (begin, start), found.told(k))[-1:]), None)
    after = naming.named(found, (start, end), found.told(k))
    return next((m for m in after if said.leader.search(text, start, m.start)), None)


def _nouns(lexicon: Lexicon) -> dict[str, str]:
    """The type of act that a noun stands for."""
    return {row["noun"]: row["type"] for row in lexicon.rows("anaphora")}


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
        if not place or place.level != "site" or scene.role != "scene":
            continue
        named = (m for m in found.institutions if _seat(found, m) == place.code)
        code, one = site.held(place, found.lexicon), next(named, None)
        if code or one:
            return Part(code, "affected", span=scene.span) if code or not one else part(one, "affected", scene.span)
    return None


def _seat(found: Findings, mention: InstitutionMention) -> str:
    return (implied.institution(found, mention) or _NOWHERE).place


def subject_of_report(found: Findings, draft: Draft) -> Part | None:
    """The camp or mine that the report is about: the only one in its first sentences, for what befalls people."""
    act = draft.act
    if act.type not in uses(found.lexicon)["befalls"]:
        return None
    end = found.sentence(min(_FIRST, len(found.document.sentences)) - 1)[1]
    first = [m for m in found.institutions if m.start < end and m.code and not m.anaphoric]
    named = {m.code: m for m in first if _HOLDS & roles.kinds_of(found.lexicon, implied.institution(found, m))}
    under, seats = found.lexicon.gazetteer.under, {code: _seat(found, m) for code, m in named.items()}
    fine = [c for c, at in seats.items() if not any(other != at and under(other, at) for other in seats.values())]
    one = named[fine[0]] if len(fine) == 1 else None
    place = _seat(found, one) if one else ""
    there = [scene.code for scene in draft.scenes if scene.fine]
    if one is None or not place or any(not under(place, code) and not under(code, place) for code in there):
        return None
    return part(one, "affected")


def part(mention: InstitutionMention, role: str, span: Span | None = None) -> Part:
    """A part whose words are those that stand for it in the act, else its name where it is named."""
    return Part(mention.code or "", role, span=span or (mention.start, mention.end), made=mention.made)
