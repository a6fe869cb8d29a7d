"""A text cut into the small pieces that the grammar of dates is written over; one linear pass."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, compress
from operator import itemgetter, sub

BREAK = "¶"
"""The key of an empty line: no expression goes over it."""

_PATTERNS = {
    "word": r"(?!https?://|www\.)(?:[A-Za-z]+(?![^\W\d_가-힣])|[^\W\d_가-힣]+)",
    "hangul": r"[가-힣]+",
    "owner": r"['’‘`´][sS]\b",
    "hyphen": r"[-‐‑‒–]",
    "link": r"https?://\S+|www\.\S+|!\[[^\]\n]{0,400}\]\([^)\n]{0,400}\)",
    "iso": r"(?<![\d.,/])\d{4}(?:-\d{1,2}-|\.\d{1,2}\.|/\d{1,2}/)\d{1,2}(?!\d|[-./]\d)",
    "slash": r"(?<![\d.,/])\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/)\d{4}(?!\d|[-./]\d)",
    "amount": r"\d+(?:[.,]\d+)+",
    "ordinal": r"\d{1,2}(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])\b",
    "number": r"\d+",
    "break": r"\n[ \t\r]*\n\s*",
    "other": r"[^\s\d]",
}
"""The kinds of tokens. What is common stands first, for speed; the others in the order in which one would take the
words of another."""
_PIECE = re.compile(rf" ?(?:{'|'.join(_PATTERNS.values())})|\s")
"""A token with the space before it, or white space: the pieces are the whole text."""
_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items()))
_NUMBERED = ".,/"
"""After these (or a digit) nothing is a date that can be an amount: 5,1.2.2016."""
_WIDE = dict(zip(range(ord("０"), ord("９") + 1), "0123456789", strict=True))
"""Full-width digits and what they are."""
WORDS = frozenset(("word", "hangul"))
"""The kinds of what is written in letters only."""
_KEYS = {"hyphen": "-", "owner": "'s", "break": BREAK}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: where each token starts and ends, its key (folded text) and its kind.

    Of a run that is written without spaces only the first piece is a `word`; the others are `inside`.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.keys)

    def written(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def run_end(self, index: int) -> int:
        """The index after the last piece of the run that begins with the token."""
        index += 1
        while index < len(self.kinds) and self.kinds[index] == "inside":
            index += 1
        return index


class _Shapes(dict[str, tuple[int, str, str]]):
    """Size, key and kind of the token in a piece; no kind for white space. Words come again, so they are kept."""

    def __missing__(self, piece: str) -> tuple[int, str, str]:
        if len(self) >= _KEPT:
            self.clear()
        found = self[piece] = _shape(piece)
        return found


_KEPT = 50_000
"""Pieces kept at most."""
_SHAPES = _Shapes()


def _shape(piece: str) -> tuple[int, str, str]:
    written = piece.removeprefix(" ")
    found = _KIND.fullmatch(written)
    if not found:
        return 0, "", ""
    kind = found.lastgroup or ""
    return len(written), _KEYS.get(kind) or written.lower().translate(_WIDE), kind


def kind_of(key: str) -> str:
    """The kind of a token that stands alone; BREAK is `other`."""
    return _SHAPES[key][2]


def tokenise(text: str, cut: Callable[[str], list[str]] = lambda run: [run]) -> Tokens:
    """The tokens of `text`; `cut` divides a run of a script that writes no spaces into words and endings."""
    pieces = _PIECE.findall(text)
    if not pieces:
        return Tokens(text)
    ends = [*accumulate(map(len, pieces))]
    shapes = [*map(_SHAPES.__getitem__, pieces)]
    sizes, keys, kinds = map(itemgetter(0), shapes), map(itemgetter(1), shapes), [*map(itemgetter(2), shapes)]
    columns = (map(sub, ends, sizes), ends, keys, kinds)
    tokens = Tokens(text, *(list(compress(column, kinds)) for column in columns))
    if "hangul" in tokens.kinds:
        tokens = _cut(tokens, cut)
    if "iso" in tokens.kinds or "slash" in tokens.kinds:
        _unread(tokens)
    return tokens


def _cut(tokens: Tokens, cut: Callable[[str], list[str]]) -> Tokens:
    """The tokens with each run of Hangul in the pieces that `cut` gives, the first of which is a word."""
    made = Tokens(tokens.text)
    for start, end, key, kind in zip(tokens.starts, tokens.ends, tokens.keys, tokens.kinds, strict=True):
        parts = cut(key) if kind == "hangul" else (key,)
        ends = [end] if len(parts) == 1 else [*accumulate(map(len, parts), initial=start)][1:]
        made.starts.extend((start, *ends[:-1]))
        made.ends.extend(ends)
        made.keys.extend(parts)
        made.kinds.extend(("word" if kind == "hangul" else kind, *("inside",) * (len(parts) - 1)))
    return made


def _unread(tokens: Tokens) -> None:
    """Takes for amounts what looks like a date but goes on from a number or a mark."""
    for index, kind in enumerate(tokens.kinds):
        start = tokens.starts[index]
        if kind in ("iso", "slash") and start and (tokens.text[start - 1] in _NUMBERED):
            tokens.kinds[index] = "amount"
