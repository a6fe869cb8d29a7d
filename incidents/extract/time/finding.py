"""Finding time expressions: the longest reading at each place, from left to right."""

from collections.abc import Iterator

from incidents.extract.time.grammar import Grammar, Parser
from incidents.extract.time.node import Node
from incidents.extract.time.resolving import Expression
from incidents.extract.time.tense import Tense
from incidents.extract.time.tokens import tokenise
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document

_UNREAD = frozenset(("boilerplate", "front-matter"))


def find(document: Document, lexicon: Lexicon) -> tuple[Expression, ...]:
    """The time expressions of a document in their order, none overlapping, without those of boilerplate."""
    unread = [(block.start, block.end) for block in document.blocks if block.kind in _UNREAD]
    found = find_in(document.text, lexicon)
    return tuple(e for e in found if not any(start <= e.start < end for start, end in unread))


def find_in(text: str, lexicon: Lexicon) -> Iterator[Expression]:
    """The time expressions of a bare text."""
    grammar = lexicon.compiled(Grammar.of)
    tokens = tokenise(text, grammar.vocabulary.cut)
    parser = Parser(grammar, tokens)
    tense, passed = Tense(parser), 0
    for index in parser.openings():
        if index < passed or not parser.opens(index):
            continue
        passed, node = _longest(parser, index)
        if node:
            start, stop = tokens.starts[index], tokens.ends[passed - 1]
            ahead = tense.ahead(index, passed, named=node.operation == "named")
            open_ = not tense.settled(index, passed)
            due = tense.deadline(index)
            yield Expression(start, stop, text[start:stop], node, bool(ahead), due, open_, ahead == "weak")
        parser.forget()


def whole(text: str, lexicon: Lexicon) -> Expression | None:
    """All of a typed text as one expression, by the wider rule `typed`."""
    grammar = lexicon.compiled(Grammar.of)
    tokens = tokenise(text, grammar.vocabulary.cut)
    found = Parser(grammar, tokens).parse("typed", 0).get(len(tokens)) if tokens.keys else None
    return Expression(0, len(text), text, found[1]) if found else None


def _longest(parser: Parser, index: int) -> tuple[int, Node | None]:
    """The end and the node of the longest expression; no node where something to be left alone is as long."""
    found = parser.parse("expression", index)
    alone = parser.parse("none", index)
    end, passed = max(found, default=0), max(alone, default=0)
    return (passed, None) if passed >= end else (end, found[end][1])
