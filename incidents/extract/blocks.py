"""Blocks of a text: paragraphs, headings, captions, boilerplate."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple, Self

from incidents.extract.phrases import alternatives
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Block, BlockKind

_LINE = re.compile(r"[^\n]*\n?")
_FINAL = re.compile(r"[.!?…:;,][\"')\]]{0,3}$|[\])]$|[.!?…][\"')\]]{0,3}\s+\S+.*[\"]$|。$")
_INNER = re.compile(r"[a-z]{4}[.!?][\"')]{0,2} +[\"A-Z]")
_IMAGE = re.compile(r"!\[|<img\b|\[(?:photo|image|video)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"/ ?(?:Image|Photo|Picture)s?:|\((?:(?:File )?Photo|Image)s?[:/ ][^()]{0,60}\)\s*$", re.IGNORECASE
)
_FILE = re.compile(r"[\w.-]{3,80}\.(?:jpe?g|png|gif|webp)\b", re.IGNORECASE)
"""What a caption begins with that was read out of a page with the name of its picture."""
_ADDRESS = re.compile(r"\(?\s*[\w.+-]+@[\w-]+\.[\w.-]+\s*\)?\.?$")
_BYLINE = re.compile(r"By [A-Z][\w'.-]*(?:[ ,]+(?:and )?[A-Z][\w'.-]*){0,7}$")
_HEADING = 120
_FURNITURE = 600
"""No line of boilerplate is longer."""
_ALT_TEXT = 80
_CAPTION = 300
"""No caption is longer that is known by what stands behind it only."""
_CREDITED = "credit"
_APART = 2
"""Paragraphs with an empty line between them have so many ends of lines there."""
_NARROWEST, _WIDEST = 42, 100
"""Of text that is broken at a fixed width."""
_FULL = 0.6
_STOPS = re.compile(r"[.!?…][\"')\]]{0,3}$")
Span = tuple[int, int]


class Furniture(NamedTuple):
    """What is no report text, from `boilerplate.csv`, by how it is recognised; all words in lower case."""

    kinds: Mapping[tuple[str, str], BlockKind]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    inside: re.Pattern[str]
    last: re.Pattern[str]
    """The last sentence of a caption: "Image: Daily NK"."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Self:
        """The rows of the table; `kind` is caption or boilerplate, `match` how it is told (`seeds/en/README.md`)."""
        kinds: dict[tuple[str, str], BlockKind] = {
            (row["match"], row["words"].lower()): "caption" if row["kind"] == "caption" else "boilerplate"
            for row in lexicon.rows("boilerplate")
        }
        words = {match: tuple(w for m, w in kinds if m == match) for match in ("start", "end", "contains", "last")}
        inside, last = (alternatives(words[match]) for match in ("contains", "last"))
        return cls(
            kinds,
            words["start"],
            words["end"],
            re.compile(inside),
            re.compile(rf"(?:^|[.!?)\]\"'] [(\[]?){last}[^.]{{0,{_ALT_TEXT}}}\.?$"),
        )

    def credits(self, line: str) -> bool:
        """Whether a line names nothing but who took a picture."""
        return (_CREDITED, line.strip().lower().rstrip(":.")) in self.kinds

    def kind(self, line: str) -> tuple[BlockKind, bool] | None:
        """The kind of a paragraph that is furniture, and whether it opens a list of titles."""
        if len(line) > _FURNITURE:
            return None
        text = line.strip().lower()
        whole = text.rstrip(":.")
        for match in ("list", "whole"):
            if (match, whole) in self.kinds:
                return self.kinds[match, whole], match == "list"
        kind = self._partly(text)
        return (kind, False) if kind else None

    def _partly(self, text: str) -> BlockKind | None:
        if text.startswith(self.starts):
            for words in self.starts:
                if text.startswith(words) and not (words[-1].isalnum() and text[len(words) : len(words) + 1].isalnum()):
                    return self.kinds["start", words]
        if text.endswith(self.ends):
            return next(self.kinds["end", words] for words in self.ends if text.endswith(words))
        found = self.inside.search(text)
        if found:
            return self.kinds["contains", found[0]]
        return "caption" if self.last.search(text) else None


def split(text: str, start: int, furniture: Furniture) -> tuple[Block, ...]:
    """The blocks of `text` from `start` on; what stands before it is front matter."""
    blocks = [Block(0, start, "front-matter")] if start else []
    in_list = False
    for begin, end in paragraphs(text, start):
        line = text[begin:end]
        known = furniture.kind(line)
        in_list = known[1] if known else in_list and heading(line)
        kind: BlockKind = known[0] if known else "boilerplate" if in_list else _kind(line)
        blocks.append(Block(begin, end, kind))
    return tuple(_with_captions(text, blocks, furniture))


def _with_captions(text: str, blocks: list[Block], furniture: Furniture) -> Iterator[Block]:
    """The blocks; what stands twice, or before a credit, is a caption if the report goes on after it.

    A paragraph that stands twice, with an empty line between, is the lead under its summary: once it is left.
    """
    last = max((k for k, block in enumerate(blocks) if block.kind == "paragraph"), default=0)
    lines = [text[block.start : block.end] for block in blocks]
    credited = {k for k, line in enumerate(lines[1:]) if furniture.credits(line) and len(lines[k]) <= _CAPTION}
    again = [k for k, (one, two) in enumerate(pairwise(lines), 1) if one == two]
    twice = {k - 1 for k in again if k in credited or text.count("\n", blocks[k - 1].end, blocks[k].start) < _APART}
    known = credited.union(again, twice)
    for k, block in enumerate(blocks):
        yield replace(block, kind="caption") if k in known and block.kind == "paragraph" and k < last else block


def _kind(line: str) -> BlockKind:
    if _IMAGE.match(line) or _FILE.match(line) or (len(line) <= _FURNITURE and _CREDIT.search(line)):
        return "caption"
    short = len(line) <= _HEADING
    if short and (_ADDRESS.match(line) or _BYLINE.match(line)):
        return "boilerplate"
    if len(line) <= _ALT_TEXT and line.islower() and heading(line):
        return "caption"
    if not any(c.isalnum() for c in line[:_HEADING]):
        return "boilerplate"
    return "heading" if heading(line) else "paragraph"


def heading(line: str) -> bool:
    """Whether a paragraph is as short as a heading and does not end as a sentence does."""
    return len(line) <= _HEADING and not _FINAL.search(line) and not _INNER.search(line)


def paragraphs(text: str, start: int) -> Iterator[Span]:
    """Paragraphs without the white space around them: lines, or runs of lines that were broken at a fixed width."""
    run: list[Span] = []
    for found in _LINE.finditer(text, start):
        line = _trimmed(text, found.start(), found.end())
        if line:
            run.append(line)
        if not line or found.end() == len(text):
            yield from _unwrapped(text, run)
            run = []


def _unwrapped(text: str, run: list[Span]) -> Iterator[Span]:
    widest = max((_columns(text, line) for line in run), default=0)
    if not _broken(text, run, widest):
        yield from run
        return
    begin = 0
    for k, line in enumerate(run):
        if k == len(run) - 1 or _last_of_paragraph(text, line, widest):
            yield run[begin][0], line[1]
            begin = k + 1


def _broken(text: str, run: list[Span], widest: int) -> bool:
    """Whether lines were broken at a fixed width: most are about as long, and few end as a sentence does."""
    if len(run) < 2 or not _NARROWEST <= widest <= _WIDEST:
        return False
    lines = run[:-1]
    full = sum(_columns(text, line) >= _FULL * widest for line in lines)
    open_ended = sum(not _STOPS.search(text, start, end) for start, end in lines)
    return full >= _FULL * len(lines) and 2 * open_ended >= len(lines)


@cache
def _wide() -> re.Pattern[str]:
    """Ranges so wide take long to compile, and few texts need them."""
    return re.compile("[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uff00-\uff60]")


def _columns(text: str, line: Span) -> int:
    """How wide a line stands on a page: Hangul takes two columns."""
    wide = 0 if text.isascii() else len(_wide().findall(text, *line))
    return line[1] - line[0] + wide


def _last_of_paragraph(text: str, line: Span, widest: int) -> bool:
    """A line that stops well before the margin after a full stop ends its paragraph."""
    return _columns(text, line) < _FULL * widest and bool(_FINAL.search(text, *line))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    stripped = line.strip()
    if not stripped:
        return None
    begin = start + len(line) - len(line.lstrip())
    return begin, begin + len(stripped)
