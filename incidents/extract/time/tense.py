"""Whether the words around an expression speak of what is to come or of what has been."""

from dataclasses import dataclass, field

from incidents.extract.time.cutting import glued_script
from incidents.extract.time.parsing import Parser
from incidents.extract.time.quoted import quotations
from incidents.extract.time.tokens import BREAK

_LEAD = 6
"""Tokens of the longest words that lead up to a date, and an article."""
_NOUN = 6
"""And of the noun between, whose day it is."""
_NIGH = 8
"""Tokens to either side in which a verb in the past settles that a date lies back."""
_UNDONE = 4
"""Tokens of "had been" and the like, which turn what follows them to the past: "had been due to expire"."""
_CLOSING = frozenset(("'", '"', "”", "’", ")"))
"""What may stand between the full stop of a sentence and the next one."""
_GOALS = frozenset(("article", "no_infinitive", "count"))
"""What follows a "to" that is no verb's."""
_TURNING = frozenset(("infinitive", "forward", "back", "past_form"))
"""What a token must be one of to tell of tense; most are none."""
_STOPS = frozenset((BREAK, ";", "!", "?", "”", "“", "`"))
"""What ends a sentence for sure; a quotation is looked at apart."""
_ENDS = _STOPS | {",", "."}
"""What ends a noun phrase."""


@dataclass(slots=True)
class Tense:
    """The cues of one text; what was seen to each side of a place is remembered, so every token is looked at once."""

    parser: Parser
    _seen: dict[int, dict[int, str]] = field(default_factory=lambda: {-1: {}, 1: {}})
    _cues: dict[int, str] = field(default_factory=dict)
    _settled: dict[int, str] = field(default_factory=dict)
    _quotes: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._quotes = quotations(self.parser)

    def ahead(self, start: int, end: int, *, named: bool = False) -> str:
        """`forward` or `weak` if the nearest cue before the tokens in their sentence, or else after, looks ahead.

        A cue of the past ("would", "was due") is weak: what was ahead then may be over now.

        Words that only say which ("the Aug. 7 attacks", "Tuesday's talks") share no verb's tense: they lie back. The
        name of a day may have an article of its own.
        """
        if toward := self._toward(start):
            return "" if toward == "back" else toward
        if (not named and self._attributive(start, end)) or self._told_after(end):
            return ""
        headed = end < len(self.parser.tokens) and self.parser.tokens.keys[end] == ":"
        cue = self._nearest(start - 1, -1) or ("" if headed else self._nearest(end, 1))
        return "" if cue == "back" else cue

    def _toward(self, start: int) -> str:
        """What words such as "ahead of" or "preparing for" say that lead up to the tokens and their article, if any."""
        for index in range(max(0, start - _LEAD), start):
            for end, turn in self.parser.named(index, "toward"):
                if end == start or (end == start - 1 and "article" in self.parser.names(end)):
                    return self._undone(index) or str(turn) or "forward"
        return ""

    def settled(self, start: int, end: int, *, named: bool = False) -> bool:
        """Whether a verb in the past stands near that is more than the report of it: "they met", not "he said".

        The perfect settles nothing: who "has set Nov. 10 as the deadline" speaks of what is to come.
        """
        if not named and self._attributive(start, end):
            return False
        return self._done(range(start - 1, max(-1, start - 1 - _NIGH), -1)) or self._done(range(end, end + _NIGH))

    def _done(self, indexes: range) -> bool:
        last, settled = len(self.parser.tokens.keys), self._settled
        if 0 <= indexes.start < last and "infinitive" in self.parser.names(indexes.start):
            return False
        for index in indexes:
            if not 0 <= index < last:
                return False
            said = settled.get(index)
            if said is None:
                said = settled[index] = self._settles(index)
            if said:
                return said == "done"
        return False

    def _settles(self, index: int) -> str:
        """`done` or `open` where the token tells whether something was done, or ends the sentence; else nothing."""
        names = self.parser.names(index)
        if self._stops(index):
            return "open"
        if _TURNING.isdisjoint(names):
            return ""
        if "infinitive" in names and self._infinitive(index):
            return "open"
        cue = self._cue(index)
        if cue in ("forward", "weak") or ("forward" in names and not self._carried_out(index)):
            return "open"
        return "done" if cue == "back" and not self._perfect(index) and "told" not in names else ""

    def _infinitive(self, index: int) -> bool:
        """Whether a token of the class `infinitive` is the "to" of a verb to come: "agreed to meet".

        Not that of a goal ("was sent to Pyongyang", "sentenced to five years"), nor of what was done: "was forced to
        leave", "were said to have left".
        """
        tokens = self.parser.tokens
        if index + 1 >= len(tokens):
            return True
        after = self.parser.names(index + 1)
        goal = tokens.capital(index + 1) or tokens.kinds[index + 1] in ("number", "amount")
        settled = self._carried_out(index) or "perfect" in after or any(name in after for name in _GOALS)
        return not (goal or settled)

    def _carried_out(self, index: int) -> bool:
        """Whether the token is the "to" of what was done or is the case: "was forced to leave", "believed to be"."""
        names = self.parser.names
        return index > 0 and "infinitive" in names(index) and "carried_out" in names(index - 1)

    def _perfect(self, index: int) -> bool:
        """Whether the verb is or follows "has"."""
        keys = self.parser.tokens.keys
        return any(0 <= at < len(keys) and "perfect" in self.parser.names(at) for at in (index - 1, index))

    def _told_after(self, end: int) -> bool:
        """Whether a verb in the past follows at once, as in wire copy: "the court Thursday refused to order it"."""
        tokens = self.parser.tokens
        if end >= len(tokens) or tokens.kinds[end] != "word":
            return False
        return self._past(end)

    def deadline(self, start: int) -> bool:
        """Whether a word such as "by" or "until" opens the tokens or stands before them, and it is still to come."""
        names = self.parser.names
        by = "deadline" in names(start) or (start > 0 and "deadline" in names(start - 1))
        return (by and not self._had_been_done(start)) or self._occasion(start)

    def _had_been_done(self, start: int) -> bool:
        """Whether it was done already: "had rebuilt most of them by March"."""
        for index in range(start - 1, max(-1, start - 1 - _NIGH), -1):
            if self._stops(index):
                return False
            if any(turn == "back" and end == index + 1 for end, turn in self.parser.named(index, "undone")):
                return self._past(index + 1)
        return False

    def _occasion(self, start: int) -> bool:
        """Whether they date what is prepared for: "ahead of the anniversary on Oct. 10"."""
        keys = self.parser.tokens.keys
        if start == 0 or "day_lead" not in self.parser.names(start - 1):
            return False
        for index in range(max(0, start - _LEAD - _NOUN), start - 1):
            for end, _ in self.parser.named(index, "toward"):
                between = keys[end : start - 1]
                if between and not any(key in _ENDS or self._leads_day(at) for at, key in enumerate(between, end)):
                    return True
        return False

    def _leads_day(self, index: int) -> bool:
        return any(unit == "day" for _, unit in self.parser.named(index, "day_lead"))

    def _attributive(self, start: int, end: int) -> bool:
        tokens = self.parser.tokens
        owns = end < len(tokens) and tokens.keys[end] == "'s"
        return owns or (start > 0 and "article" in self.parser.names(start - 1))

    def before(self, start: int) -> str:
        """The nearest cue before the tokens in their sentence."""
        return self._nearest(start - 1, -1)

    def _nearest(self, index: int, step: int) -> str:
        seen, passed, found = self._seen[step], list[int](), ""
        if index in seen:
            return seen[index]
        while 0 <= index < len(self.parser.tokens.keys) and not found:
            if index in seen:
                found = seen[index]
                break
            passed.append(index)
            if index in self._quotes:
                index = self._over(index, step)
                continue
            if self._stops(index):
                break
            found = self._cue(index)
            index += step
        seen.update(dict.fromkeys(passed, found))
        return found

    def _over(self, index: int, step: int) -> int:
        """The token beyond the quotation whose mark stands there; -1 from inside one, or if the sentence ends with it.

        What is quoted has a tense of its own: "issued the statement "We will respond" on Saturday".
        """
        other = self._quotes[index]
        inside = (other > index) is (step < 0)
        return -1 if inside or self._stops(max(index, other) - 1) else other + step

    def _stops(self, index: int) -> bool:
        """Whether the sentence ends at the token."""
        if index in self._quotes:
            return True
        tokens, after = self.parser.tokens, index + 1
        if tokens.keys[index] != "." or index == 0:
            return tokens.keys[index] in _STOPS
        while after < len(tokens) and tokens.keys[after] in _CLOSING:
            after += 1
        if after < len(tokens) and not (
            tokens.capital(after) or glued_script(tokens.keys[after]) or tokens.keys[after] in _STOPS
        ):
            return False
        return not self._abbreviated(index - 1)

    def _abbreviated(self, index: int) -> bool:
        """Whether the token is an initial or an abbreviation: a full stop after it ends nothing."""
        key = self.parser.tokens.keys[index]
        return (len(key) == 1 and key.isalpha()) or "abbreviation" in self.parser.names(index)

    def _cue(self, index: int) -> str:
        """What the token says of the tense; asked again for each date near it, so kept."""
        found = self._cues.get(index)
        if found is None:
            found = self._cues[index] = self._turn(index)
        return found

    def _turn(self, index: int) -> str:
        tokens = self.parser.tokens
        if tokens.kinds[index] not in ("word", "other"):
            return ""
        found = self.parser.names(index)
        if _TURNING.isdisjoint(found) or "spoken" in found:
            return ""
        if "forward" in found:
            end, turn = max(self.parser.matches(index)["forward"])
            if self._carried_out(index) and any(end == last for last, _ in self.parser.named(index, "state")):
                return ""
            return self._undone(index) or str(turn) or "forward"
        return "back" if self._past(index) and not self._participle(index) else ""

    def _participle(self, index: int) -> bool:
        """Whether what looks like a past belongs to a verb before it: "is closed", "will remain shut"."""
        if index > 0 and "present" in self.parser.names(index - 1):
            return True
        for at in range(index - 1, max(-1, index - _UNDONE), -1):
            found = self.parser.names(at)
            if "forward" in found or self.parser.tokens.kinds[at] != "word" or "function" in found:
                return "forward" in found
        return False

    def _past(self, index: int) -> bool:
        """Whether the token is a verb in the past, by the table or by its ending (class `past_form`)."""
        found = self.parser.names(index)
        return "back" in found or ("past_form" in found and "lower" in found and "no_cue" not in found)

    def _undone(self, index: int) -> str:
        """`back` or `weak` where words such as "had been" or "was" stand before: what was ahead then."""
        for at in range(max(0, index - _UNDONE), index):
            for end, turn in self.parser.named(at, "undone"):
                if end == index or (end > at + 1 and index - _UNDONE // 2 <= end < index):
                    return str(turn)
        return ""
