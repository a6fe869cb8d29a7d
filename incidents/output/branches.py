"""Drawing a tree for people: one line a node, with the lines that lead to it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from incidents.output.safe import line
from incidents.output.style import paint
from incidents.output.width import cut, pad, width

_GAP = 2


class Branch(NamedTuple):
    """A node: its name, what else is said of it, a number at the right (0 is left out); each after its parent."""

    depth: int
    name: str
    about: str = ""
    number: int = 0
    last: bool = False
    """Whether nothing follows it below the same parent."""


def drawn(branches: Iterable[Branch], columns: int, *, colour: bool) -> Iterator[str]:
    """The lines of a tree, at most `columns` wide: names whole as far as they fit, numbers one below the other."""
    nodes = list(branches)
    leads = list(_leads(nodes))
    digits = max((len(_number(node)) for node in nodes), default=0)
    room = columns - digits - _GAP
    texts = [_text(lead, node) for lead, node in zip(leads, nodes, strict=True)]
    widest = min(room, max((width(text) for text in texts), default=0))
    for lead, node, text in zip(leads, nodes, texts, strict=True):
        number = _number(node)
        shown = cut(text, widest if number else columns)
        space = pad("", widest - width(shown) + _GAP + digits - len(number)) if number else ""
        yield _painted(shown, len(lead), node, colour=colour) + space + paint(number, "name", colour=colour) + "\n"


def _leads(nodes: Iterable[Branch]) -> Iterator[str]:
    ended: list[bool] = []
    for node in nodes:
        del ended[max(node.depth, 1) - 1 :]
        before = "".join("    " if gone else "│   " for gone in ended)
        yield before + ("└── " if node.last else "├── ") if node.depth else ""
        if node.depth:
            ended.append(node.last)


def _text(lead: str, node: Branch) -> str:
    return lead + line(node.name) + (f"  {line(node.about)}" if node.about else "")


def _painted(text: str, lead: int, node: Branch, *, colour: bool) -> str:
    """The lead and what is said beside the name are dim."""
    end = lead + len(line(node.name))
    head, name, rest = text[:lead], text[lead:end], text[end:]
    return "".join((paint(head, "dim", colour=colour), name, paint(rest, "dim", colour=colour)))


def _number(node: Branch) -> str:
    return str(node.number) if node.number else ""
