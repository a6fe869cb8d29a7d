"""Whether the words around an expression speak of what is to come or of what has been."""

from dataclasses import dataclass, field

from incidents.extract.time.grammar import Parser
from incidents.extract.time.tokens import BREAK

_LEAD = 6
"""Tokens of the longest words that lead up to a date, and an article."""
_NOUN = 6
"""And of the noun between, whose day it is."""
_STOPS = frozenset((BREAK, ";", "!", "?", "”", "“"))


@dataclass(slots=True)
class Tense:
    """The cues of one text; what was seen to each side of a place is remembered, so every token is looked at once."""

    parser: Parser
    _seen: dict[int, dict[int, str]] = field(default_factory=lambda: {-1: {}, 1: {}})

    def forward(self, start: int, end: int, *, named: bool = False) -> bool:
        """Whether the nearest cue before the tokens in their sentence looks ahead; without one, the nearest after.

        Words that only say which ("the Aug. 7 attacks", "Tuesday's talks") share no verb's tense: they lie back. The
        name of a day may have an article of its own.
        """
        if self._toward(start):
            return True
        if not named and self._attributive(start, end):
            return False
        return (self._nearest(start - 1, -1) or self._nearest(end, 1)) == "forward"

    def _toward(self, start: int) -> bool:
        """Whether words such as "ahead of" or "preparing for" lead up to the tokens, with an article or without."""
        for index in range(max(0, start - _LEAD), start):
            for end, _ in self.parser.matches(index).get("toward", ()):
                if end == start or (end == start - 1 and "article" in self.parser.matches(end)):
                    return True
        return False

    def deadline(self, start: int) -> bool:
        """Whether a word such as "by" or "until" opens the tokens or stands before them."""
        matches = self.parser.matches
        by = "deadline" in matches(start) or (start > 0 and "deadline" in matches(start - 1))
        return by or self._occasion(start)

    def _occasion(self, start: int) -> bool:
        """Whether they date what is prepared for: "ahead of the anniversary on Oct. 10"."""
        keys = self.parser.tokens.keys
        if start == 0 or keys[start - 1] not in ("on", "in"):
            return False
        for index in range(max(0, start - _LEAD - _NOUN), start - 1):
            for end, _ in self.parser.matches(index).get("toward", ()):
                between = keys[end : start - 1]
                if between and not any(key in _STOPS or key in (",", ".", "on") for key in between):
                    return True
        return False

    def _attributive(self, start: int, end: int) -> bool:
        tokens = self.parser.tokens
        owns = end < len(tokens) and tokens.keys[end] == "'s"
        return owns or (start > 0 and "article" in self.parser.matches(start - 1))

    def _nearest(self, index: int, step: int) -> str:
        seen, passed, found = self._seen[step], list[int](), ""
        while 0 <= index < len(self.parser.tokens.keys) and not found and not self._stops(index):
            if index in seen:
                found = seen[index]
                break
            passed.append(index)
            found = self._cue(index)
            index += step
        seen.update(dict.fromkeys(passed, found))
        return found

    def _stops(self, index: int) -> bool:
        """Whether the sentence ends at the token."""
        tokens, after = self.parser.tokens, index + 1
        if tokens.keys[index] != "." or index == 0:
            return tokens.keys[index] in _STOPS
        if after < len(tokens) and not (tokens.capital(after) or tokens.keys[after] in _STOPS):
            return False
        return not self._abbreviated(index - 1)

    def _abbreviated(self, index: int) -> bool:
        """Whether the token is an initial or an abbreviation: a full stop after it ends nothing."""
        return len(self.parser.tokens.keys[index]) == 1 or "abbreviation" in self.parser.matches(index)

    def _cue(self, index: int) -> str:
        tokens = self.parser.tokens
        if tokens.kinds[index] not in ("word", "other"):
            return ""
        found = self.parser.matches(index)
        if "spoken" in found:
            return ""
        if "forward" in found:
            return "forward"
        regular = tokens.keys[index].endswith("ed") and "lower" in found and "no_cue" not in found
        passive = index > 0 and tokens.keys[index - 1] == "be"
        return "back" if ("back" in found or regular) and not passive else ""
