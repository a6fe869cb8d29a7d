"""Names said in full before and then by their end: "the State Emergency Headquarters … the emergency headquarters"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from incidents.lexicon.lexicon import Lexicon, Names
from incidents.lexicon.words import Words
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention

_SHORTEST, _LONGEST = 2, 6
"""Words of a name's end: one alone is a definite noun's affair, and nobody repeats more."""


def find(
    document: Document,
    names: Names,
    known: Sequence[InstitutionMention],
    places: Sequence[PlaceMention],
    lexicon: Lexicon,
) -> Iterator[InstitutionMention]:
    """A mention for each definite end of a name that stands before it, if only one institution's name ends so.

    Of "cement factory in Sariwon" the end is what stands before "in"; that of "the Russian defense ministry" says
    nothing, because every country has one.
    """
    words, rules = names.words, lexicon.compiled(_uses)
    adjectives = {place.end for place in places if place.use == "adjective"}
    ends = _ends(words, known, rules["linking"], adjectives)
    for k, key in enumerate(words.keys[:-_SHORTEST]):
        last = _last(words, k, ends) if ends and key in rules["definite"] else 0
        if last and _next(words, last) not in rules["linking"]:
            said = [one for one in ends[_keys(words, k + 1, last)] if one.end <= words.starts[k]]
            if said and len({one.code for one in said}) == 1:
                yield _mention(document.text, words.starts[k + 1], _end(words, last), said[-1])


def _ends(
    words: Words, known: Sequence[InstitutionMention], linking: frozenset[str], adjectives: set[int]
) -> dict[tuple[str, ...], list[InstitutionMention]]:
    """The mentions by each end of what they are called without what is linked on; the whole of that only then."""
    found: dict[tuple[str, ...], list[InstitutionMention]] = defaultdict(list)
    for one in known:
        first, last = bisect_left(words.starts, one.start), bisect_left(words.starts, one.end) - 1
        link = next((k for k in range(first, last + 1) if words.keys[k] in linking), 0)
        own = next((k + 1 for k in range(first, last) if words.ends[k] in adjectives), first)
        begin, last = (own, link - 1) if link else (own + 1, last)
        for start in range(max(begin, last + 1 - _LONGEST), last + 2 - _SHORTEST):
            if one.code and not one.anaphoric:
                found[_keys(words, start, last)].append(one)
    return found


def _last(words: Words, k: int, ends: dict[tuple[str, ...], list[InstitutionMention]]) -> int:
    """The last word of the longest end of a name that begins behind the word `k`; 0 if none does."""
    found, last = 0, k
    while last + 1 < len(words.keys) and last - k < _LONGEST and words.close(last):
        last += 1
        if last - k >= _SHORTEST and _keys(words, k + 1, last) in ends:
            found = last
    return found


def _keys(words: Words, first: int, last: int) -> tuple[str, ...]:
    return (*words.keys[first:last], words.bare.get(last, (words.keys[last], 0))[0])


def _end(words: Words, last: int) -> int:
    return words.bare.get(last, ("", words.ends[last]))[1]


def _next(words: Words, last: int) -> str:
    return words.keys[last + 1] if last + 1 < len(words.keys) and words.close(last) else ""


def _mention(text: str, start: int, end: int, said: InstitutionMention) -> InstitutionMention:
    reason = f"“{said.text}” before, in short"
    return InstitutionMention(start, end, text[start:end], said.code, (), reason, anaphoric=True, made=said.made)


def _uses(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    rows = lexicon.rows("institution_offices")
    return {use: frozenset(row["words"] for row in rows if row["use"] == use) for use in ("definite", "linking")}
