"""Names of places in the text, each with the unit word that belongs to it and the places that it can be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from incidents.extract.place.rules import Context, Kinds, Shapes, Units
from incidents.lexicon.lexicon import Lexicon, Names

_AFTER = re.compile(r"[ -]([A-Za-z][a-z]+(?:['’](?= ))?)(?:[ -]([A-Za-z]+))?(?:[ -]([a-z]+))?")
_OF_NAME = re.compile(r" of (?:the )?(?=[A-Z])")
_ROOM = 48
_THE = re.compile(r"\b[Tt]he (?:[a-z]+ )?$")
_NOUN = re.compile(r"[ -]([A-Za-z]+)")
_RIVERS = frozenset({"river"})
_FOLLOWING = (
    ("preposition", "before"), ("scene", "before"), ("listing", "between"), ("follows", "after"), ("verb", "after"),
    ("within", "between"),
)  # fmt: skip
"""Uses of words before which a name with an article is complete."""
Begins = Mapping[int, Sequence[str]]
_SMALL = frozenset({"settlement", "site"})
_SEAT = "town"
"""The town where a county has its seat bears the county's name: "Onchon-up"."""


class Span(NamedTuple):
    """A name with its unit words; `codes` are the places that it can be. `unit` is what kind the words call it."""

    start: int
    end: int
    name_start: int
    name_end: int
    codes: tuple[str, ...]
    adjective: bool = False
    unit: Kinds = frozenset()
    reason: str = ""
    anaphoric: bool = False

    @property
    def code(self) -> str | None:
        """The place, if it can be only one."""
        return self.codes[0] if len(self.codes) == 1 else None


def named(names: Names, lexicon: Lexicon) -> Iterator[Span]:
    """A span for each place name of the text, in their order."""
    units = lexicon.compiled(Units.of)
    text = names.words.text
    begins = {hit.start: [code for code, _ in hit.found] for hit in names.places}
    for hit in names.places:
        codes = tuple(sorted({code for code, _ in hit.found}))
        span = Span(hit.start, hit.end, hit.start, hit.end, codes, all(kind == "adjective" for _, kind in hit.found))
        river = _river(text, span, lexicon)
        yield span if span.adjective else river or with_unit(text, span, units, lexicon, begins)


def _river(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The river of that name, where an article stands before the name and no noun after it: "across the Tumen"."""
    context, units = lexicon.compiled(Context.of), lexicon.compiled(Units.of)
    if not _THE.search(text, max(0, span.start - _ROOM), span.start):
        return None
    after = _NOUN.match(text, span.end)
    if after and not any(after[1] in context.words(*use) for use in _FOLLOWING):
        return None
    name = text[span.start : span.end]
    for word in (word for word, kinds in units.site.items() if kinds == _RIVERS):
        codes = tuple(
            c for c in lexicon.gazetteer.codes(f"{name} {word}") if lexicon.gazetteer.place[c].kind in _RIVERS
        )
        if codes:
            return span._replace(codes=codes)
    return None


def with_unit(text: str, span: Span, units: Units, lexicon: Lexicon, begins: Begins) -> Span:
    """The span with the unit word before or after it, and only the places of that kind if there are any.

    No place is left where the word says a village or a quarter and every place of that name is a larger unit.
    `begins`: offset at which a name begins -> the places that it can be.
    """
    after = _site(text, span, units, lexicon) or _unit_after(text, span, units, lexicon, begins)
    found = after or _unit_before(text, span, units, lexicon.compiled(Shapes.of).before)
    if not found or not found.unit:
        return found or span
    places = lexicon.gazetteer.place
    fitting = tuple(code for code in found.codes if places[code].kind in found.unit)
    if fitting:
        return found._replace(codes=fitting)
    if _smaller(found, units, lexicon):
        return found._replace(codes=(), reason=f"the place of that name that is known is no {_said(text, found)}")
    return after or span


def _smaller(found: Span, units: Units, lexicon: Lexicon) -> bool:
    """Whether the unit word says a place below every one of that name; a county's seat may bear the county's name."""
    small = found.unit <= units.small and _SEAT not in found.unit
    return small and all(lexicon.gazetteer.place[code].level not in _SMALL for code in found.codes)


def _said(text: str, span: Span) -> str:
    return (text[span.start : span.name_start] + text[span.name_end : span.end]).strip(" -").split(" of")[0]


def _site(text: str, span: Span, units: Units, lexicon: Lexicon) -> Span | None:
    """A site of that name ("Posong station"), if the gazetteer has one."""
    for words, end in _following(text, span.name_end):
        if words in units.site:
            codes = lexicon.gazetteer.codes(text[span.name_start : end])
            below = tuple(c for c in codes if any(lexicon.gazetteer.under(c, above) for above in span.codes)) or codes
            if below:
                return span._replace(end=end, codes=below, unit=units.site[words])
    return None


def _unit_after(text: str, span: Span, units: Units, lexicon: Lexicon, begins: Begins) -> Span | None:
    for words, end in _following(text, span.name_end):
        kinds = units.after.get(words)
        if kinds is None and text[span.name_end] == "-":
            kinds = units.suffix.get(words)
        if kinds is not None:
            return span._replace(end=end, unit=kinds) if _owns(text, span, end, lexicon, begins) else None
    return None


def _owns(text: str, span: Span, end: int, lexicon: Lexicon, begins: Begins) -> bool:
    """Whether the unit word that ends there is the span's: not in "Pyongyang district of Sadong"."""
    of = _OF_NAME.match(text, end)
    if not of:
        return True
    larger = begins.get(of.end(), ())
    return any(lexicon.gazetteer.under(code, above) for code in span.codes for above in larger)


def _following(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The next three, two and one words after a name in lower case, with their end."""
    found = _AFTER.match(text, end)
    if found:
        for last in (3, 2, 1):
            if found[last]:
                yield text[end + 1 : found.end(last)].lower().replace("’", "'"), found.end(last)


def _unit_before(text: str, span: Span, units: Units, before: re.Pattern[str]) -> Span | None:
    """A unit word before the name: "the northern city of Hoeryong"."""
    found = before.search(text, max(0, span.name_start - _ROOM), span.name_start)
    kinds = units.before.get(found[1].lower()) if found else None
    return span._replace(start=found.start(), unit=kinds) if found and kinds is not None else None
