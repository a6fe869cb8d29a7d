"""A title in the report's own words: one clause with its subject and its verb, ended where a phrase ends."""

from collections.abc import Sequence

from incidents.extract.assemble.draft import Draft
from incidents.extract.assemble.wording import Words, of_span, text
from incidents.extract.findings import Findings
from incidents.extract.words import Word

_SUBJECT = 16
"""A subject of more words is cut to its first noun phrase or is none."""
_FEWEST = 3
_PASSIVE = 2
_ENOUGH = 5
"""So many words after the subject tell an act even where the last ones of a long phrase are cut."""
_LATE = 4
_LIST = 8
"""A verb so late in what is said of the subject is the rest of a phrase that was cut."""


def clause(found: Findings, draft: Draft, room: int) -> str:
    """The clause of an act as a title of at most `room` characters; empty if no whole one can be made of it."""
    table = found.lexicon.compiled(Words.of)
    act = draft.act
    rest_from = max(act.subject[1], act.clause[0])
    front = of_span(found, act, act.subject) if not act.nominal and not act.guessed else []
    rest = of_span(found, act, (rest_from if front else act.clause[0], max(act.clause[1], act.end)))
    relative = bool(front) and act.subject[1] < act.clause[0]
    subject = _subject(table, front) or _sharing(table, front)
    if not subject and not relative:
        front, rest = _split(table, [*front, *rest])
        subject = _subject(table, front)
    if not subject or not rest or not _tensed(table, rest, passive=act.passive):
        return ""
    whole = _ended(table, rest, act.end, relative=relative)
    return _within(found, table, subject, whole, (room, act.start, act.end))


def _sharing(table: Words, front: list[Word]) -> list[Word]:
    """The subject of "X crossed the line and", whose second verb is the act's."""
    if not front or front[-1].key not in table.lists["shares"]:
        return []
    return _subject(table, _split(table, front)[0])


def _split(table: Words, tokens: list[Word]) -> tuple[list[Word], list[Word]]:
    """Before and from the first finite verb after the words that only open the sentence."""
    start = _opened(table, tokens)
    for k in range(start + 1, len(tokens)):
        if table.tensed(tokens, k):
            return tokens[start:k], tokens[k:]
    return [], tokens


def _opened(table: Words, tokens: Sequence[Word]) -> int:
    """Where the subject begins: past "In response," and "Meanwhile"."""
    start = 0
    while start < len(tokens) and (_opens(table, tokens[start]) or _beside(table, tokens, start)):
        comma = next((k for k in range(start + 1, len(tokens)) if tokens[k].key == ","), None)
        single = _adverb(table, tokens[start]) or tokens[start].key in table.kinds["adverb"] | table.lists["joins"]
        if comma is None or single:
            return start + 1 if single else len(tokens)
        start = comma + 1
    return start


def _opens(table: Words, word: Word) -> bool:
    return word.key in table.lists["opening"] | table.lists["preposition"] or (_adverb(table, word) and not word.name)


def _adverb(table: Words, word: Word) -> bool:
    return table.ends(word.key, "adverb-end")


def _beside(table: Words, tokens: Sequence[Word], k: int) -> bool:
    """Whether it goes on with "at Lusail,": "north of the capital,", "Onsong County,", "where it snows,"."""
    follows = tokens[k + 1].key if k + 1 < len(tokens) else ""
    if tokens[k].key in table.lists["compass"] and follows in table.lists["of"]:
        return True
    comma = next((j for j in range(k + 1, len(tokens)) if tokens[j].key == ","), None)
    if comma is None:
        return False
    area = tokens[comma - 1].key in table.lists["area"] and all(word.name for word in tokens[k:comma])
    return area or tokens[k].key in table.kinds["relative"] | table.lists["beside"]


def _subject(table: Words, tokens: list[Word]) -> list[Word]:
    """The subject without what opens the sentence and its article; empty if it is none that can stand alone."""
    kept = tokens[_opened(table, tokens) :]
    while kept and kept[0].key in table.lists["article"]:
        kept = kept[1:]
    if kept and (kept[0].key in table.lists["time-noun"] or table.none(kept)):
        return []
    kept = _phrase(table, kept)
    if not kept or kept[0].key in table.lists["pronoun"] or len(kept) > _SUBJECT:
        return []
    broken = any(word.mark and word.key != "," for word in kept) or kept[-1].key in table.lists["loose"]
    verbs = any(table.tensed(kept, k) for k in range(1, len(kept)))
    odd = broken or verbs or _verbal(table, kept) or any(word.key in table.lists["object"] for word in kept)
    return [] if odd else kept


def _verbal(table: Words, kept: list[Word]) -> bool:
    """Whether it begins with a verb, or is a number word alone."""
    first, alone = kept[0].key, len(kept) == 1
    if table.ends(first, "gerund-end") or any(
        first in table.kinds[kind] for kind in ("be", "have", "modal", "future", "do")
    ):
        return True
    past = table.ends(first, "past-end") and first not in table.lists["adjective"]
    led = alone or kept[1].key in table.lists["preposition"] | table.kinds["article"]
    return ((first in table.past or past) and led) or (alone and first in table.lists["quantity"])


def _phrase(table: Words, tokens: list[Word]) -> list[Word]:
    """The first noun phrase where a comma, a relative clause or a participle follows it."""
    for k in range(1, len(tokens)):
        joined = any(w.key in table.kinds["and"] for w in tokens[k:])
        listed = tokens[k].key == "," and joined and len(tokens) <= _SUBJECT
        if (tokens[k].key == "," and not listed) or tokens[k].key in table.kinds["relative"]:
            return tokens[:k]
    return tokens


def _tensed(table: Words, rest: list[Word], *, passive: bool) -> bool:
    """Whether it begins with a finite verb; "arrested in Hyesan" can stand for "was arrested" in a title."""
    lead = next((k for k, w in enumerate(rest) if not _adverb(table, w) and w.key not in table.lists["also"]), 0)
    if rest[lead].mark or table.ends(rest[lead].key, "gerund-end"):
        return False
    known = table.tensed(rest, lead) or (lead == 0 and not rest[0].name and rest[0].key not in table.lists["loose"])
    return known and (passive or rest[lead].key not in table.lists["opening"] | table.lists["object"])


def _ended(table: Words, rest: list[Word], past: int, *, relative: bool) -> list[Word]:
    """The predicate up to where a second clause begins."""
    for k in range(1, len(rest)):
        if rest[k].start < past:
            continue
        if _second(table, rest, k, relative=relative):
            return rest[:k]
    return rest


def _second(table: Words, rest: list[Word], k: int, *, relative: bool) -> bool:
    word, follows = rest[k], rest[k + 1].key if k + 1 < len(rest) else ""
    if word.key in ";:—–--?!" or word.key in table.lists["second"]:
        return True
    begins = follows in table.lists["object"] | table.kinds["boundary"] | table.lists["goes-on"]
    if begins and word.key in table.kinds["and"] | {","}:
        return True
    if word.key == "," and (table.ends(follows, "gerund-end") or not _listed(table, rest, k)):
        return True
    return table.tensed(rest, k) and _splices(table, rest, k, relative=relative)


def _listed(table: Words, rest: list[Word], k: int) -> bool:
    return any(word.key in table.kinds["and"] for word in rest[k + 1 : k + _LIST])


def _splices(table: Words, rest: list[Word], k: int, *, relative: bool) -> bool:
    """Whether a second finite verb follows a noun, as in "who raided the place found": that of another clause."""
    before, follows = rest[k - 1].key, rest[k + 1].key if k + 1 < len(rest) else ""
    if before in table.lists["joins"] | table.kinds["adverb"] | {","} or any(
        before in table.kinds[kind] for kind in ("be", "have")
    ):
        return relative
    noun = table.kinds["article"] | table.lists["preposition"] | table.lists["pronoun"] | {""}
    adjective = table.ends(rest[k].key, "past-end") and follows not in noun and not follows[:1].isdigit()
    inside = any(word.key in table.lists["inside"] for word in rest[:k])
    ending = tuple(table.lists["participle-end"])
    participle = follows in table.lists["preposition"] | {""} and rest[k].key.endswith(ending)
    return not adjective and (relative or not (inside or participle))


def _within(found: Findings, table: Words, subject: list[Word], rest: list[Word], limits: tuple[int, int, int]) -> str:
    """The longest form that fits and ends with a whole phrase."""
    room, start, past = limits
    for length in range(len(rest), 0, -1):
        last = rest[length - 1].end
        if last <= start or (last < past and length < _ENOUGH):
            break
        if not _whole(table, rest, length):
            continue
        words = text(found, [*subject, *rest[:length]])
        if len(words) <= room:
            return _capital(words) if _sound(table, [*subject, *rest[:length]]) else ""
    return ""


def _whole(table: Words, rest: list[Word], length: int) -> bool:
    """Whether a phrase ends before the word at `length`."""
    last = rest[length - 1]
    if last.mark or last.key in table.lists["loose"] | table.lists["preposition"]:
        return False
    if length == len(rest):
        return length < _LATE or not table.tensed(rest, length - 1) or _verbs(table, rest[length - 2])
    follows = rest[length].key
    verb = table.tensed(rest, length - 1)
    passive = length >= _PASSIVE and rest[length - 2].key in table.kinds["be"]
    if verb and (not passive or follows in table.lists["particle"]):
        return False
    joins = table.lists["joins"]
    if follows in joins and any(word.key in table.lists["pairing"] for word in rest[max(0, length - 4) : length]):
        return False
    parts = table.lists["preposition"] | joins | table.kinds["relative"]
    return rest[length].mark or follows in parts - table.lists["bound"] or _participle(table, rest, length)


def _verbs(table: Words, word: Word) -> bool:
    """Whether a verb may follow: "was", "and", "later"."""
    helpers = ("be", "have", "adverb", "modal", "future")
    joins = table.lists["joins"] | table.kinds["to"]
    return word.key in joins or _adverb(table, word) or any(word.key in table.kinds[h] for h in helpers)


def _participle(table: Words, rest: list[Word], k: int) -> bool:
    """Whether a word only adds to the noun before it: "a session set for Thursday"."""
    last = k + 1 == len(rest)
    return table.tensed(rest, k) and (last or rest[k + 1].key in table.lists["preposition"])


def _sound(table: Words, tokens: list[Word]) -> bool:
    keys = [word.key for word in tokens]
    return len(keys) >= _FEWEST and not set(keys) & (table.lists["object"] | table.lists["first-person"])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
