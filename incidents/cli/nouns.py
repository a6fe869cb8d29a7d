"""What `place` and `institution` have in common: searching, listing and showing the nodes of a tree."""

from collections.abc import Mapping, Sequence

import click

from incidents.cli.formed import one_meant
from incidents.cli.listing import printed
from incidents.cli.noun_page import belonging, page
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say, screen
from incidents.output.branches import Branch, drawn
from incidents.output.columns import Columns, names
from incidents.output.formats import lines
from incidents.output.objects import array, dumped, record
from incidents.output.table import Head
from incidents.output.thing_listings import INSTITUTION, PLACE, TREE
from incidents.store.query import tree
from incidents.store.query.below import Node, below
from incidents.store.query.terms import term

COLUMNS: dict[str, Columns] = {"place": PLACE, "institution": INSTITUTION}
HEADS = {
    "place": {
        "code": Head("code", style="name"),
        "korean": Head("korean"),
        "kind": Head("kind", 17),
        "path": Head("place", 20),
    },
    "institution": {
        "code": Head("code", style="name"),
        "name": Head("institution", 18),
        "korean": Head("korean"),
        "parent": Head("under", 14),
    },
}


depth = click.option("--depth", metavar="N", type=click.IntRange(1), help="Only N steps down.")


def listed(noun: str, given: Mapping[str, str | None], form: str, database: str | None) -> None:
    """Print the whole tree, or what is `below` one node, of one `level` and of one `kind`."""
    columns = COLUMNS[noun]
    with reading(database) as reader:
        code = one_meant(reader, noun, given["below"]) if given["below"] else ""
        kind = term(reader, f"{noun} kind", given["kind"]) if given["kind"] else ""
        rows = tree.listed(reader, noun, names(columns), below=code, level=given.get("level") or "", kind=kind)
        emit(printed(form, columns, rows, HEADS[noun], roomy=("korean",)))


def shown(noun: str, given: Sequence[str], form: str, database: str | None) -> None:
    """Print everything about some nodes."""
    columns = COLUMNS[noun]
    with reading(database) as reader:
        codes = [one_meant(reader, noun, words) for words in given]
        rows = tree.coded(reader, noun, names(columns), codes)
        if form in ("csv", "tsv", "md"):
            emit(lines(form, columns, rows))
            return
        pairs = ((record(columns, row), tree.around(reader, noun, code)) for code, row in zip(codes, rows, strict=True))
        if form == "table":
            emit(text for own, around in pairs for text in page(noun, own, around, screen()))
        else:
            objects = (own | belonging(noun, own, around) for own, around in pairs)
            emit(array(objects) if form == "json" else (dumped(item) + "\n" for item in objects))


def treed(noun: str, words: str, steps: int | None, form: str, database: str | None) -> None:
    """Print what lies below a node, drawn for people, else a row each."""
    with reading(database) as reader:
        nodes = below(reader, noun, one_meant(reader, noun, words), steps)
    if form == "table":
        shown = screen()
        emit(drawn(map(_branch, nodes), shown.columns, colour=shown.colour))
        say(f"{len(nodes) - 1} below {nodes[0].name}; the numbers are incidents")
    else:
        emit(lines(form, TREE, (_row(node) for node in nodes)))


def _branch(node: Node) -> Branch:
    name = f"{node.name} {node.korean}".strip()
    about = ", ".join(filter(None, (node.kind, node.why)))
    return Branch(node.depth, name, about, node.incidents, last=node.last)


def _row(node: Node) -> tuple[str | int, ...]:
    return node.depth, node.code, node.name, node.korean, node.kind, node.why, node.incidents
