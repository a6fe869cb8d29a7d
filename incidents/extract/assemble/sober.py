"""A title made from the record where no clause of the report can stand as one: "Arrest: six workers"."""

from incidents.extract.assemble.draft import Draft
from incidents.extract.assemble.wording import Words, of_span, text
from incidents.extract.findings import Findings
from incidents.extract.words import Word

_LONGEST = 9
_REACH = 5


def nominal(found: Findings, draft: Draft, room: int) -> str:
    """The noun phrase that tells the act: "Public execution of two women"; empty if its noun stands alone."""
    act = draft.act
    if not act.nominal:
        return ""
    table = found.lexicon.compiled(Words.of)
    tokens = of_span(found, act, act.clause)
    heads = [k for k, word in enumerate(tokens) if act.start <= word.start < act.end]
    if not heads:
        return ""
    phrase = _phrase(table, tokens, _first(table, tokens, heads[0]), heads[-1] + 1)
    words = text(found, phrase)
    told = len(phrase) > len(heads) and any(word.key in table.lists["of"] for word in phrase)
    opens = phrase and (phrase[0].key in table.lists["opening"] or _verbal(table, phrase[0].key))
    clean = not opens and not {word.key for word in phrase} & (table.lists["object"] | table.lists["first-person"])
    return _capital(words) if told and clean and len(words) <= room else ""


def _verbal(table: Words, key: str) -> bool:
    return table.ends(key, "adverb-end") or table.ends(key, "gerund-end")


def _first(table: Words, tokens: list[Word], head: int) -> int:
    k = head
    while k > max(0, head - _REACH) and not _ends(table, tokens, k - 1):
        k -= 1
    return k


def _ends(table: Words, tokens: list[Word], k: int) -> bool:
    key = tokens[k].key
    stops = table.kinds["article"] | table.lists["preposition"] | table.lists["pronoun"] | table.kinds["boundary"]
    stops |= table.lists["joins"] | table.lists["genitive"]
    return tokens[k].mark or key in stops or table.tensed(tokens, k)


def _phrase(table: Words, tokens: list[Word], first: int, last: int) -> list[Word]:
    """From `first` on as far as it is one noun phrase with its "of" and "in"."""
    k = last
    while k < len(tokens) and k - first < _REACH + _LONGEST:
        key = tokens[k].key
        ended = key in table.kinds["relative"] | table.lists["phrase-end"]
        if tokens[k].mark or ended or table.tensed(tokens, k):
            break
        k += 1
    kept = tokens[first:k]
    while kept and (kept[-1].key in table.lists["loose"] | table.lists["preposition"] or kept[-1].mark):
        kept.pop()
    return kept


def made(found: Findings, draft: Draft) -> str:
    """The name of the type, and whom or what the act concerns if its words say so in a noun phrase."""
    kind = found.lexicon.reference.type.get(draft.act.type)
    name = kind.name if kind and draft.act.type != "other" else "Event"
    return ": ".join(part for part in (name, _object(found, draft)) if part)


def _object(found: Findings, draft: Draft) -> str:
    act = draft.act
    if draft.people:
        return draft.people[0].text
    spans = (act.subject, act.object) if act.passive else (act.object, act.subject)
    for span in spans if not act.guessed else spans[1:]:
        words = _noun(found, draft, span)
        if words:
            return words
    return ""


def _noun(found: Findings, draft: Draft, span: tuple[int, int]) -> str:
    """The first noun phrase of a span, if the span begins with one."""
    table = found.lexicon.compiled(Words.of)
    tokens = of_span(found, draft.act, span)
    while tokens and tokens[0].key in table.lists["leading"]:
        tokens = tokens[1:]
    stop = next((k for k in range(len(tokens)) if _stops(table, tokens, k)), len(tokens))
    kept = tokens[: min(stop, _LONGEST)]
    held = {word.key for word in kept}
    loose = not kept or kept[-1].key in table.lists["loose"] | table.lists["particle"] or stop > _LONGEST
    if loose or table.none(kept) or _bare(table, kept) or held & (table.lists["first-person"] | table.lists["object"]):
        return ""
    return text(found, kept)


def _bare(table: Words, kept: list[Word]) -> bool:
    """Whether the words are hardly a noun phrase: an adverb, a clock time, one word that names nothing."""
    first = kept[0].key
    if _verbal(table, first) or any(word.key in table.lists["clock"] for word in kept):
        return True
    return len(kept) == 1 and not (kept[0].name or first.endswith(tuple(table.lists["plural-end"])))


def _stops(table: Words, tokens: list[Word], k: int) -> bool:
    key = tokens[k].key
    opens = table.lists["preposition"] - table.lists["of"] | table.lists["pronoun"] | table.kinds["boundary"]
    return tokens[k].mark or key in opens | table.lists["joins"] or table.tensed(tokens, k)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
