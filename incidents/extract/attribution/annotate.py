"""Each sentence's source: its own cue, else that of its quotation or paragraph, else the one that tells the report."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from incidents.extract.attribution.public import Words
from incidents.extract.attribution.relay import relays
from incidents.extract.attribution.sources import Source, Sources, anonymous
from incidents.extract.attribution.speaker import Reader
from incidents.extract.quotation import quotations
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Attribution, PlaceMention
from incidents.model.proposal import Timex
from incidents.model.when import When

if TYPE_CHECKING:
    from incidents.extract.attribution.marked import Marked

_DEFAULT = {"state-media": "state-media", "ngo": "organization", "un": "organization", "government": "government"}
_MOSTLY = 0.5
_NEAR = 12
_FIRST = 2
_DOCUMENTS = frozenset({"document", "defector"})
"""A report that begins with what a paper or one who left tells goes on with it."""


def annotate(
    document: Document, lexicon: Lexicon, places: Sequence[PlaceMention] = (), timexes: Sequence[Timex] = ()
) -> tuple[Attribution, ...]:
    """One attribution for each sentence of the document, in their order.

    `timexes` are those of the document against its publication date: they tell on which day a source spoke.
    """
    return _Teller(document, lexicon, places, timexes).attributions()


class _Line(NamedTuple):
    """One sentence with its cue and the source that the cue names."""

    cue: tuple[int, int] | None
    source: Source | None
    origin: str | None
    quoted: bool
    words: str = ""
    said_on: str | None = None
    """When someone spoke who is no known kind of source."""
    time: When | None = None


def _reader(lexicon: Lexicon) -> "type[Marked | Reader]":
    """Who finds the words that tell the sources: by particles, or by the order of words."""
    if not lexicon.rows("attribution_marks"):
        return Reader
    from incidents.extract.attribution.marked import Marked  # noqa: PLC0415  most languages need none of it

    return Marked


class _Teller:
    """Goes through the report once to meet its sources, then gives each sentence its own."""

    def __init__(
        self, document: Document, lexicon: Lexicon, places: Sequence[PlaceMention], timexes: Sequence[Timex]
    ) -> None:
        self.document, self.lexicon = document, lexicon
        self.words = lexicon.compiled(Words.of)
        self.reader = _reader(lexicon)(document, lexicon, places, timexes)
        self.sources = Sources()
        self.last: list[Source | None] = [None]
        """By sentence, the source that spoke last before it."""
        self.relays = relays(document, lexicon)
        self.quotes = quotations(document)
        self.opened = [start for start, _ in self.quotes]

    def attributions(self) -> tuple[Attribution, ...]:
        lines = [self._line(k) for k in range(len(self.document.sentences))]
        teller = anonymous(self.sources.known)
        for line in lines[:-1]:
            self.last.append(line.source or self.last[-1])
        return tuple(self._told(k, lines, teller) for k in range(len(lines)))

    def _line(self, k: int) -> _Line:
        sentence = self.document.sentences[k]
        quoted = self._quoted(sentence.start, sentence.end)
        origin = self._relay(sentence.start)
        told = self.reader.read(sentence.start, sentence.end, origin)
        if told is None:
            return _Line(None, None, origin, quoted)
        span, mention, said_on, outlet, spoken, time = told
        if mention is None:
            return _Line(span, None, outlet or origin, quoted, spoken, said_on, time)
        source = self.sources.meet(mention)
        if source is None:
            return _Line(span if time else None, None, origin, quoted, spoken, said_on, time)
        how = spoken or (self.document.text[slice(*span)] if span else "")
        if time:
            source.spoke(k, said_on, how, time)
        source.words = source.words or how
        source.place = source.place or mention.place
        return _Line(span, source, mention.origin or source.origin or origin, quoted, spoken)

    def _quoted(self, start: int, end: int) -> bool:
        first = max(0, bisect_left(self.opened, start) - 1)
        last = bisect_left(self.opened, end)
        inside = sum(max(0, min(end, b) - max(start, a)) for a, b in self.quotes[first:last])
        return inside > _MOSTLY * (end - start)

    def _relay(self, position: int) -> str | None:
        return next((code for start, end, code in self.relays if start <= position < end), None)

    def _told(self, k: int, lines: list[_Line], teller: Source | None) -> Attribution:
        line = lines[k]
        on_a_day = When.of(line.said_on).precision == "day"  # whoever speaks on a day speaks for himself
        own = on_a_day or self._public(k, line)
        source, at = (line.source, k) if line.source or own else self._borrowed(k, lines, teller)
        base = Attribution(sentence=k, quoted=line.quoted)
        if line.cue:
            start, end = line.cue
            base = base._replace(start=start, end=end, words=line.words or self.document.text[start:end])
        return self._filled(base, line, source, at)

    def _public(self, k: int, line: _Line) -> bool:
        sentence = self.document.sentences[k]
        return not line.quoted and self.words.public.match(self.document.text, sentence.start, sentence.end) is not None

    def _borrowed(self, k: int, lines: list[_Line], teller: Source | None) -> tuple[Source | None, int]:
        """The source of a sentence without a cue, and the sentence that tells when it spoke."""
        source = self._lent(k, lines, teller)
        before = any(lines[j].source is source for j in self._beside(k) if j < k)
        after = next((j for j in self._beside(k) if j > k and lines[j].source is source), k)
        return source, after if lines[k].quoted and not before else k

    def _beside(self, k: int) -> list[int]:
        """The sentences of its paragraph that are not far off."""
        sentences = self.document.sentences
        near = range(max(0, k - _NEAR), min(len(sentences), k + _NEAR))
        return [j for j in near if sentences[j].block == sentences[k].block]

    def _lent(self, k: int, lines: list[_Line], teller: Source | None) -> Source | None:
        line, block = lines[k], self._beside(k)
        inherited = self.last[k]
        own = inherited is not None and (_tells(inherited, self.document.outlet) or self._leads(inherited, lines))
        if line.quoted:
            before = next((lines[j].source for j in reversed(block) if j < k and lines[j].source), None)
            after = next((lines[j].source for j in block if j > k and lines[j].source), None)
            related = inherited is not None and line.origin is not None and line.origin == inherited.origin
            return before or after or (inherited if own or related else None)
        if line.origin and line.origin != self.document.outlet:
            return None
        if inherited and inherited.type == "imagery" and self._reads_images(k):
            return inherited
        if own or (inherited and any(lines[j].source is inherited for j in block if j < k)):
            return inherited
        return teller if teller and _tells(teller, self.document.outlet) and inherited is None else None

    def _leads(self, source: Source, lines: list[_Line]) -> bool:
        """Whether it is a paper, or one who left, with whom the report begins."""
        first = next((line.source for line in lines[:_FIRST] if line.source), None)
        return source is first and source.type in _DOCUMENTS

    def _reads_images(self, k: int) -> bool:
        """Whether the paragraph, or the one before, speaks of images."""
        here = self.document.sentences[k].block
        near = [b for b in self.document.blocks[max(0, here - 1) : here + 1] if b.kind == "paragraph"]
        return any(self.words.images.search(self.document.text, b.start, b.end) for b in near)

    def _filled(self, base: Attribution, line: _Line, source: Source | None, at: int) -> Attribution:
        origin = line.origin or (source.origin if source else None) or self.document.outlet
        if source is None:
            kind = self._own(origin)
            return base._replace(source="outlet", source_type=kind, origin=origin, said_on=line.said_on, time=line.time)
        said_on, words, time = source.told(at)
        return base._replace(
            source=source.handle,
            source_type=source.type,
            plural=source.plural,
            place=source.place,
            said_on=said_on,
            time=time,
            origin=origin,
            words=base.words or words,
        )

    def _own(self, origin: str | None) -> str:
        """The source type of an outlet's own word: that of its kind; relayed by another outlet it is `media`."""
        outlet = self.lexicon.outlets.get(origin)
        if outlet and outlet.kind in _DEFAULT:
            return _DEFAULT[outlet.kind]
        return "media" if origin and origin != self.document.outlet else "outlet"


_ANONYMOUS = frozenset({"resident", "official", "inside", "overseas"})


def _tells(source: Source, outlet: str | None) -> bool:
    """Whether the report is this outlet's own, told by this source: what stands between is told by it as well."""
    return source.type in _ANONYMOUS and source.origin in (None, outlet)
