"""A text cut into the small pieces that the grammar of dates is written over; one linear pass."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

BREAK = "¶"
"""The key of an empty line: no expression goes over it."""

_TOKEN = re.compile(
    r"(?P<link>https?://\S+|www\.\S+|!\[[^\]\n]{0,400}\]\([^)\n]{0,400}\))"
    r"|(?P<iso>(?<![\d.,/])\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2}(?!\d|[-./]\d))"
    r"|(?P<slash>(?<![\d.,/])\d{1,2}(?P<bar>[./])\d{1,2}(?P=bar)\d{4}(?!\d|[-./]\d))"
    r"|(?P<amount>\d+(?:[.,]\d+)+)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+)"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<word>[^\W\d_가-힣]+)"
    r"|(?P<owner>['’‘`´][sS]\b)"
    r"|(?P<hyphen>[-‐‑‒–])"
    r"|(?P<break>\n[ \t\r]*\n\s*)"
    r"|(?P<other>[^\s\d])",
)
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

    def add(self, start: int, end: int, key: str, kind: str) -> None:
        """One more token at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self.keys.append(key)
        self.kinds.append(kind)


def tokenise(text: str, cut: Callable[[str], list[str]] = lambda run: [run]) -> Tokens:
    """The tokens of `text`; `cut` divides a run of a script that writes no spaces into words and endings."""
    tokens = Tokens(text)
    for found in _TOKEN.finditer(text):
        kind, start = found.lastgroup or "other", found.start()
        if kind == "hangul":
            for part in cut(found[0]):
                tokens.add(start, start + len(part), part, "word" if start == found.start() else "inside")
                start += len(part)
            continue
        tokens.add(start, found.end(), _KEYS.get(kind) or found[0].lower(), kind)
    return tokens
