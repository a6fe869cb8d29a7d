"""Names with their unit written on, as romanized Korean has them: "Yanggangdo", "Hyesanshi"."""

import re
from collections.abc import Iterator

from incidents.extract.phrases import alternatives
from incidents.extract.place.rules import Units
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon, Names


def find(names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """A span for each such word that is no name itself, if the rest of it is that of a place of that kind."""
    text, units, gazetteer = names.words.text, lexicon.compiled(Units.of).suffix, lexicon.gazetteer
    taken = {position for hit in (*names.places, *names.institutions) for position in range(hit.start, hit.end)}
    for found in lexicon.compiled(_pattern).finditer(text):
        kinds = units[found["unit"]]
        codes = tuple(sorted(c for c in gazetteer.codes(found["name"]) if gazetteer.place[c].kind in kinds))
        if codes and found.start() not in taken:
            yield Span(*found.span(), *found.span("name"), codes, unit=kinds)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    units = alternatives(lexicon.compiled(Units.of).suffix)
    return re.compile(rf"\b(?P<name>[A-Z][a-z']{{3,}}?)(?P<unit>{units})\b")
