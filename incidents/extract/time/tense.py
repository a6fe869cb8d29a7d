"""Whether the words around an expression speak of what is to come or of what has been."""

from incidents.extract.time.grammar import Parser
from incidents.extract.time.tokens import BREAK

_REACH = 25
"""Tokens looked at to each side."""
_STOPS = frozenset((BREAK, ";", "!", "?", "”", "“"))


def forward(parser: Parser, start: int, end: int) -> bool:
    """Whether the nearest cue before the tokens in their sentence looks ahead; without one, the nearest after.

    Words that only say which ("the Aug. 7 attacks", "Tuesday's talks") share no verb's tense: they lie back.
    """
    if _attributive(parser, start, end):
        return False
    return (_before(parser, start) or _after(parser, end)) == "forward"


def _attributive(parser: Parser, start: int, end: int) -> bool:
    tokens = parser.tokens
    owns = end < len(tokens) and tokens.keys[end] == "'s"
    return owns or (start > 0 and "article" in parser.matches(start - 1))


def _before(parser: Parser, start: int) -> str:
    for index in range(start - 1, max(-1, start - _REACH), -1):
        if _stops(parser, index):
            return ""
        cue = _cue(parser, index)
        if cue:
            return cue
    return ""


def _after(parser: Parser, end: int) -> str:
    for index in range(end, min(len(parser.tokens), end + _REACH)):
        if _stops(parser, index):
            return ""
        cue = _cue(parser, index)
        if cue:
            return cue
    return ""


def _stops(parser: Parser, index: int) -> bool:
    """Whether the sentence ends at the token: a full stop after a word longer than an abbreviation."""
    tokens = parser.tokens
    if tokens.keys[index] in _STOPS:
        return True
    return tokens.keys[index] == "." and index > 0 and len(tokens.keys[index - 1]) > 4


def _cue(parser: Parser, index: int) -> str:
    tokens = parser.tokens
    if tokens.kinds[index] not in ("word", "other"):
        return ""
    found = parser.matches(index)
    if "forward" in found:
        return "forward"
    regular = tokens.keys[index].endswith("ed") and "lower" in found and "no_cue" not in found
    passive = index > 0 and tokens.keys[index - 1] == "be"
    return "back" if ("back" in found or regular) and not passive else ""
