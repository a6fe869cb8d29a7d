"""Every place that a document names, resolved where the text allows it, with what it is used for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from incidents.extract.place import chain, choose, phrase, span, unknown
from incidents.extract.place.span import Span
from incidents.extract.place.use import Uses, preposition
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention

_READ = frozenset({"paragraph", "heading"})


def annotate(document: Document, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The places of the paragraphs and headings, in the order of the text, none overlapping another."""
    names = lexicon.names(document.text)
    found = _readable(document, span.named(names, lexicon))
    found = choose.settled(document, chain.chained(document.text, found, lexicon), lexicon.gazetteer)
    found += _readable(document, unknown.find(names, found, lexicon))
    found += _readable(document, phrase.find(document, names, found, lexicon))
    uses = Uses(document, names, lexicon)
    starts = [sentence.start for sentence in document.sentences]
    return tuple(_mention(document, one, uses, _sentence(document, starts, one.start)) for one in _apart(found))


def _apart(found: Iterable[Span]) -> Iterator[Span]:
    """The spans in the order of the text; a unit word before a name gives way to the name that holds it."""
    end = 0
    for one in sorted(found, key=lambda one: one.name_start):
        if one.name_start >= end:
            yield one if one.start >= end else replace(one, start=one.name_start)
            end = one.end


def _readable(document: Document, spans: Iterable[Span]) -> list[Span]:
    starts = [block.start for block in document.blocks]
    return [one for one in spans if _block_kind(document, starts, one.start) in _READ]


def _block_kind(document: Document, starts: Sequence[int], position: int) -> str:
    k = bisect_right(starts, position) - 1
    return document.blocks[k].kind if k >= 0 and position < document.blocks[k].end else ""


def _sentence(document: Document, starts: Sequence[int], position: int) -> tuple[int, int]:
    k = bisect_right(starts, position) - 1
    if k >= 0 and position < document.sentences[k].end:
        return document.sentences[k].start, document.sentences[k].end
    return position, min(len(document.text), position + 200)


def _mention(document: Document, one: Span, uses: Uses, sentence: tuple[int, int]) -> PlaceMention:
    return PlaceMention(
        start=one.start,
        end=one.end,
        text=document.text[one.start : one.end],
        code=one.code,
        candidates=one.codes if len(one.codes) > 1 else (),
        use=uses.of(one, sentence),
        reason=one.reason or ("named" if one.codes else "no place of that name is known"),
        before=preposition(document.text, one.start, uses.context),
        anaphoric=one.anaphoric,
    )
