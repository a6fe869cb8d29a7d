"""The capital of a country that is named: "the DPRK capital", "Mongolia's capital"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Self

from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon


class Capitals(NamedTuple):
    """The capitals by country, and the words for one behind a country's name."""

    of_country: Mapping[str, str]
    words: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """From the rows `capital` of `place_context.csv`: names (`any`), words (`after`), what follows none."""
        context, gazetteer = lexicon.compiled(Context.of), lexicon.gazetteer
        codes = sorted(code for name in context.words("capital", "any") for code in gazetteer.codes(name))
        words, never = (_choice(context.words("capital", position)) for position in ("after", "never"))
        pattern = re.compile(rf"(?:['’]s)? (?:{words})\b(?!,? [A-Z]|[ -](?:{never})\b)")
        return cls({gazetteer.country(code): code for code in codes}, pattern)


def _choice(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def capitals(text: str, spans: Iterable[Span], lexicon: Lexicon) -> Iterator[Span]:
    """The spans, a country before the word for its capital as that capital."""
    rules = lexicon.compiled(Capitals.of)
    for span in spans:
        capital = rules.of_country.get(span.code or "")
        found = rules.words.match(text, span.end) if capital and span.code in rules.of_country else None
        if capital and found:
            reason = f"the capital of {text[span.name_start : span.name_end]}"
            yield span._replace(end=found.end(), codes=(capital,), adjective=False, reason=reason, anaphoric=True)
        else:
            yield span
