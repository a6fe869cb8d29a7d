"""All that the annotators found in one document, by sentence: what assembly works on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

from incidents.extract.dateline import dateline
from incidents.extract.words import Word, words
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Act, Attribution, InstitutionMention, PeopleMention, PlaceMention
from incidents.model.proposal import Timex

Span = tuple[int, int]
_NEAR = 12
_REACH = 1500
_start = attrgetter("start")


class Placed(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Its first code point."""
        ...

    @property
    def end(self) -> int:
        """The one after its last."""
        ...


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True)
class Findings:
    """Each tuple in the order of the text; `attributions` has one for each sentence."""

    document: Document
    lexicon: Lexicon
    places: tuple[PlaceMention, ...] = ()
    institutions: tuple[InstitutionMention, ...] = ()
    people: tuple[PeopleMention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    acts: tuple[Act, ...] = ()

    def sentence(self, k: int) -> Span:
        """The span of the k-th sentence."""
        sentence = self.document.sentences[k]
        return sentence.start, sentence.end

    def around(self, act: Act) -> Span:
        """The act's sentence, as far as it can matter to the act: a sentence without end is not read as one."""
        start, end = self.sentence(act.sentence)
        return max(start, act.start - _REACH), min(end, act.end + _REACH)

    def words(self, k: int, span: Span) -> tuple[Word, ...]:
        """The words of a span; where it lies in the k-th sentence, that is cut into words but once for all its acts."""
        start, end = self.sentence(k)
        if not start <= span[0] <= span[1] <= end:
            return words(self.document.text, *span)
        whole = words(self.document.text, start, end)
        return whole[bisect_left(whole, span[0], key=_start) : bisect_left(whole, span[1], key=_start)]

    def acts_of(self, k: int) -> list[Act]:
        """The acts of the k-th sentence."""
        return self._acts.get(k, [])

    def paragraph(self, k: int) -> range:
        """The sentences of the paragraph of the k-th sentence, those near it."""
        first, last = self._paragraphs[self.document.sentences[k].block]
        return range(max(first, k - _NEAR), min(last + 1, k + _NEAR + 1))

    def paragraphs_before(self, k: int, count: int) -> range:
        """The last sentences of up to `count` paragraphs before that of the k-th sentence."""
        first = self._paragraphs[self.document.sentences[k].block][0]
        begin = first
        for _ in range(count):
            if begin > 0:
                begin = self._paragraphs[self.document.sentences[begin - 1].block][0]
        return range(max(begin, first - _NEAR), first)

    @cached_property
    def _acts(self) -> dict[int, list[Act]]:
        grouped: dict[int, list[Act]] = {}
        for act in self.acts:
            grouped.setdefault(act.sentence, []).append(act)
        return grouped

    @cached_property
    def _paragraphs(self) -> dict[int, Span]:
        """By block, its first and last sentence."""
        spans: dict[int, Span] = {}
        for k, sentence in enumerate(self.document.sentences):
            spans[sentence.block] = (spans.get(sentence.block, (k, k))[0], k)
        return spans

    def sentence_at(self, position: int) -> int | None:
        """The sentence that holds a position of the text."""
        k = bisect_right(self._sentence_starts, position) - 1
        return k if k >= 0 and position < self.document.sentences[k].end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.document.sentences]

    def told(self, k: int) -> list[Span]:
        """The words of the k-th sentence that say who told it, and when and where: its cue and its dateline."""
        if k not in self._told:
            found = self.attributions[k] if k < len(self.attributions) else None
            spans = [(found.start, found.end)] if found and found.end else []
            line = dateline(self.document, k, self.lexicon)
            self._told[k] = [line, *spans] if line else spans
        return self._told[k]

    @cached_property
    def _told(self) -> dict[int, list[Span]]:
        """By sentence, for each of its acts asks anew."""
        return {}

    def outside(self, act: Act) -> list[Span]:
        """What stands in an act's sentence but is no part of it: who told it (unless that is the act), an aside."""
        told = [span for span in self.told(act.sentence) if not span[0] <= act.start < span[1]]
        return [*told, act.aside]

    def further(self, act: Act) -> list[Span]:
        """The clauses of other acts that begin after this act's words, inside its clause: what they name is theirs."""
        first, last = act.clause
        clauses = [other.clause for other in self.acts_of(act.sentence)]
        return [clause for clause in clauses if first < clause[0] and act.end <= clause[0] and clause[1] <= last]

    def places_in(self, span: Span, but: Sequence[Span] = ()) -> list[PlaceMention]:
        """The places inside a span, without those inside one of `but`."""
        return _inside(self.places, self._starts["places"], span, but)

    def ahead(self, act: Act) -> list[PlaceMention]:
        """The places that only stand before an act's clause in its sentence: "In Hyesan, traders were …"."""
        others = [other.clause for other in self.acts_of(act.sentence)]
        first = (self.around(act)[0], act.clause[0])
        return self.places_in(first, [*self.outside(act), *others])

    def institutions_in(self, span: Span, but: Sequence[Span] = ()) -> list[InstitutionMention]:
        """The institutions inside a span."""
        return _inside(self.institutions, self._starts["institutions"], span, but)

    def people_in(self, span: Span, but: Sequence[Span] = ()) -> list[PeopleMention]:
        """The counts of people inside a span."""
        return _inside(self.people, self._starts["people"], span, but)

    def timexes_in(self, span: Span, but: Sequence[Span] = ()) -> list[Timex]:
        """The time expressions inside a span."""
        return _inside(self.timexes, self._starts["timexes"], span, but)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        tables: dict[str, tuple[Placed, ...]] = {
            "places": self.places,
            "institutions": self.institutions,
            "people": self.people,
            "timexes": self.timexes,
        }
        return {name: [one.start for one in found] for name, found in tables.items()}


def _inside(found: Sequence[T], starts: Sequence[int], span: Span, but: Sequence[Span]) -> list[T]:
    first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    return [one for one in found[first:last] if not any(a <= one.start < b for a, b in but)]
