"""A title for the chronology, made of the words of the clause: who did what, and where."""

import re

from incidents.extract.assemble.draft import Draft, Scene
from incidents.extract.findings import Findings
from incidents.model.reference import Reference

LONGEST = 99
_OPENING = re.compile(
    r"^(?:and|but|also|meanwhile|however|indeed|then|so|instead|in addition|as a result|in particular|moreover|"
    r"more importantly|furthermore|for example|for instance|in fact|in short|according to [^,]*)\b,?\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,;:(\[\"'—-]+$")
_LOOSE = re.compile(
    r"\s(?:the|a|an|of|in|on|at|to|for|by|with|from|and|or|that|as|their|his|its|her|which|who|about|some|under|into|has|have|had|was|were)$",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("he she they it we i this that these those who which".split())


def title(found: Findings, draft: Draft, main: Scene | None) -> str:
    """Under 100 characters, beginning with a capital; the main place in front unless the words name it."""
    words = _clause(found, draft)
    place = _place(found.lexicon.reference, main, words)
    return place + _cut(words, LONGEST - len(place))


def _clause(found: Findings, draft: Draft) -> str:
    text, act = found.document.text, draft.act
    start = act.subject[0] if act.subject[0] < act.subject[1] else min(act.clause[0], act.start)
    end = max(act.clause[1], act.end)
    told = found.told(act.sentence)
    for a, b in told:
        start = b if a <= start < b else start
        end = a if start < a < end else end
    words = " ".join(text[start:end].replace('"', " ").split()).strip(" ,;:-—'[]")
    words = _OPENING.sub("", words)
    return _named(words)


def _named(words: str) -> str:
    """The first letter a capital; a leading article left out, as headlines do."""
    words = re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE) or words
    words = re.sub(r"\s+([,;:])", r"\1", words).replace("[", "").replace("]", "")
    return words[:1].upper() + words[1:]


def _place(reference: Reference, main: Scene | None, words: str) -> str:
    place = reference.place.get(main.code) if main else None
    if place is None or place.level in ("country", "region") or place.name.lower() in words.lower():
        return ""
    return f"{place.name}: "


def _cut(words: str, room: int) -> str:
    """At most `room` characters, cut at a comma or a word, with no article or preposition left hanging."""
    if len(words) > room:
        comma = words.rfind(",", room // 2, room)
        words = words[:comma] if comma > 0 else words[:room].rsplit(" ", 1)[0]
    while True:
        shorter = _LOOSE.sub("", _TAIL.sub("", words))
        if shorter == words:
            return words or "Untitled"
        words = shorter
