"""A number alone that stands for the numbered place which is there or was named: 개천의 14호, 25호에서."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from incidents.extract.phrases import alternatives
from incidents.lexicon.gazetteer import Gazetteer
from incidents.lexicon.hangul import Hangul, Written
from incidents.lexicon.lexicon import Lexicon

_Rules = tuple[re.Pattern[str], Mapping[str, Sequence[str]], tuple[str, ...], re.Pattern[str]]
"""A number with its word, the places by it (14호: 14호 관리소), how a place before it ends, what no noun ends with."""
_WIDE = 8
"""Characters before a number that tell whether it belongs to a noun: 태풍 14호."""
_PARTICLES = frozenset({"topic", "in", "at", "from"})


def find(text: str, found: Sequence[Written], lexicon: Lexicon, hangul: Hangul) -> Iterator[Written]:
    """The numbers alone among the names `found`; each is the only one of that number in the place before it.

    Else it is the one that was named in full before, where endings say that no noun is beside it.
    """
    pattern, numbered, genitives, after = lexicon.compiled(_rules)
    places = [one for one in found if one.sort == "place"]
    taken = {one.start for one in found}
    ends = {one.end + len(word): one for one in places for word in genitives if text.startswith(word, one.end)}
    for at in pattern.finditer(text):
        ending = hangul.ending(text, at.end())
        if ending is None or at.start() in taken:
            continue
        codes = _in_it(numbered.get(at[0], ()), ends.get(at.start()), lexicon.gazetteer)
        if not codes and ending.kind and after.match(text, max(0, at.start() - _WIDE), at.start()):
            codes = _told(at, numbered.get(at[0], ()), places)
        if len(codes) == 1:
            yield Written(at.start(), at.end(), 0, 0, ((codes[0], "alias"),), "place", at.end(), "", ending.kind)


def _in_it(codes: Sequence[str], holder: Written | None, gazetteer: Gazetteer) -> Sequence[str]:
    above = [up for up, _ in holder.found] if holder else ()
    return [code for code in codes if any(gazetteer.under(code, up) for up in above)]


def _told(at: re.Match[str], codes: Sequence[str], places: Sequence[Written]) -> Sequence[str]:
    before = {code for one in places if one.end < at.start() for code, _ in one.found}
    return [code for code in codes if code in before]


def _rules(lexicon: Lexicon) -> _Rules:
    closing = alternatives({row["word"] for row in lexicon.rows("name_words") if row["class"] == "after-number"})
    number = re.compile(rf"(?<![^\s(])\d{{1,4}}{closing}")
    numbered = defaultdict[str, list[str]](list)
    for place in lexicon.reference.places:
        for name in place.names:
            found = number.match(name.text)
            if found and name.text.startswith(" ", found.end()):
                numbered[found[0]].append(place.code)
    endings = lexicon.rows("name_endings")
    genitives = tuple(f"{row['words']} " for row in endings if row["class"] == "of")
    particles = alternatives({row["words"] for row in endings if row["class"] in _PARTICLES})
    after = re.compile(rf"(?s:.*)(?:[.,?!\"”(\n]\s*|{particles} )\Z|\Z")
    return number, {word: sorted(set(codes)) for word, codes in numbered.items()}, genitives, after
