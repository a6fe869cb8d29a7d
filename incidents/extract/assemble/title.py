"""A title for the chronology, made of the words of the clause: who did what, and where."""

import re

from incidents.extract.assemble.draft import Draft, Scene
from incidents.extract.findings import Findings
from incidents.model.reference import Reference

LONGEST = 99
_NAME = re.compile(r"(?:[A-Z][\w'’-]*\s?){1,4}")
_NO_NAME = frozenset("some many they he she it the a an most several all both two residents officials".split())
_SHORTEST = 12
_SUBJECT = 45
"""A longer subject is cut to its first noun phrase, so that the act still finds room."""
_OPENING = re.compile(
    r"^(?:and|but|also|meanwhile|however|indeed|then|so|instead|in addition|as a result|in particular|moreover|"
    r"more importantly|furthermore|for example|for instance|in fact|in short|similarly|separately|"
    r"including|that|because|about (?!\d)|according to [^,]*)\b,?\s*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_TAIL = re.compile(r"[\s,;:(\[\"'—-]+$")
_LOOSE = re.compile(
    r"\s(?:the|a|an|of|in|on|at|to|for|by|with|from|and|or|that|as|their|his|its|her|which|who|about|some|under|into|"
    r"has|have|had|was|were|is|are|been|be|this|these|than|over|off|after|before)$",
    re.IGNORECASE,
)
_MODIFIER = re.compile(r", | (?:who|which|that|at|in|of|from|with|for|on|near|among|including|affiliated|employed) ")
_AUXILIARY = re.compile(r"^(?:(?:was|were|is|are|been|being|be|has|have|had|also|now|reportedly)\s+)+", re.IGNORECASE)


def title(found: Findings, draft: Draft, main: Scene | None) -> str:
    """Under 100 characters, beginning with a capital; the main place in front unless the words name it."""
    subject, rest = _parts(found, draft)
    place = _place(found.lexicon.reference, main, f"{subject} {rest}")
    room = LONGEST - len(place)
    long = len(subject) + len(rest) >= room and len(subject) > _SUBJECT
    if not draft.act.nominal and (long or subject.endswith(" and")):
        subject = _head(subject)
        place = _place(found.lexicon.reference, main, f"{subject} {rest[: room - len(subject)]}")
    return place + _capital(_cut(f"{subject} {rest}".strip(), LONGEST - len(place)))


def _parts(found: Findings, draft: Draft) -> tuple[str, str]:
    """The subject and what is said of it, without the words that say who told it."""
    act, told = draft.act, found.outside(draft.act)
    spans = [act.subject, (max(act.subject[1], act.clause[0]), max(act.clause[1], act.end))]
    subject, rest = (_clean(_text(found, span, told)) for span in spans)
    subject = _ARTICLE.sub("", _OPENING.sub("", subject))
    if not subject:
        rest = _AUXILIARY.sub("", _ARTICLE.sub("", _OPENING.sub("", rest)))
    return subject, rest


def _text(found: Findings, span: tuple[int, int], told: list[tuple[int, int]]) -> str:
    kept, start = [], span[0]
    for a, b in sorted(told):
        if a < b and start <= a < span[1]:
            kept.append(found.document.text[start:a])
            start = b
    return " ".join([*kept, found.document.text[start : span[1]]])


def _clean(words: str) -> str:
    words = " ".join(words.replace('"', " ").replace("[", "").replace("]", "").split())
    return re.sub(r"\s+([,;:.])", r"\1", words).strip(" ,;:-—'")


def _head(subject: str) -> str:
    """Its first noun phrase; of "Kim drew attention to … and", which shares its verb, the name at the front."""
    if subject.endswith(" and"):
        name = _NAME.match(subject)
        return name[0].strip() if name and name[0].split()[0].lower() not in _NO_NAME else subject
    found = _MODIFIER.search(subject, _SHORTEST)
    return subject[: found.start()] if found else subject


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _place(reference: Reference, main: Scene | None, words: str) -> str:
    place = reference.place.get(main.code) if main else None
    if place is None or place.level in ("country", "region") or place.name.lower() in words.lower():
        return ""
    return f"{place.name}: "


def _cut(words: str, room: int) -> str:
    """At most `room` characters, cut at a comma or a word, with no article or preposition left hanging."""
    if len(words) > room:
        comma = words.rfind(", ", room // 2, room)
        words = words[:comma] if comma > 0 else words[:room].rsplit(" ", 1)[0]
    while True:
        shorter = _LOOSE.sub("", _TAIL.sub("", words))
        if shorter == words:
            return words or "Untitled"
        words = shorter
