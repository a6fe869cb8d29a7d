"""On which day and occasion something was told: "said in an interview with RFA on May 12", "On Tuesday, …"."""

from collections.abc import Sequence

from incidents.extract.attribution.tables import Tables
from incidents.extract.words import Word
from incidents.model.proposal import Timex

_LONGEST = 16
_DAYS = 31
_MARKS = frozenset((",", ":"))
"""What stands between the words of a telling and what is told, besides "that" (`told-clause`)."""


class Settings:
    """The words of a sentence, with what in them dates the telling; indexes are those of words."""

    def __init__(self, tokens: Sequence[Word], quote: Sequence[bool], tables: Tables, timexes: Sequence[Timex]) -> None:
        self.tokens, self.quote, self.tables = tokens, quote, tables
        self.timexes = {timex.start: timex for timex in timexes}
        words = tables.words
        self._beside = words["setting"] | words["setting-noun"] | words["asked"] | words["owner"]
        self._ending = _MARKS | words["told-clause"]

    def said(self, k: int) -> int:
        """The end of a cue after its verb: `k`, or behind the day and the occasion of the telling."""
        return self._dated(k) or self._occasion(k) or k

    def period(self, k: int) -> int:
        """The index behind a time expression that begins at a word; 0 behind one of more than a month that goes on."""
        timex = self._at(k)
        end = self._behind(timex) if timex else 0
        return end if timex and (_short(timex, _DAYS) or (_closed(timex) and self._ends(end))) else 0

    def _ends(self, k: int) -> bool:
        """Whether the words of the telling end here: what is told follows, or nothing."""
        return k >= len(self.tokens) or self.quote[k] or self.tokens[k].key in self._ending

    def front(self, first: int, verb: int, last: int) -> int:
        """Where a cue begins whose day stands before its speaker, at the front of the sentence; else `first`."""
        if first < 2:
            return first
        comma, here = self.tokens[first - 1].key == ",", 0
        time, day, occasion = False, False, self.tokens[0].key in self.tables.words["asked"]
        while here < first - comma:
            end = self._time(here)
            if not end and not self._sets(here):
                return first
            occasion = occasion or self.tokens[here].key in self.tables.words["setting-noun"]
            time, day, here = time or bool(end), day or bool(self._day(here)), end or here + 1
        return 0 if (time and occasion) or (comma and day and self._introduces(verb, last)) else first

    def aside(self, first: int, last: int) -> bool:
        """Whether words between commas are the occasion of a telling: "in an interview with RFA on March 1"."""
        day = next((k for k in range(first, last) if self._day(k)), None)
        return day is not None and self._occasion(first) >= last

    def paper(self) -> int:
        """The end of the words that open a sentence with the paper that tells it, and its day; 0 without."""
        if self.tokens[0].key not in self.tables.words["paper-lead"]:
            return 0
        end = self._occasion(0)
        keys = {word.key for word in self.tokens[:end]}
        closed = end < len(self.tokens) and self.tokens[end].key == ","
        return end if closed and not keys.isdisjoint(self.tables.words["paper"]) else 0

    def published(self, k: int) -> int:
        """Behind a time of up to a month at a word, or at once behind its "published on"; else 0."""
        here = k + (self.tokens[k].key in self.tables.words["issued"])
        here += here > k and here < len(self.tokens) and self.tokens[here].key in self.tables.words["day-lead"]
        return self.period(here)

    def _introduces(self, verb: int, last: int) -> bool:
        """Whether what is told follows the cue, so that the day before it is the cue's own."""
        if self.tokens[verb].key in self.tables.words["told"] or last >= len(self.tokens):
            return last < len(self.tokens)
        return self.tokens[last].key in self.tables.words["told-clause"] or self.quote[last]

    def _dated(self, k: int) -> int:
        """Behind a day that follows at once; a longer time only before "that"."""
        lead = k < len(self.tokens) and self.tokens[k].key in self.tables.words["day-lead"]
        end = self._day(k) or (self._day(k + 1) if lead else 0)
        if end:
            return end
        end = self.period(k) or (self.period(k + 1) if lead else 0)
        return end if end and self._ends(end) else 0

    def _occasion(self, k: int) -> int:
        """Behind "in a statement on Thursday", "at a briefing with reporters on May 3"; 0 without a day."""
        here, noun = k, k < len(self.tokens) and self.tokens[k].key in self.tables.words["asked"]
        while here < min(len(self.tokens), k + _LONGEST) and not self.quote[here]:
            end = self._day(here)
            if end and noun:
                return end
            if not end and not self._sets(here):
                return 0
            here = end or here + 1
            noun = noun or self.tokens[here - 1].key in self.tables.words["setting-noun"]
            if end and here < len(self.tokens) and self.tokens[here].key in self.tables.words["setting-noun"]:
                return here + 1
        return 0

    def _sets(self, k: int) -> bool:
        """Whether a word can belong to an occasion."""
        word = self.tokens[k]
        return (word.name and not word.mark) or word.key in self._beside

    def _time(self, k: int) -> int:
        """Behind a time of any length at a word, or one that is not dated; else 0."""
        timex = self._at(k)
        return self._behind(timex) if timex and (_closed(timex) or not timex.when.dated) else 0

    def _day(self, k: int) -> int:
        timex = self._at(k)
        return self._behind(timex) if timex and _short(timex, 1) else 0

    def _at(self, k: int) -> Timex | None:
        return self.timexes.get(self.tokens[k].start) if k < len(self.tokens) else None

    def _behind(self, timex: Timex) -> int:
        return next((k for k, word in enumerate(self.tokens) if word.start >= timex.end), len(self.tokens))


def _closed(timex: Timex) -> bool:
    return timex.when.earliest is not None and timex.when.latest is not None


def _short(timex: Timex, days: int) -> bool:
    """Whether an expression is of so many days at most; one that is not dated may be."""
    first, last = timex.when.earliest, timex.when.latest
    return not timex.when.dated or (first is not None and last is not None and (last - first).days < days)
