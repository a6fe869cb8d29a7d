"""Dates that stand in another act: "since the order", "after the meeting"."""

from collections.abc import Sequence
from dataclasses import replace

from incidents.extract.assemble.draft import Dating, Draft
from incidents.extract.findings import Findings
from incidents.extract.words import Word, words
from incidents.model.when import When

_OPENERS = frozenset({"since", "after", "following"})
_POINTERS = frozenset({"the", "this", "that"})
_FAR = 3


def dated(found: Findings, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without a date that count from an act of a known one with an open date from its first day."""
    nouns = {row["noun"]: row["type"] for row in found.lexicon.rows("anaphora")}
    return [_counted(found, draft, drafts, nouns) for draft in drafts]


def _counted(found: Findings, draft: Draft, drafts: Sequence[Draft], nouns: dict[str, str]) -> Draft:
    if draft.dating.when.dated:
        return draft
    sentence = found.sentence(draft.act.sentence)
    tokens = words(found.document.text, *sentence)
    for k, word in enumerate(tokens[:-2]):
        if word.key not in _OPENERS or tokens[k + 1].key not in _POINTERS:
            continue
        kind = _noun(tokens, k + 2, nouns)
        other = _latest(draft, drafts, kind) if kind else None
        if other is not None and other.dating.when.earliest:
            end = tokens[k + 2].end
            when = When.of(f"{other.dating.when.earliest}/..", found.document.text[word.start : end], basis="bounded")
            going = word.key == "since" and draft.act.status == "occurred"
            act = replace(draft.act, status="ongoing") if going else draft.act
            return replace(draft, dating=Dating(when, (word.start, end)), act=act)
    return draft


def _noun(tokens: tuple[Word, ...], k: int, nouns: dict[str, str]) -> str | None:
    """The type of act that the noun after "the" names, at most a few words on."""
    for word in tokens[k : k + _FAR]:
        if word.mark:
            return None
        if nouns.get(word.key):
            return nouns[word.key]
    return None


def _latest(draft: Draft, drafts: Sequence[Draft], kind: str) -> Draft | None:
    """The last act of that type with a date that the report tells before this one."""
    before = (d for d in reversed(drafts) if d.act.start < draft.act.start)
    return next((d for d in before if d.act.type == kind and d.dating.when.dated), None)
