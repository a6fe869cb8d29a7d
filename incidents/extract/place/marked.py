"""Every place that a document names in a script that writes units and endings onto names: 양강도 혜산시에서.

A language with `name_endings.csv` is read here. The larger place stands first, and what a name is used for is told by
its ending and by what follows it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.extract.dateline import datelines
from incidents.extract.place import choose, marked_numbers
from incidents.extract.place.marked_use import Uses
from incidents.extract.place.phrase import HOME
from incidents.extract.place.rules import Context
from incidents.extract.place.span import Span
from incidents.lexicon.hangul import SIGNS, Hangul, Written
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import Attribution, PlaceMention

_READ = frozenset({"paragraph", "heading"})
_LISTED = re.compile(r"(?:·|, ?| 및 | ?/ ?)")
_NEAR = 8
"""Characters between a place and one that lies in it, at most."""
_AND = 3
"""Characters of an ending that lists and the space after it: 과, 이나."""
_WITHIN = re.compile(r" ?")
_ANONYMOUS = frozenset({"resident", "inside", "official", "overseas", "defector"})


def annotate(document: Document, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """The places of the paragraphs and headings, in the order of the text, none overlapping another."""
    hangul = lexicon.hangul
    if hangul is None:
        return ()
    written = hangul.find(document.text)
    numbers = marked_numbers.find(document.text, written, lexicon, hangul)
    found = [one for one in sorted((*written, *numbers), key=lambda one: one.start) if readable(document, one.start)]
    named = _Reader(document.text, lexicon, hangul).spans(found)
    settled = choose.settled(document, [one.span for one in named], lexicon.gazetteer)
    uses = Uses(document, lexicon, datelines(document, lexicon))
    return tuple(
        PlaceMention(
            start=span.start,
            end=span.end,
            text=document.text[span.start : span.end],
            code=span.code,
            candidates=span.codes if len(span.codes) > 1 else (),
            use=uses.of(span, one.ending),
            reason=span.reason or ("named" if span.codes else "no place of that name is known"),
            before=uses.preposition(one.ending),
            anaphoric=span.anaphoric,
        )
        for span, one in zip(settled, named, strict=True)
    )


def sources(
    document: Document, places: Sequence[PlaceMention], told: Sequence[Attribution]
) -> tuple[PlaceMention, ...]:
    """The places with those that stand in the words of who told a sentence as places of a source."""
    heads = list(_heads(document, told))
    starts = [start for start, _ in heads]

    def inside(place: PlaceMention) -> bool:
        k = bisect_right(starts, place.start) - 1
        return k >= 0 and place.end <= heads[k][1]

    return tuple(one._replace(use="source") if one.use in ("scene", "actor") and inside(one) else one for one in places)


def readable(document: Document, position: int) -> bool:
    """Whether a position lies in a paragraph or a heading."""
    k = bisect_right(document.blocks, position, key=lambda block: block.start) - 1
    return k >= 0 and position < document.blocks[k].end and document.blocks[k].kind in _READ


def _heads(document: Document, told: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """Where the words stand that name an anonymous source: "양강도의 한 소식통은" of what is told."""
    for one in told:
        head = one.words.partition(" … ")[0]
        if head and one.source_type in _ANONYMOUS:
            sentence = document.sentences[one.sentence]
            start = document.text.find(head, sentence.start, sentence.end)
            if start >= 0:
                yield start, start + len(head)


class Named(NamedTuple):
    """A span with the class of the ending after it, and how far it can be another word."""

    span: Span
    ending: str
    doubt: str = ""


class _Reader:
    def __init__(self, text: str, lexicon: Lexicon, hangul: Hangul) -> None:
        self.text, self.gazetteer, self.hangul = text, lexicon.gazetteer, hangul
        self.among = lexicon.compiled(_among)

    def spans(self, found: Sequence[Written]) -> list[Named]:
        """The names of places among `found`, drawn together where one lies in the one before it."""
        institutions = {one.start: one.end for one in found if one.sort == "institution"}
        named = [self._sited(self._named(one)) for one in found if one.sort in ("place", "phrase")]
        chained = self._unknown(self._chained(named), sorted(institutions))
        sure = self._sure(chained)
        return self._shared([one for one, holds in zip(chained, sure, strict=True) if holds])

    def _shared(self, named: list[Named]) -> list[Named]:
        """The names with the ending of the last of a list for all of it: 혜산·무산에서."""
        for k in range(len(named) - 2, -1, -1):
            if named[k].ending in ("", "and") and self._listed(named[k], named[k + 1]):
                named[k] = named[k]._replace(ending=named[k + 1].ending)
        return named

    def _sure(self, named: Sequence[Named]) -> list[bool]:
        """Which of the names are places: sure by themselves, by their ending, or beside one that is."""
        elsewhere = {code for one in named if not one.doubt for code in one.span.codes}
        sure = [
            not one.doubt
            or (one.doubt == "locative" and self._placed(one))
            or (one.ending in SIGNS and bool(elsewhere & set(one.span.codes)))
            or self._holds_next(one, following)
            for one, following in zip(named, (*named[1:], None), strict=False)
        ]
        for order in (range(1, len(named)), range(len(named) - 1, 0, -1)):
            for k in order:
                if sure[k - 1] != sure[k] and self._listed(named[k - 1], named[k]):
                    sure[k - 1] = sure[k] = True
        return sure

    def _named(self, one: Written) -> Named:
        codes = tuple(sorted({code for code, _ in one.found}))
        phrase = one.sort == "phrase"
        span = Span(one.start, one.end, one.start, one.stem, codes, one.ending == "adjective")
        if phrase:
            span = span._replace(reason="by a phrase", anaphoric=True)
        return Named(span, one.ending, one.doubt)

    def _sited(self, one: Named) -> Named:
        """The site whose name ends in the next word: 두만강 역, where 두만강역 is a name of the reference."""
        start = one.span.end + 1
        following = _HANGUL.match(self.text, start) if self.text.startswith(" ", one.span.end) else None
        if one.ending or one.span.anaphoric or following is None or following[0] in self.hangul.tree.words("no-name"):
            return one
        name = self.text[one.span.name_start : one.span.end]
        for end in range(min(following.end(), start + _WIDEST), start, -1):
            codes = self.gazetteer.codes(name + self.text[start:end])
            sites = tuple(code for code in codes if self.gazetteer.place[code].level == "site")
            ending = self.hangul.ending(self.text, end) if sites else None
            if ending:
                return Named(one.span._replace(end=end, name_end=end, codes=sites), ending.kind)
        return one

    def _chained(self, named: Sequence[Named]) -> list[Named]:
        """The larger place and the finer one that follows it as one: 양강도 혜산시."""
        result: list[Named] = []
        for one in named:
            before = result[-1] if result else None
            below = self._below(one.span, before) if before else ()
            if before and below:
                reason = f"named with {self.text[before.span.start : before.span.end]}"
                span = one.span._replace(start=before.span.start, codes=below, reason=reason)
                result[-1] = Named(span, one.ending)
            else:
                result.append(one)
        return result

    def _below(self, span: Span, before: Named) -> tuple[str, ...]:
        high = before.span
        if span.anaphoric or high.anaphoric or before.ending not in ("", "of"):
            return ()
        gap = high.end + (before.ending == "of")
        if not _WITHIN.fullmatch(self.text, gap, max(gap, span.start)):
            return ()
        under = self.gazetteer.under
        return tuple(low for low in span.codes if any(low != up and under(low, up) for up in high.codes))

    def _holds_next(self, one: Named, following: Named | None) -> bool:
        """Whether a sure place right after a name lies in it: 화성에 있는 16호 관리소."""
        if following is None or following.doubt or following.span.start - one.span.end > _NEAR:
            return False
        under = self.gazetteer.under
        return any(low != up and under(low, up) for low in following.span.codes for up in one.span.codes)

    def _placed(self, one: Named) -> bool:
        """Whether what follows a name says that it is a place: 개성에서, 개성 등."""
        return one.ending in SIGNS or bool(self.among.match(self.text, one.span.end))

    def _listed(self, left: Named, right: Named) -> bool:
        """Whether two names stand in one list: 회령·무산·온성, 회령과 무산."""
        gap = self.text[left.span.end : right.span.start]
        return (
            gap.endswith(" ") and len(gap) <= _AND
            if left.ending == "and"
            else not left.ending and bool(_LISTED.fullmatch(gap))
        )

    def _unknown(self, named: Sequence[Named], institutions: Sequence[int]) -> list[Named]:
        """The names, and after a province or county what bears a unit and is not in the gazetteer: 삼수군 룡덕리."""
        result: list[Named] = []
        for k, one in enumerate(named):
            result.append(one)
            following = named[k + 1].span.start if k + 1 < len(named) else len(self.text)
            end, ending = self._unit_after(one, following)
            begins = bisect_left(institutions, one.span.end)
            if end and not (begins < len(institutions) and institutions[begins] < end):
                start = one.span.end + self.text.startswith(" ", one.span.end)
                result.append(Named(Span(start, end, start, end, ()), ending))
        return result

    def _unit_after(self, one: Named, stop: int) -> tuple[int, str]:
        """Where an unknown name with a unit ends that begins right after a known place; 0 if there is none."""
        start = one.span.end + self.text.startswith(" ", one.span.end)
        if one.ending or one.doubt or not self._holds(one.span) or start == one.span.end:
            return 0, ""
        for size in range(_SHORTEST, _WIDEST):
            for unit in self.hangul.tree.small:
                end = start + size + len(unit)
                if end <= stop and self._new(start, start + size, unit):
                    ending = self.hangul.ending(self.text, end)
                    if ending:
                        return end, ending.kind
        return 0, ""

    def _new(self, start: int, stem: int, unit: str) -> bool:
        """Whether the words from `start` on, with the unit after `stem`, can be a name."""
        written = self.text[start:stem] + unit
        return (
            self.text.startswith(unit, stem)
            and bool(_HANGUL.fullmatch(written))
            and written not in self.hangul.tree.words("no-name")
        )

    def _holds(self, span: Span) -> bool:
        """Whether a place is a unit at home that others lie in."""
        codes = [self.gazetteer.place[code] for code in span.codes]
        return bool(codes) and all(
            one.level in ("province", "county") and self.gazetteer.country(one.code) == HOME for one in codes
        )


def _among(lexicon: Lexicon) -> re.Pattern[str]:
    """The words that follow names of places: 등, 주재, 일대."""
    context = lexicon.compiled(Context.of)
    words = sorted(context.words("list", "after") | context.words("scene", "after"), key=len, reverse=True)
    objects = "|".join(row["words"] for row in lexicon.rows("name_endings") if row["class"] == "object")
    return re.compile(rf"(?:{objects})? (?:{'|'.join(map(re.escape, words)) or '(?!)'})(?![가-힣]{{2}})")


_HANGUL = re.compile(r"[가-힣]+")
_SHORTEST, _WIDEST = 2, 4
"""Syllables of an unknown name before its unit: two or three."""
