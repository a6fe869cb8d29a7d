"""Who told a sentence, where particles say it: the source first, the verb at the end, day and receiver between.

"평안북도의 한 소식통은 10일 데일리NK에 “…”라고 전했다", "소식통에 따르면", "…고 조선중앙통신이 5일 보도했다".
"""

import re
from collections.abc import Iterator, Sequence

from incidents.extract.attribution.marks import Marks, Noun
from incidents.extract.attribution.reach import Candidate, Reach, brief
from incidents.extract.attribution.sources import Mention
from incidents.extract.attribution.telling import Span, Telling, telling_day
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import PlaceMention
from incidents.model.proposal import Timex

_LONGEST = 2000
_REACH = 60
_SOMEONE = Noun("")
_HOME = "KP"
"""The country that goes without saying."""


class Marked:
    """Turns the cues of one document into mentions of sources."""

    def __init__(
        self, document: Document, lexicon: Lexicon, _places: Sequence[PlaceMention], timexes: Sequence[Timex]
    ) -> None:
        self.document, self.lexicon = document, lexicon
        self.marks = lexicon.compiled(Marks.of)
        self.reach = Reach(document, self.marks, timexes)

    def read(self, start: int, end: int, relay: str | None) -> Telling | None:
        """What the sentence from `start` to `end` says of who told it; `relay` is the outlet that it is quoted from."""
        found = self._chosen(start, min(end, start + _LONGEST))
        if found is None:
            return None
        if found.noun.again and (owner := self._owner(found)).outlet:
            found.noun = owner
        span = head = (found.start, found.verb or found.end)
        tail = None if found.verb else self._tail(found, end)
        if tail:
            span = tail
        said_on = telling_day(found.day.when) if found.day else None
        words = " … ".join(self.document.text[slice(*part)] for part in (head, tail) if part)
        time = (found.day.within or found.day.when) if found.day else None
        if found.noun is _SOMEONE or (found.noun.outlet and found.noun.outlet == self.document.outlet):
            return Telling(span, None, said_on, found.noun.outlet or None, words, time)
        return Telling(span, self._mention(found, relay), said_on, words=words, time=time)

    def _tail(self, found: Candidate, end: int) -> Span | None:
        """The day and the receiver that stand with the verb at the end: "…고 10일 데일리NK에 전했다"."""
        hits = [
            hit
            for hit in self.marks.told.finditer(self.document.text, found.end, end)
            if not self.reach.quoted(hit.start())
        ]
        if not hits:
            return None
        start, stop = hits[-1].span("tail")
        outlet = next(
            (hit for hit in self.marks.outlets.finditer(self.document.text, start, stop) if hit["mark"]), None
        )
        if outlet:
            found.told = found.told or self.marks.nouns[outlet["outlet"]].outlet
        day = next((t for t in self.reach.within(start, stop) if t.end <= stop and brief(t)), None)
        if found.day or day is None:
            return None
        found.day = day
        return min(start, day.start), self.reach.word_end(hits[-1].end(), end)

    def _chosen(self, start: int, end: int) -> Candidate | None:
        """The source whose verb follows at once; else the first that tells."""
        found = [c for c in self._candidates(start, end) if self._tells(c, end)]
        return next((c for c in found if c.verb), next(iter(found), None)) or self._unknown(start, end)

    def _unknown(self, start: int, end: int) -> Candidate | None:
        """Whoever speaks on a day, with a quotation, though no noun says what kind of source it is."""
        for timex in self.reach.within(start, end):
            who = self.marks.speaker.search(self.document.text, max(start, timex.start - _REACH), timex.start)
            if who is None or self.reach.quoted(timex.start):
                continue
            found = Candidate(_SOMEONE, who["who"], "topic", who.start(), who.end())
            self.reach.behind(found, end)
            if found.day is timex and (found.quote or found.strong) and self._tells(found, end):
                self.reach.ahead(found, start)
                return found
        return None

    def _candidates(self, start: int, end: int) -> Iterator[Candidate]:
        for hit in self.marks.sources.finditer(self.document.text, start, end):
            if self.reach.quoted(hit.start()) or (
                hit["noun"] in self.marks.kinds["pronoun"] and not self._first(hit, start)
            ):
                continue
            mark = next(kind for kind in ("according", "topic", "subject") if hit[kind])
            candidate = Candidate(self.marks.nouns[hit["noun"]], hit["noun"], mark, hit.start(), hit.end())
            candidate.many = hit["many"] is not None
            self.reach.behind(candidate, end)
            self.reach.ahead(candidate, start)
            yield candidate

    def _first(self, hit: re.Match[str], start: int) -> bool:
        """Whether a pronoun is a word of its own."""
        return hit.start() == start or self.document.text[hit.start() - 1] in ' "'

    def _tells(self, found: Candidate, end: int) -> bool:
        if found.mark == "according" or found.quote or found.verb:
            return True
        if found.mark == "subject":
            return False
        loud = found.noun.type in self.marks.kinds["public"]
        pattern = self.marks.verb if loud and found.day else self.marks.told
        return any(not self.reach.quoted(hit.end() - 1) for hit in pattern.finditer(self.document.text, found.end, end))

    def _mention(self, found: Candidate, relay: str | None) -> Mention:
        kinds, noun = self.marks.kinds, found.noun
        keys = frozenset(self.marks.bare(word) for word in found.before)
        place = self._place(found.before)
        abroad = place is not None and not place.startswith("KP")
        owner = self._owner(found).outlet
        media = noun.outlet and noun.type in ("media", "state-media")
        return Mention(
            type=None if noun.same == "pronoun" else (noun.abroad if abroad and noun.abroad else noun.type),
            head=noun.outlet or noun.same or found.words.split()[-1],
            place=place,
            plural=found.many or bool(keys & kinds["several"]),
            indefinite=bool(keys & (kinds["indefinite"] | kinds["several"])) and not keys & kinds["definite"],
            another=bool(keys & kinds["another"]),
            ordinal=None,
            names=frozenset({noun.outlet}) if noun.outlet else frozenset(),
            pronoun=noun.same == "pronoun",
            again=noun.again,
            origin=noun.outlet if media else found.told or self._speaking(owner) or relay,
        )

    def _owner(self, found: Candidate) -> Noun:
        """Whose the noun is: 미국의소리(VOA) 방송, 데일리NK 소식통."""
        words = (self.marks.bare(word) for word in found.before)
        return next((self.marks.nouns[word] for word in words if word in self.marks.nouns), _SOMEONE)

    def _speaking(self, code: str) -> str | None:
        """The outlet whose source it is; a government's body is none."""
        outlet = self.lexicon.outlets.get(code)
        return code if outlet and outlet.kind != "government" else None

    def _place(self, words: Sequence[str]) -> str | None:
        """The finest place that the words name; one of several of that name by the province before it."""
        found: str | None = None
        for word in words:
            plain = self.marks.bare(word)
            codes = self.lexicon.gazetteer.codes(plain) if len(plain) > 1 and plain not in self.marks.nouns else ()
            below = [code for code in codes if found and found in self.lexicon.gazetteer.above(code)]
            if below or (len(codes) == 1 and codes[0] != _HOME):
                found = (below or list(codes))[0]
        return found
