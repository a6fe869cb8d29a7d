"""Labelled paragraphs for a page about one thing, within a width."""

from collections.abc import Iterable, Iterator

from incidents.output.safe import safe
from incidents.output.style import paint
from incidents.output.width import pad, wrap

LABEL = 12
"""Columns of the labels at the left."""


def heading(text: str, columns: int, *, colour: bool) -> Iterator[str]:
    """A title over the whole width."""
    yield from (f"{paint(line, 'bold', colour=colour)}\n" for line in wrap(safe(text), columns))


def labelled(label: str, texts: Iterable[str], columns: int, *, colour: bool) -> Iterator[str]:
    """Paragraphs beside a label; nothing without texts."""
    for text in filter(None, texts):
        for line in paragraph(text, columns - LABEL):
            yield f"{paint(pad(label, LABEL), 'dim', colour=colour)}{line}\n".rstrip(" ")
            label = ""


def paragraph(text: str, columns: int) -> Iterator[str]:
    """The lines of a text, wrapped; its own line breaks stay."""
    for part in safe(text).split("\n"):
        yield from wrap(part.strip(), columns)


def indented(text: str, columns: int, indent: int, style: str = "", *, colour: bool) -> Iterator[str]:
    """A paragraph set in."""
    for line in paragraph(text, columns - indent):
        yield f"{' ' * indent}{paint(line, style, colour=colour)}\n"
