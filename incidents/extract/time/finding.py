"""Finding time expressions: the longest reading at each place, from left to right."""

from collections.abc import Iterator

from incidents.extract.time.events import event_in, spoken_of
from incidents.extract.time.grammar import Grammar
from incidents.extract.time.linked import linked
from incidents.extract.time.parsing import Parser
from incidents.extract.time.resolving import Expression
from incidents.extract.time.tense import Tense
from incidents.extract.time.tokens import tokenise
from incidents.lexicon.calendar import Calendar
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document

_UNREAD = frozenset(("boilerplate", "front-matter"))


def find(document: Document, lexicon: Lexicon) -> tuple[Expression, ...]:
    """The time expressions of a document in their order, none overlapping, without those of boilerplate."""
    unread = [(block.start, block.end) for block in document.blocks if block.kind in _UNREAD]
    found = find_in(document.text, lexicon)
    read = [e for e in found if not any(start <= e.start < end for start, end in unread)]
    return linked(read, document.text, lexicon)


def find_in(text: str, lexicon: Lexicon) -> Iterator[Expression]:
    """The time expressions of a bare text."""
    grammar = lexicon.compiled(Grammar.of)
    tokens = tokenise(text, grammar.cut)
    parser = Parser(grammar, tokens)
    tense, calendar, passed = Tense(parser), lexicon.compiled(Calendar.of), 0
    for index in parser.openings():
        if index < passed or not parser.opens(index):
            continue
        passed, node = parser.longest(index)
        event = event_in(node) if node else None
        if event and spoken_of(event, tense.before(index) or _ahead(parser, index, passed), calendar):
            continue
        if node:
            start, stop = tokens.starts[index], tokens.ends[passed - 1]
            ahead = tense.ahead(index, passed, named=node.operation == "named") or _ahead(parser, index, passed)
            open_ = not tense.settled(index, passed, named=node.operation in ("named", "month"))
            due = tense.deadline(index) or tense.deadline(passed - 1)
            yield Expression(start, stop, text[start:stop], node, bool(ahead), due, open_, ahead == "weak")
        parser.forget()


def whole(text: str, lexicon: Lexicon) -> Expression | None:
    """All of a typed text as one expression, by the wider rule `typed`."""
    grammar = lexicon.compiled(Grammar.of)
    tokens = tokenise(text, grammar.cut)
    found = Parser(grammar, tokens).parse("typed", 0).get(len(tokens)) if tokens.keys else None
    return Expression(0, len(text), text, found[1]) if found else None


def _ahead(parser: Parser, start: int, end: int) -> str:
    """`forward` if what stands after the tokens looks ahead, `weak` if it leads up to them: 추석을 앞두고.

    Where verbs come last, the day right after the one who speaks is that of the telling: 통일부는 10일 … 계획이라고;
    but not 회의는 20일 열릴 예정.
    """
    if parser.follows("nearby", end):
        return "weak"
    spoken = start > 0 and "topic" in parser.names(start - 1)
    return "forward" if parser.follows("imminent" if spoken else "ahead", end) else ""
