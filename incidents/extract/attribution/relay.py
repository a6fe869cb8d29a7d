"""Passages that another outlet had first: a block quotation with the outlet's name in brackets after it."""

from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document

Relay = tuple[int, int, str]


def relays(document: Document, lexicon: Lexicon) -> tuple[Relay, ...]:
    """Spans with the code of the outlet that they were taken from: quoted paragraphs up to "[Radio Free Asia]"."""
    found, said = list[Relay](), _saying(lexicon)
    for hit in lexicon.names(document.text).outlets:
        if not _bracketed(document.text, hit.start, hit.end):
            continue
        begin = _begin(document, hit.start, found[-1][1] if found else 0, said)
        found.append((begin, hit.end, hit.found[0]))
    return tuple(found)


def _bracketed(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in "[(" and text[end : end + 1] in ("]", ")") and text[start - 1] == "["


def _saying(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f" {row['words']}" for row in lexicon.rows("attribution_words") if row["kind"] == "quoting")


def _begin(document: Document, position: int, floor: int, said: tuple[str, ...]) -> int:
    """The start of the run of paragraphs with quotations that ends at `position`, not before `floor`."""
    blocks = [b for b in document.blocks if b.kind == "paragraph" and b.start < position]
    if not blocks:
        return position
    begin = blocks[-1].start
    for block in reversed(blocks[:-1]):
        if block.start < floor or not _quotes(document.text[block.start : block.end], said):
            break
        begin = block.start
    return max(begin, floor)


def _quotes(text: str, said: tuple[str, ...]) -> bool:
    return text[:1] == '"' or text.endswith("]") or ('"' in text and any(word in text for word in said))
