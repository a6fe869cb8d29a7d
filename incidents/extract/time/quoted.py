"""Which words of a text are a quotation or a quoted title: a sentence of their own inside another one."""

from incidents.extract.time.parsing import Parser

_OPENS = frozenset(('"', "“"))
_CLOSES = frozenset(('"', "”"))


def quotations(parser: Parser) -> dict[int, int]:
    """From the token of each mark around a quotation to that of the other one.

    Only of quotations that begin with a capital letter or a subject ("we") and end in their line: a fragment ('the
    talks "will resume" Monday') is part of the sentence around it, and a mark without its like says nothing.
    """
    tokens, pairs, opened = parser.tokens, dict[int, int](), -1
    if not any(mark in tokens.text for mark in _CLOSES):
        return pairs
    for index, key in enumerate(tokens.keys):
        if key in _CLOSES and opened >= 0 and "\n" not in tokens.text[tokens.ends[opened] : tokens.starts[index]]:
            if opened + 1 < index and (tokens.capital(opened + 1) or "subject" in parser.names(opened + 1)):
                pairs |= {opened: index, index: opened}
            opened = -1
        elif key in _OPENS:
            opened = index
    return pairs
