"""A text cut into the small pieces that the grammar of dates is written over; one linear pass."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

BREAK = "¶"
"""The key of an empty line: no expression goes over it."""

_TOKEN = re.compile(
    r" ?(?:(?P<word>(?!https?://|www\.)[^\W\d_가-힣]+)"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<owner>['’‘`´][sS]\b)"
    r"|(?P<hyphen>[-‐‑‒–])"
    r"|(?P<link>https?://\S+|www\.\S+|!\[[^\]\n]{0,400}\]\([^)\n]{0,400}\))"
    r"|(?P<iso>(?<![\d.,/])\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2}(?!\d|[-./]\d))"
    r"|(?P<slash>(?<![\d.,/])\d{1,2}(?P<bar>[./])\d{1,2}(?P=bar)\d{4}(?!\d|[-./]\d))"
    r"|(?P<amount>\d+(?:[.,]\d+)+)"
    r"|(?P<ordinal>\d{1,2}(?:[sS][tT]|[nN][dD]|[rR][dD]|[tT][hH])\b)"
    r"|(?P<number>\d+)"
    r"|(?P<break>\n[ \t\r]*\n\s*)"
    r"|(?P<other>[^\s\d]))",
)
"""A token and the space before it. What is common stands first, for speed; the others in the order in which one would
take the words of another."""
_WIDE = dict(zip(range(ord("０"), ord("９") + 1), "0123456789", strict=True))
"""Full-width digits and what they are."""
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

    def run(self, start: int, parts: list[str]) -> None:
        """The pieces of one run, the first of which is a word."""
        for k, part in enumerate(parts):
            self.starts.append(start)
            start += len(part)
            self.ends.append(start)
            self.keys.append(part)
            self.kinds.append("inside" if k else "word")


def tokenise(text: str, cut: Callable[[str], list[str]] = lambda run: [run]) -> Tokens:
    """The tokens of `text`; `cut` divides a run of a script that writes no spaces into words and endings."""
    tokens = Tokens(text)
    lower = text.lower().translate(_WIDE)
    starts, ends, keys, kinds = tokens.starts, tokens.ends, tokens.keys, tokens.kinds
    same = len(lower) == len(text)
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "other"
        start, end = found.span(kind)
        if kind == "hangul":
            tokens.run(start, cut(text[start:end]))
            continue
        starts.append(start)
        ends.append(end)
        keys.append(_KEYS.get(kind) or (lower[start:end] if same else text[start:end].lower().translate(_WIDE)))
        kinds.append(kind)
    return tokens
