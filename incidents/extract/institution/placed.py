"""An institution named before that its place and a noun take up again: "the Usi office", "the Hyesan bureau"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from incidents.extract.institution.definite import main_words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention, PlaceMention
from incidents.model.reference import Institution

_ROOM = 8
"""The room for an article before a place."""


def find(
    document: Document, known: Sequence[InstitutionMention], places: Sequence[PlaceMention], lexicon: Lexicon
) -> Iterator[InstitutionMention]:
    """A mention for each place between an article and a noun by which one institution there was named before."""
    article, noun, heads = lexicon.compiled(_nouns)
    held, under = lexicon.institutions.institution, lexicon.gazetteer.under
    starts = [one.start for one in known]
    for place in places:
        after = noun.match(document.text, place.end)
        if not (place.code and after and article.search(document.text, max(0, place.start - _ROOM), place.start)):
            continue
        earlier = [one for one in known[: bisect_left(starts, place.start)] if one.code]
        there = {one.code: one for one in earlier if _is(one, heads[after[1]], place.code, held, under)}
        if len(there) == 1:
            [one] = there.values()
            text = document.text[place.start : after.end()]
            yield InstitutionMention(
                place.start, after.end(), text, one.code, (), _REASON, anaphoric=True, made=one.made
            )


def _is(
    one: InstitutionMention, head: str, place: str, held: Mapping[str, Institution], under: Callable[[str, str], bool]
) -> bool:
    institution = one.made or held[one.code or ""]
    return bool(institution.place) and under(institution.place, place) and head in main_words(institution.name)


def _nouns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """The article and the noun of the definite nouns without a default, and the word of names that each stands for."""
    rows = [row for row in lexicon.rows("institution_heads") if not row["default"]]
    pairs = {(row["words"].partition(" ")[0], row["words"].partition(" ")[2]): row["head"] for row in rows}
    articles = "|".join(sorted({re.escape(article) for article, _ in pairs})) or "(?!)"
    nouns = sorted({noun for _, noun in pairs}, key=len, reverse=True)
    after = "|".join(map(re.escape, nouns)) or "(?!)"
    return (
        re.compile(rf"\b(?:{articles}) $", re.IGNORECASE),
        re.compile(rf" ({after})\b"),
        {noun: head for (_, noun), head in pairs.items()},
    )


_REASON = "the one of that place named before"
