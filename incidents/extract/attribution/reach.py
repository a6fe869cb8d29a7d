"""What stands with the noun of a source: before it what it is of, behind it the day, the receiver and the occasion."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from incidents.extract.attribution.marks import Marks, Noun
from incidents.extract.quotation import quotations
from incidents.model.document import Document
from incidents.model.proposal import Timex

_GAP = re.compile(r"[\s,]*")
_WORD = re.compile(r"[^\s,\"]+")
_ASIDE = re.compile(r"\([^()\n]{1,24}\)$")
"""What may stand behind a day: "(현지시간)"."""
_BEFORE = re.compile(r"[^\s,\"]+$")
_BEFORE_NOUN = 8
_AFTER_NOUN = 14
"""Words that belong to a source at most, before its noun and after it."""
_FAR = 200
_WEEK = 7


@dataclass(slots=True)
class Candidate:
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
    many: bool = False
    """In the plural."""
    before: list[str] = field(default_factory=list)


class Reach:
    """Reads on from a noun in the text of a document."""

    def __init__(self, document: Document, marks: Marks, timexes: Sequence[Timex]) -> None:
        self.text, self.marks = document.text, marks
        self.timexes = sorted(timexes, key=lambda t: t.start)
        self._starts = [timex.start for timex in self.timexes]
        self._ends = {timex.end: timex for timex in self.timexes}
        self._quotes = quotations(document)
        self._opened = [start for start, _ in self._quotes]

    def within(self, start: int, end: int) -> Sequence[Timex]:
        """The time expressions that begin in a span."""
        return self.timexes[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def behind(self, found: Candidate, end: int) -> None:
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
        verb = self.marks.verb.match(self.text, here, end)
        if verb:
            found.verb = self.word_end(here, end)
        if (
            found.day
            and found.day.end >= firm
            and not (found.quote or found.verb)
            and self._of_the_act(found, here, end)
        ):
            found.day = None
        else:
            found.end = firm

    def ahead(self, found: Candidate, start: int) -> None:
        """Reads back before the noun: what it is of, and the day before it all."""
        text, begin = self.text, max(start, found.start - _FAR)
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
            if self.quoted(position) or self._holds(position, begin + word.end()) or not self._belongs(word[0]):
                break
            found.before.insert(0, word[0])
            found.start = position
        front = text[begin : found.start].rstrip(" ,")
        day = self._ends.get(begin + len(front)) or self._ends.get(begin + len(_ASIDE.sub("", front).rstrip()))
        if day and found.day is None and brief(day) and day.start >= start and not self.quoted(day.start):
            found.day, found.start = day, day.start

    def _step(self, found: Candidate, here: int, end: int) -> tuple[int, bool]:
        """The end of the next part of the telling, 0 if there is none, and whether it is one for sure."""
        text = self.text
        timex = self._at(here)
        if timex is not None:
            if found.day or found.mark == "according" or not (brief(timex) or self._told_then(timex, end)):
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

    def _told_then(self, timex: Timex, end: int) -> bool:
        """Whether a quotation, or who was told, follows a time longer than a week, so that it is one of telling."""
        particle = _WORD.match(self.text, timex.end, end)
        here = self._skip(particle.end() if particle else timex.end)
        outlet = self.marks.outlets.match(self.text, here, end)
        return self._quotes_at(here) or (outlet is not None and outlet["mark"] is not None)

    def _plain(self, found: Candidate, word: re.Match[str], *, weak: bool) -> tuple[int, bool]:
        kinds, stem = self.marks.kinds, self.marks.endings.sub("", word[0])
        if word[0].removeprefix(stem) in kinds["subject"]:
            return 0, False  # who acts: what follows is the act's
        strong = stem in kinds["setting"] or stem in kinds["reader"] or word[0] in kinds["setting-verb"]
        found.strong = found.strong or strong
        weak = weak or bool({word[0], stem} & (kinds["manner"] | kinds["modifier"]))
        return (word.end(), strong) if strong or weak else (0, False)

    def _of_the_act(self, found: Candidate, here: int, end: int) -> bool:
        """Whether the day is rather that of what is told: "지난 8일 혜산에서 …", "3일 열린 …"."""
        word = _WORD.match(self.text, here, end)
        if word and word[0] in self.marks.kinds["held"]:
            return True
        bygone = found.day is not None and found.day.text.startswith(tuple(self.marks.kinds["bygone"]))
        return bygone and not found.strong and found.noun.type not in self.marks.kinds["public"]

    def _belongs(self, word: str) -> bool:
        kinds = self.marks.kinds
        plain = self.marks.bare(word)
        if not plain or not plain[-1].isalnum():
            return False
        if any(plain in kinds[kind] for kind in ("definite", "indefinite", "modifier")) or plain != word:
            return True
        return bool(self.marks.place.search(word)) or plain in self.marks.nouns or word[-1] not in kinds["closing"]

    def word_end(self, position: int, end: int) -> int:
        """The end of the word that goes on at a position, without a full stop."""
        word = _WORD.match(self.text, position, end)
        return position + len(word[0].rstrip(".")) if word else position

    def _at(self, position: int) -> Timex | None:
        k = bisect_left(self._starts, position)
        return self.timexes[k] if k < len(self._starts) and self._starts[k] == position else None

    def _holds(self, start: int, end: int) -> bool:
        """Whether a time expression stands in a span."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def _skip(self, position: int) -> int:
        gap = _GAP.match(self.text, position)
        return gap.end() if gap else position

    def _quotes_at(self, position: int) -> bool:
        return self.text[position : position + 1] == '"'

    def quoted(self, position: int) -> bool:
        """Whether a position lies in a quotation."""
        k = bisect_left(self._opened, position) - 1
        return k >= 0 and position < self._quotes[k][1]


def brief(timex: Timex) -> bool:
    """Whether an expression is as short as a week, so that it can be when something was told."""
    first, last = timex.when.earliest, timex.when.latest
    return not timex.when.dated or (first is not None and last is not None and (last - first).days < _WEEK)
