"""Every place that a document names, resolved where the text allows it, with what it is used for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from incidents.extract.place import capital, chain, choose, listing, phrase, span, unknown, written_on
from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.extract.place.use import Uses, preposition
from incidents.lexicon.lexicon import Lexicon, Names
from incidents.model.document import Document
from incidents.model.finding import PlaceMention

_READ = frozenset({"paragraph", "heading"})
_LONG = 200
"""So much of the text after a name that stands in no sentence is looked at."""


def annotate(document: Document, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The places of the paragraphs and headings, in the order of the text, none overlapping another."""
    names, reader = lexicon.names(document.text), _Reader(document, lexicon)
    found = reader.named(names)
    known = listing.alike(document.text, [reader.mention(one) for one in found], lexicon.compiled(Context.of))
    phrases = _apart(reader.readable(phrase.find(document, names, known, lexicon)))
    return tuple(sorted([*known, *map(reader.mention, phrases)], key=lambda one: one.start))


def _apart(found: Iterable[Span]) -> Iterator[Span]:
    """The spans in the order of the text; a unit word before a name gives way to the name that holds it."""
    end = 0
    for one in sorted(found, key=lambda one: one.name_start):
        if one.name_start >= end:
            yield one if one.start >= end else one._replace(start=one.name_start)
            end = one.end


class _Reader:
    """Makes spans and mentions of one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.uses = Uses(document, lexicon.names(document.text), lexicon)
        self.blocks = [block.start for block in document.blocks]
        self.sentences = [sentence.start for sentence in document.sentences]

    def named(self, names: Names) -> list[Span]:
        """The names: chained, settled where that can be, with those that have a unit word and are not known."""
        text, lexicon, context = self.document.text, self.lexicon, self.lexicon.compiled(Context.of)
        spans = sorted([*span.named(names, lexicon), *written_on.find(names, lexicon)], key=lambda one: one.start)
        listed = listing.halves(text, self.readable(spans), context, lexicon.gazetteer)
        found = chain.chained(text, [*capital.capitals(text, listed, lexicon)], lexicon)
        found = listing.of_one_kind(text, found, context, lexicon.gazetteer)
        found = choose.settled(self.document, found, lexicon.gazetteer)
        return list(_apart([*found, *self.readable(unknown.find(names, found, lexicon))]))

    def readable(self, spans: Iterable[Span]) -> list[Span]:
        """Those in paragraphs and headings."""
        return [one for one in spans if self._block(one.start) in _READ]

    def _block(self, position: int) -> str:
        k = bisect_right(self.blocks, position) - 1
        block = self.document.blocks[k] if k >= 0 else None
        return block.kind if block and position < block.end else ""

    def _sentence(self, position: int) -> tuple[int, int]:
        k = bisect_right(self.sentences, position) - 1
        if k >= 0 and position < self.document.sentences[k].end:
            return self.document.sentences[k].start, self.document.sentences[k].end
        return position, min(len(self.document.text), position + _LONG)

    def mention(self, one: Span) -> PlaceMention:
        """The span as what annotators after this one read."""
        return PlaceMention(
            start=one.start,
            end=one.end,
            text=self.document.text[one.start : one.end],
            code=one.code,
            candidates=one.codes if len(one.codes) > 1 else (),
            use=self.uses.of(one, self._sentence(one.start)),
            reason=one.reason or ("named" if one.codes else "no place of that name is known"),
            before=preposition(self.document.text, one.start, self.uses.context),
            anaphoric=one.anaphoric,
        )
