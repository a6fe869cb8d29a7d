"""What stands in another act: "since the order", "the meeting dissolved …", "the incident took place on …"."""

from collections.abc import Iterator, Mapping, Sequence

from incidents.extract.act.dated import SAME
from incidents.extract.act.tables import kinds
from incidents.extract.assemble.draft import Dating, Draft
from incidents.extract.findings import Findings
from incidents.extract.words import Word
from incidents.model.when import When

_DECIDING = frozenset({"actor", "authority"})
_FAR = 3
_WINDOW = 60

Nouns = Mapping[str, str]


def resolved(found: Findings, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what they take from others; one that only adds to another ("the incident") has its type."""
    nouns = {row["noun"]: row["type"] for row in found.lexicon.rows("anaphora")}
    done: list[Draft] = []
    for draft in drafts:
        if draft.act.type == SAME:
            done += _same(draft, done)
        else:
            done.append(_taken(found, draft, done, nouns))
    return done


def _same(draft: Draft, before: Sequence[Draft]) -> Iterator[Draft]:
    """A further passage of the last undated act of those before."""
    strong = [d for d in before[-_WINDOW:] if d.act.strength > 1]
    undated = [d for d in strong if not d.dating.when.dated]
    for other in (undated or strong)[-1:]:
        act = draft.act._replace(type=other.act.type, definite=True)
        yield draft._replace(act=act, content=draft.content | other.content, forced=True)


def _taken(found: Findings, draft: Draft, before: Sequence[Draft], nouns: Nouns) -> Draft:
    if draft.dating.when.dated:
        return draft
    tokens, listed = found.words(draft.act.sentence, found.around(draft.act)), kinds(found.lexicon)
    for k, word in enumerate(tokens[:-2]):
        if tokens[k + 1].key not in listed["definite"] or word.key not in listed["since"] | listed["within"]:
            continue
        other = _latest(_kind(tokens, k + 2, nouns), before)
        if other is None or not other.dating.when.earliest:
            continue
        begins = word.key in listed["since"]
        return _since(found, draft, other, word, tokens[k + 2].end) if begins else _part(draft, other)
    return _subject(found, draft, before, nouns)


def _since(found: Findings, draft: Draft, other: Draft, word: Word, end: int) -> Draft:
    text = found.document.text[word.start : end]
    when = When.of(f"{other.dating.when.earliest}/..", text, basis="bounded")
    going = word.key in kinds(found.lexicon)["still"] and draft.act.status == "occurred"
    act = draft.act._replace(status="ongoing") if going else draft.act
    return draft._replace(dating=Dating(when, (word.start, end)), act=act)


def _subject(found: Findings, draft: Draft, before: Sequence[Draft], nouns: Nouns) -> Draft:
    """What "the meeting" did has the date, the place and the institution of the meeting."""
    tokens = found.words(draft.act.sentence, draft.act.subject)
    if len(tokens) < 2 or tokens[0].key not in kinds(found.lexicon)["definite"]:
        return draft
    other = _latest(_kind(tokens, 1, nouns), before)
    return _part(draft, other) if other is not None and other.act.type != draft.act.type else draft


def _part(draft: Draft, whole: Draft) -> Draft:
    """An act that is part of another one."""
    known = {part.code for part in draft.parts}
    doing = (p for p in whole.parts if p.code not in known and p.role in _DECIDING)
    added = [p._replace(role=draft.act.roles[0]) for p in doing]
    when = whole.dating.when.resting_on("derived")
    scenes = draft.scenes if draft.own_scenes else whole.scenes
    return draft._replace(dating=whole.dating._replace(when=when), scenes=scenes, parts=(*draft.parts, *added))


def _kind(tokens: tuple[Word, ...], k: int, nouns: Nouns) -> str:
    """The type of act that the noun after "the" names, at most a few words on."""
    for word in tokens[k : k + _FAR]:
        if word.mark:
            return ""
        if nouns.get(word.key):
            return nouns[word.key]
    return ""


def _latest(kind: str, before: Sequence[Draft]) -> Draft | None:
    """The last act of that type with a date."""
    near = reversed(before[-_WINDOW:]) if kind else ()
    return next((d for d in near if d.act.type == kind and d.dating.when.dated), None)
