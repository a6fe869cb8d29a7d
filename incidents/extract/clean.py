"""The kept text becomes the clean text, with the way back."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

_ONE_FOR_ONE = (
    dict.fromkeys(map(ord, "‘’‚‛ʼ`´′"), "'")
    | dict.fromkeys(map(ord, "“”„‟″«»「」『』"), '"')
    | dict.fromkeys(map(ord, "‐‑‒–−"), "-")
    | dict.fromkeys(map(ord, "―─"), "—")
    | dict.fromkeys(map(ord, "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"), " ")
    | dict.fromkeys(map(ord, "\u202f\u205f\u3000"), " ")
    | dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")
)
_DROPPED = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_SEPARATING = "\u200b"
"""The zero-width space, which divides words; the others stand inside them."""
_CHANGES = (
    f"[{_DROPPED}]+|[^\\W_][\u0300-\u036f]{{1,8}}"
    "|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]"
)
_CHANGING = re.compile(_CHANGES)
_TIGHTENING = re.compile(rf"(?<! ) +\n *|\n +|{_CHANGES}")
_INVISIBLE = re.compile(f"[{_DROPPED}]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


def clean(kept: str, *, tight: bool = False) -> tuple[str, Sequence[int]]:
    """The clean text, and for each of its code points its offset in `kept`, with the length of `kept` last.

    Quotes, dashes, spaces and line ends become the plain ones, one for one: `'`, `"`, `-`, `—`, space, newline.
    Soft hyphens and zero-width characters are dropped (but a zero-width space between two letters or digits becomes
    a space), decomposed letters composed; if `tight`, a line end and the spaces around it are one newline. The
    offsets are empty if that did not change the length.
    """
    kept = _LONE_RETURN.sub("\n", kept).replace("\r", " ").translate(_ONE_FOR_ONE)
    changing = _TIGHTENING if tight else _CHANGING
    if (kept.isascii() and not tight) or not changing.search(kept):
        return kept, ()
    pieces: list[str] = []
    offsets = array("I")
    for piece, start, length in _pieces(kept, changing):
        pieces.append(piece)
        offsets.extend(range(start, start + length) if length == len(piece) else [start] * len(piece))
    offsets.append(len(kept))
    return "".join(pieces), offsets


def _pieces(kept: str, changing: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """What the text is made of now: a piece, where it stood, and how long it was."""
    position = 0
    for found in changing.finditer(kept):
        yield kept[position : found.start()], position, found.start() - position
        position = found.end()
        before, after = kept[max(0, found.start() - 1) : found.start()], kept[position : position + 1]
        between = before.isalnum() and after.isalnum()
        yield _composed(found[0], between=between), found.start(), position - found.start()
    yield kept[position:], position, len(kept) - position


def _composed(piece: str, *, between: bool) -> str:
    if "\n" in piece:
        return "\n"
    if not _INVISIBLE.match(piece):
        return unicodedata.normalize("NFC", piece)
    return " " if between and _SEPARATING in piece else ""
