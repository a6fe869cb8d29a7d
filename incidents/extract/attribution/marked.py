"""Who told a sentence, where particles say it: the source first, the verb at the end, day and receiver between.

"평안북도의 한 소식통은 10일 데일리NK에 “…”라고 전했다", "소식통에 따르면", "…고 조선중앙통신이 5일 보도했다".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from incidents.extract.attribution.marks import Marks, Noun
from incidents.extract.attribution.sources import Mention
from incidents.extract.attribution.telling import Span, Telling
from incidents.extract.quotation import quotations
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention
from incidents.model.proposal import Timex

_GAP = re.compile(r"[\s,]*")
_WORD = re.compile(r"[^\s,\"]+")
_BEFORE = re.compile(r"[^\s,\"]+$")
_BEFORE_NOUN = 8
_AFTER_NOUN = 14
"""Words that belong to a source at most, before its noun and after it."""
_OPEN = frozenset("은는이가을를서로고며면지만다해자")
"""Syllables at the end of a word that is no part of the noun phrase after it."""
_PLACE = re.compile(r"(?:도|시|군|구역|구|현|성|주)(?:의)?$")
_LONGEST = 2000
_HOME = "KP"
"""The country that goes without saying."""


@dataclass(slots=True)
class _Candidate:
    """A noun of a source with its particle, and what goes with it."""

    noun: Noun
    words: str
    mark: str
    start: int
    end: int
    """Behind the particle; moved on behind the day, the receiver and the rest that says how it was told."""
    day: Timex | None = None
    told: str | None = None
    strong: bool = False
    """Whether a receiver or a setting stands with it."""
    quote: bool = False
    """Whether a quotation follows at once."""
    verb: int = 0
    """The end of the verb that follows at once."""
    before: list[str] = field(default_factory=list)


class Marked:
    """Turns the cues of one document into mentions of sources."""

    def __init__(
        self, document: Document, lexicon: Lexicon, _places: Sequence[PlaceMention], timexes: Sequence[Timex]
    ) -> None:
        self.document, self.lexicon = document, lexicon
        self.marks = lexicon.compiled(Marks.of)
        self.timexes = sorted(timexes, key=lambda t: t.start)
        self._starts = [timex.start for timex in self.timexes]
        self._ends = {timex.end: timex for timex in self.timexes}
        self.quotes = quotations(document)
        self._opened = [start for start, _ in self.quotes]

    def read(self, start: int, end: int, relay: str | None) -> Telling | None:
        """What the sentence from `start` to `end` says of who told it; `relay` is the outlet that it is quoted from."""
        found = self._chosen(start, min(end, start + _LONGEST))
        if found is None:
            return None
        span = head = (found.start, found.verb or found.end)
        tail = None if found.verb else self._tail(found, end)
        if tail:
            span = tail
        said_on = found.day.when.earliest.isoformat() if found.day and found.day.when.earliest else None
        words = " … ".join(self.document.text[slice(*part)] for part in (head, tail) if part)
        if found.noun.outlet and found.noun.outlet == self.document.outlet:
            return Telling(span, None, said_on, found.noun.outlet, words)
        return Telling(span, self._mention(found, relay), said_on, words=words)

    def _tail(self, found: _Candidate, end: int) -> Span | None:
        """The day and the receiver that stand with the verb at the end: "…고 10일 데일리NK에 전했다"."""
        hits = [
            hit for hit in self.marks.told.finditer(self.document.text, found.end, end) if not self._quoted(hit.start())
        ]
        if not hits:
            return None
        start, stop = hits[-1].span("tail")
        outlet = next(
            (hit for hit in self.marks.outlets.finditer(self.document.text, start, stop) if hit["mark"]), None
        )
        if outlet:
            found.told = found.told or self.marks.nouns[outlet["outlet"]].outlet
        first = bisect_left(self._starts, start)
        day = next((t for t in self.timexes[first:] if t.end <= stop and _one_day(t)), None)
        if found.day or day is None:
            return None
        found.day = day
        return min(start, day.start), self._word_end(hits[-1].end(), end)

    def _word_end(self, position: int, end: int) -> int:
        """The end of the word that goes on at a position, without a full stop."""
        word = _WORD.match(self.document.text, position, end)
        return position + len(word[0].rstrip(".")) if word else position

    def _chosen(self, start: int, end: int) -> _Candidate | None:
        """The source whose verb follows at once; else the first that tells."""
        found = [c for c in self._candidates(start, end) if self._tells(c, end)]
        return next((c for c in found if c.verb), next(iter(found), None))

    def _candidates(self, start: int, end: int) -> Iterator[_Candidate]:
        for hit in self.marks.sources.finditer(self.document.text, start, end):
            if self._quoted(hit.start()) or (
                hit["noun"] in self.marks.kinds["pronoun"] and not self._first(hit, start)
            ):
                continue
            mark = next(kind for kind in ("according", "topic", "subject") if hit[kind])
            many = "들" if hit["many"] else ""
            candidate = _Candidate(self.marks.nouns[hit["noun"]], hit["noun"] + many, mark, hit.start(), hit.end())
            self._behind(candidate, end)
            self._ahead(candidate, start)
            yield candidate

    def _first(self, hit: re.Match[str], start: int) -> bool:
        """Whether a pronoun is a word of its own."""
        return hit.start() == start or self.document.text[hit.start() - 1] in ' "'

    def _tells(self, found: _Candidate, end: int) -> bool:
        if found.mark == "according" or found.quote or found.verb:
            return True
        if found.mark == "subject":
            return False
        loud = found.noun.type in ("state-media", "media", "government")
        pattern = self.marks.verb if loud and found.day else self.marks.told
        return any(not self._quoted(hit.end() - 1) for hit in pattern.finditer(self.document.text, found.end, end))

    def _behind(self, found: _Candidate, end: int) -> None:
        """Reads on behind the particle: the day, the receiver, the setting; then the quotation or the verb."""
        here, firm = found.end, found.end
        for _ in range(_AFTER_NOUN):
            here = self._skip(here)
            if here >= end or self._quotes_at(here):
                break
            step, strong = self._step(found, here, end)
            if not step:
                break
            here = step
            if strong:
                firm = here
        here = self._skip(here)
        found.quote = self._quotes_at(here)
        verb = self.marks.verb.match(self.document.text, here, end)
        if verb:
            found.verb = self._word_end(here, end)
        if (
            found.day
            and found.day.end >= firm
            and not (found.quote or found.verb)
            and self._of_the_act(found, here, end)
        ):
            found.day = None
        else:
            found.end = firm

    def _step(self, found: _Candidate, here: int, end: int) -> tuple[int, bool]:
        """The end of the next part of the telling, 0 if there is none, and whether it is one for sure."""
        text = self.document.text
        timex = self._at(here)
        if timex is not None:
            if found.day or found.mark == "according" or not _one_day(timex):
                return 0, False
            found.day = timex
            tail = _WORD.match(text, timex.end, end)
            return (tail.end() if tail else timex.end), True
        outlet = self.marks.outlets.match(text, here, end)
        if outlet and outlet["mark"]:
            found.told = found.told or self.marks.nouns[outlet["outlet"]].outlet
            found.strong = True
            return outlet.end(), True
        word = _WORD.match(text, here, end)
        if word is None:
            return 0, False
        return self._plain(found, word, weak=outlet is not None)

    def _plain(self, found: _Candidate, word: re.Match[str], *, weak: bool) -> tuple[int, bool]:
        kinds, stem = self.marks.kinds, self.marks.endings.sub("", word[0])
        strong = stem in kinds["setting"] or stem in kinds["reader"] or word[0] in kinds["setting-verb"]
        found.strong = found.strong or strong
        weak = weak or bool({word[0], stem} & (kinds["manner"] | kinds["modifier"]))
        return (word.end(), strong) if strong or weak else (0, False)

    def _of_the_act(self, found: _Candidate, here: int, end: int) -> bool:
        """Whether the day is rather that of what is told: "지난 8일 혜산에서 …", "3일 열린 …"."""
        word = _WORD.match(self.document.text, here, end)
        if word and word[0] in self.marks.kinds["held"]:
            return True
        bygone = found.day is not None and found.day.text.startswith(tuple(self.marks.kinds["bygone"]))
        return bygone and not found.strong and found.noun.type not in ("state-media", "media", "government")

    def _ahead(self, found: _Candidate, start: int) -> None:
        """Reads back before the noun: what it is of, and the day before it all."""
        text, begin = self.document.text, max(start, found.start - 200)
        for _ in range(_BEFORE_NOUN):
            anonymous = self.marks.anonymous.search(text, begin, found.start)
            word = _BEFORE.search(text[begin : found.start].rstrip(" "))
            if anonymous:
                found.start = anonymous.start()
                continue
            gap = found.start - begin - (word.end() if word else 0)
            if word is None or (gap > 1) or (gap == 0 and found.start > begin and text[found.start - 1] in ',"'):
                break
            position = begin + word.start()
            if self._quoted(position) or self._holds(position, begin + word.end()) or not self._belongs(word[0]):
                break
            found.before.insert(0, word[0])
            found.start = position
        day = self._ends.get(len(text[begin : found.start].rstrip(" ,")) + begin)
        if day and found.day is None and _one_day(day) and day.start >= start and not self._quoted(day.start):
            found.day, found.start = day, day.start

    def _belongs(self, word: str) -> bool:
        kinds = self.marks.kinds
        plain = word.removesuffix("의")
        if any(plain in kinds[kind] for kind in ("definite", "indefinite", "modifier")) or word.endswith("의"):
            return True
        return bool(_PLACE.search(word)) or plain in self.marks.nouns or word[-1] not in _OPEN

    def _mention(self, found: _Candidate, relay: str | None) -> Mention:
        kinds, noun = self.marks.kinds, found.noun
        keys = frozenset(word.removesuffix("의") for word in found.before)
        place = self._place(found.before)
        abroad = place is not None and not place.startswith("KP")
        owner = next((self.marks.nouns[k].outlet for k in found.before if k in self.marks.nouns), "")
        media = noun.outlet and noun.type in ("media", "state-media")
        return Mention(
            type=None if noun.same == "pronoun" else (noun.abroad if abroad and noun.abroad else noun.type),
            head=noun.outlet or noun.same or found.words.split()[-1].removesuffix("들"),
            place=place,
            plural=found.words.endswith("들") or "복수" in keys,
            indefinite=bool(keys & (kinds["indefinite"] | {"복수"})) and not keys & kinds["definite"],
            another=bool(keys & kinds["another"]),
            ordinal=None,
            names=frozenset({noun.outlet}) if noun.outlet else frozenset(),
            pronoun=noun.same == "pronoun",
            origin=noun.outlet if media else found.told or self._speaking(owner) or relay,
        )

    def _speaking(self, code: str) -> str | None:
        """The outlet whose source it is; a government's body is none."""
        outlet = self.lexicon.outlets.get(code)
        return code if outlet and outlet.kind != "government" else None

    def _place(self, words: Sequence[str]) -> str | None:
        """The finest place that the words name; one of several of that name by the province before it."""
        found: str | None = None
        for word in words:
            plain = word.removesuffix("의")
            codes = self.lexicon.gazetteer.codes(plain) if len(plain) > 1 and plain not in self.marks.nouns else ()
            below = [code for code in codes if found and found in self.lexicon.gazetteer.above(code)]
            if below or (len(codes) == 1 and codes[0] != _HOME):
                found = (below or list(codes))[0]
        return found

    def _at(self, position: int) -> Timex | None:
        k = bisect_left(self._starts, position)
        return self.timexes[k] if k < len(self._starts) and self._starts[k] == position else None

    def _holds(self, start: int, end: int) -> bool:
        """Whether a time expression stands in a span."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def _skip(self, position: int) -> int:
        gap = _GAP.match(self.document.text, position)
        return gap.end() if gap else position

    def _quotes_at(self, position: int) -> bool:
        return self.document.text[position : position + 1] == '"'

    def _quoted(self, position: int) -> bool:
        k = bisect_left(self._opened, position) - 1
        return k >= 0 and position < self.quotes[k][1]


def _one_day(timex: Timex) -> bool:
    first, last = timex.when.earliest, timex.when.latest
    return not timex.when.dated or (first is not None and first == last)
