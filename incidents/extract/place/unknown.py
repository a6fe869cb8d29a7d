"""Names with a unit word that the gazetteer does not hold: "Ryongdok-ri", "the town of Xyz"."""

import re
from collections.abc import Iterator, Sequence

from incidents.extract.place.rules import Context, Units
from incidents.extract.place.span import Span
from incidents.lexicon.lexicon import Lexicon, Names

_NAME = r"[A-Z][a-z']{2,}(?:-[a-z]{2,})?"


def find(names: Names, known: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Spans without a code, where no known place stands."""
    text = names.words.text
    taken = [(one.start, one.end) for one in known]
    taken += [(hit.start, hit.end) for hit in names.institutions] + [(hit.start, hit.end) for hit in names.outlets]
    taken.sort()
    refused = lexicon.compiled(Context.of).words("no-name", "any")
    position = 0
    for found in lexicon.compiled(_pattern).finditer(text):
        name = found["after"] or found["suffixed"] or found["before"] or found["site"]
        while position < len(taken) and taken[position][1] <= found.start():
            position += 1
        if position < len(taken) and taken[position][0] < found.end():
            continue
        if name.lower() not in refused and name.lower() not in names.words.lower:
            yield Span(found.start(), found.end(), found.start(), found.end(), ())


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    units = lexicon.compiled(Units.of)
    never = lexicon.compiled(Context.of).words("no-name", "unit")
    after = [word for word, kinds in units.after.items() if kinds and word not in never]
    before = [word for word, kinds in units.before.items() if kinds]
    return re.compile(
        rf"\b(?:(?P<after>{_NAME}) (?i:{_choice(after)})\b(?! of\b)"
        rf"|(?P<suffixed>{_NAME})-(?:{_choice(units.suffix)})\b"
        rf"|(?:{_choice(before)}) of (?P<before>{_NAME})\b"
        rf"|(?P<site>{_NAME}) (?:{_choice([word.title() for word in units.new])})\b)"
    )


def _choice(words: object) -> str:
    listed = [str(word) for word in words] if isinstance(words, (list, dict)) else []
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word))) or "(?!)"
