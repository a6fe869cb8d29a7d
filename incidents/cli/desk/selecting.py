"""Selecting a passage of a text with the keyboard: by characters, words, rows and sentences."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from incidents.intake.tables import read_table
from incidents.paths import shipped

_FAR = 4000
"""No sentence is looked for further away than so many characters."""
_BREAK = re.compile(r"[.!?…。][”\"’'»)\]]*\s+(?=[“\"‘'«(\[]?([^\Wa-z_]\w*))|\s*\n\s*")
"""Where a sentence may end: a full stop before a capital, a digit or Hangul, and the end of a line."""
_BEFORE = re.compile(r"[\w.'&-]{1,20}$")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


class Selection(NamedTuple):
    """Where the cursor is, and where the selection was begun; None: the sentence at the cursor is what is meant."""

    cursor: int
    anchor: int | None = None


def span(text: str, selection: Selection) -> tuple[int, int]:
    """What is selected, without the white space around it."""
    if selection.anchor is None:
        return sentence(text, selection.cursor)
    return _trimmed(text, *sorted((selection.anchor, selection.cursor)))


def sentence(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds `offset`, else the one after it."""
    spans = list(_sentences(text, max(offset - _FAR, 0), min(offset + _FAR, len(text))))
    return next((one for one in spans if one[1] > offset), spans[-1] if spans else (offset, offset))


def moved(text: str, selection: Selection, motion: str) -> Selection:
    """The selection after a motion of MOTIONS; what was begun is extended."""
    cursor = MOTIONS[motion](text, selection)
    return selection._replace(cursor=min(max(cursor, 0), len(text)))


def begun(text: str, selection: Selection) -> Selection:
    """With the start set at the cursor; set already: without it."""
    if selection.anchor is not None:
        return Selection(selection.cursor)
    start, end = sentence(text, selection.cursor)
    inside = start <= selection.cursor <= end
    return Selection(selection.cursor, selection.cursor if inside else start)


def turned(text: str, selection: Selection) -> Selection:
    """With the cursor at the other end, so that this end can be moved; a sentence gets both its ends."""
    if selection.anchor is None:
        start, end = sentence(text, selection.cursor)
        return Selection(end, start)
    return Selection(selection.anchor, selection.cursor)


def _sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for found in _BREAK.finditer(text, first, last):
        if found[1] and found[0][0] == "." and _abbreviated(text, found):
            continue
        one = _trimmed(text, start, found.end())
        if one[0] < one[1]:
            yield one
        start = found.end()
    one = _trimmed(text, start, last)
    if one[0] < one[1]:
        yield one


def _abbreviated(text: str, found: re.Match[str]) -> bool:
    """Whether the full stop belongs to the word before it: "Jan. 1", "Mr. Kim", "U.S. Army"."""
    before = _BEFORE.search(text, max(found.start() - 24, 0), found.start())
    word, following = before[0] if before else "", found[1]
    kind = _abbreviations().get(word.lower(), "")
    if kind == "open":
        return _abbreviations().get(following.lower()) != "starter"
    return kind == "title" or (kind == "number" and following[0].isdigit()) or (len(word) == 1 and word.isupper())


@cache
def _abbreviations() -> Mapping[str, str]:
    """The kind of each word of the table, without its last full stop, in lower case."""
    rows = read_table(shipped("seeds") / "en" / "abbreviations.csv", ("kind", "words"))
    return {row["words"].lower(): row["kind"] for row in rows}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, end - len(piece) + len(piece.rstrip()))


def _next_sentence(text: str, selection: Selection) -> int:
    """The start of the next one; of a selection that was begun, its end goes to the end of a sentence."""
    _, end = sentence(text, selection.cursor)
    if selection.anchor is not None:
        return end if end > selection.cursor else sentence(text, end + 1)[1]
    start, _ = sentence(text, end + 1)
    return max(start, selection.cursor)


def _sentence_before(text: str, selection: Selection) -> int:
    spans = list(_sentences(text, max(selection.cursor - _FAR, 0), selection.cursor))
    return next((start for start, _ in reversed(spans) if start < selection.cursor), selection.cursor)


def _next_word(text: str, selection: Selection) -> int:
    """The start of the next word; of a selection that was begun, the end of the word."""
    found = _WORD.search(text, selection.cursor)
    if selection.anchor is not None or found is None:
        return found.end() if found else len(text)
    if found.start() == selection.cursor or text[selection.cursor].isalnum():
        found = _WORD.search(text, found.end())
    return found.start() if found else len(text)


def _word_before(text: str, selection: Selection) -> int:
    words = _WORD.finditer(text, max(selection.cursor - _FAR, 0), selection.cursor)
    return max((one.start() for one in words), default=0)


MOTIONS: Mapping[str, Callable[[str, Selection], int]] = {
    "right": lambda _, selection: selection.cursor + 1,
    "left": lambda _, selection: selection.cursor - 1,
    "word": _next_word,
    "word back": _word_before,
    "sentence": _next_sentence,
    "sentence back": _sentence_before,
}
