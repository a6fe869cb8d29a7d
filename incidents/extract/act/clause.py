"""The clause that a trigger stands in: where it begins, its subject and its object, as indexes of words."""

from incidents.extract.act.tables import Kinds, ends
from incidents.extract.words import Word

Range = tuple[int, int]
_HARD = frozenset(";:—–-()[].!?") | {"--"}
_BEFORE = _HARD - {"["}
_LONGEST = 80
"""A clause has no more words before its verb, and none more after it."""
_PARENTHESIS = 24
_NEAR = 4
_PHRASE = 6


def begin(tokens: tuple[Word, ...], head: int, kinds: Kinds, closed: frozenset[int]) -> int:
    """The first word of the clause: after the nearest mark, subordinator or attribution before `head`.

    `closed` are the indexes of words of attributions. A comma right before the verb closes a parenthesis, which is
    skipped.
    """
    k, farthest, boundary = head, max(0, head - _LONGEST), kinds["boundary"]
    while k > farthest:
        before = tokens[k - 1]
        if before.key == ")" and k > 3 and tokens[k - 3].key == "(" and tokens[k - 2].name:
            k -= 3
            continue
        if before.key == "]":
            k = _gloss(tokens, k - 1)
            continue
        if k - 1 in closed or before.key in _BEFORE:
            break
        if before.key == ",":
            jump = _parenthesis(tokens, k - 1, head, kinds)
            if jump is None:
                break
            k = jump
            continue
        if before.key in boundary and not _inside(tokens, k - 1, kinds):
            break
        k -= 1
    return _after_phrase(tokens, k, head, kinds)


def _gloss(tokens: tuple[Word, ...], close: int) -> int:
    """Past a long gloss in brackets, "MPS [the police force, …] agents"; a short one, "[The party]", is read."""
    for k in range(close - 1, max(-1, close - _PARENTHESIS), -1):
        if tokens[k].key == "[":
            return k if close - k > _NEAR else close
    return close


def _after_phrase(tokens: tuple[Word, ...], k: int, head: int, kinds: Kinds) -> int:
    """Past "After the trial" with no comma: where a second article begins the subject."""
    if k == 0 or tokens[k - 1].key not in kinds["temporal"] or (k > 1 and not tokens[k - 2].mark):
        return k
    articles = [j for j in range(k, min(head, k + _PHRASE)) if tokens[j].key in kinds["article"] or tokens[j].name]
    second = [j for j in articles if j > k + 1 and tokens[j - 1].key not in kinds["within-phrase"]]
    return second[0] if len(articles) > 1 and second and tokens[k].key in kinds["article"] else k


def _inside(tokens: tuple[Word, ...], k: int, kinds: Kinds) -> bool:
    """Whether a word that often opens a clause only opens a phrase here, as "that" does before a time."""
    if tokens[k].key in kinds["that"]:
        follows = tokens[k + 1].key if k + 1 < len(tokens) else ""
        return follows in kinds["that-time"] or (k > 0 and tokens[k - 1].key in kinds["that-after"])
    return tokens[k].key in kinds["phrase-opener"]


def _parenthesis(tokens: tuple[Word, ...], comma: int, head: int, kinds: Kinds) -> int | None:
    """Where ", who …," or ", the …," before a verb began; None if the comma parts clauses or items."""
    between = [word.key for word in tokens[comma + 1 : head]]
    helpers = kinds["be"] | kinds["have"] | kinds["modal"] | kinds["future"] | kinds["would"] | kinds["adverb"]
    joined = bool(between) and between[-1] in kinds["and"]
    directly = all(key in helpers or ends(key, kinds, "adverb-end") for key in between) or joined
    if head - comma > _NEAR:
        return None
    for k in range(comma - 1, max(0, comma - _PARENTHESIS), -1):
        if tokens[k].key in _HARD:
            return None
        if tokens[k].key == ",":
            follows = tokens[k + 1].key
            opens = kinds["relative"] | kinds["article"] | kinds["including"]
            return k if follows in opens or directly else None
    return None


def finish(tokens: tuple[Word, ...], last: int, kinds: Kinds, closed: frozenset[int], *, noun: bool = False) -> int:
    """The index after the clause's last word: before the next hard mark, attribution or new subordinate clause.

    What a noun is said of ends at "that" and "who" too; a verb may have a clause as its object.
    """
    longest = min(len(tokens), last + _LONGEST)
    stops = kinds["temporal"] | kinds["conjunction"] | _HARD
    for k in range(last, longest):
        key = tokens[k].key
        if k in closed or key in stops:
            return k
        if noun and key in kinds["relative"]:
            return k
        if key == "," and k + 1 < len(tokens) and (k + 1 in closed or tokens[k + 1].key in kinds["relative"]):
            return k
    return longest


def subject(tokens: tuple[Word, ...], start: int, first: int, kinds: Kinds) -> Range:
    """The words before the verb group; where it is a relative clause, the noun before the pronoun."""
    if start < first:
        return start, first
    if start > 0 and tokens[start - 1].key in kinds["relative"]:
        k = start - 1
        while k > 0 and not tokens[k - 1].mark and tokens[k - 1].key not in kinds["boundary"] and start - k < 10:
            k -= 1
        return k, start - 1
    return start, start


def aside(tokens: tuple[Word, ...], start: int, last: int, kinds: Kinds) -> Range:
    """The words of ", who …," between a subject and its verb; an empty range if there is none."""
    for k in range(start, last - 1):
        if tokens[k].key == "," and tokens[k + 1].key in kinds["relative"] | kinds["where"]:
            end = next((j for j in range(k + 2, last) if tokens[j].key == ","), None)
            return (k + 1, end) if end is not None else (k, k)
    return start, start
