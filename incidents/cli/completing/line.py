"""The command line as it stands before the cursor, split as the shell will split it."""

import re
from typing import NamedTuple

BREAKS = " \t\n\"'@><=;|&(:"
"""Where bash begins a new word to complete, unless COMP_WORDBREAKS says otherwise."""
_UNSAFE = re.compile(r"[^\w\-./,:=@%+]")
_IN_DOUBLE = re.compile(r'[\\"$`]')


class Line(NamedTuple):
    """The words before the cursor and the one that it stands in.

    `raw` is that word as it was typed, with its quotes; `quote` the quotation mark that is open in it; `option` what
    of it names the option (`--place=`), which `words` then end with, so that `incomplete` is the value alone.
    """

    words: tuple[str, ...]
    incomplete: str
    raw: str
    quote: str
    option: str
    redirected: bool


class _Scan:
    """The state of a shell that reads a line up to the cursor."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.raw = self.word = self.quote = ""
        self.escaped = False

    def take(self, character: str) -> None:
        if self.escaped:
            self.escaped = False
            self._add(character, character if self.quote != '"' or character in '\\"$`' else f"\\{character}")
        elif character == "\\" and self.quote != "'":
            self.escaped = True
            self._add(character, "")
        elif self.quote:
            self._add(character, "" if character == self.quote else character)
            self.quote = "" if character == self.quote else self.quote
        elif character in "\"'":
            self.quote = character
            self._add(character, "")
        elif character.isspace():
            self.end()
        else:
            self._add(character, character)

    def end(self) -> None:
        if self.raw:
            self.words.append(self.word)
        self.raw = self.word = ""

    def _add(self, raw: str, meant: str) -> None:
        self.raw += raw
        self.word += meant


def split(text: str) -> Line:
    """Split what stands before the cursor; the first word, the program, is left out."""
    scan = _Scan()
    for character in text:
        scan.take(character)
    words, incomplete = scan.words[1:], scan.word
    option = ""
    if incomplete.startswith("--") and "=" in incomplete and "--" not in words:
        name, _, incomplete = incomplete.partition("=")
        option = f"{name}="
        words.append(name)
    redirected = scan.raw.lstrip("012").startswith((">", "<")) or (bool(words) and words[-1] in (">", ">>", "<", "2>"))
    return Line(tuple(words), incomplete, scan.raw, scan.quote, option, redirected)


def inserted(line: Line, value: str, breaks: str = BREAKS) -> str | None:
    """What bash puts in place of what it takes for the word: the value with what is needed to quote it.

    None: the value does not go on from what stands before the word of bash.
    """
    kept = line.raw[: _start(line, breaks)]
    before = split(f"x {kept}")
    lead = before.option + before.incomplete
    whole = line.option + value
    rest = whole[len(lead) :] if whole.startswith(lead) else _after(whole, lead)
    return None if rest is None else _quoted(rest, line.quote)


def _start(line: Line, breaks: str) -> int:
    """Where in the raw word bash takes the word to begin: after the open quotation mark, else after the last break."""
    scan, start = _Scan(), 0
    for index, character in enumerate(line.raw):
        plain = not scan.quote and not scan.escaped
        scan.take(character)
        if plain and (character in "\"'" if scan.quote else character in breaks and character not in "\"'\\"):
            start = index + 1
    return start


def _after(whole: str, lead: str) -> str | None:
    """The rest of a value whose beginning is spelled otherwise than it was typed: `Hyesan:to` after `hyesan:`."""
    last = lead[-1]
    parts = whole.split(last, lead.count(last))
    return parts[-1] if len(parts) > lead.count(last) else None


def _quoted(text: str, quote: str) -> str:
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote == '"':
        return _IN_DOUBLE.sub(lambda found: f"\\{found[0]}", text)
    return _UNSAFE.sub(lambda found: f"\\{found[0]}", text)
