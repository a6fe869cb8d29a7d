"""What `place` and `institution` have in common: searching, listing and showing the nodes of a tree."""

from collections.abc import Iterator, Sequence
from typing import Any

from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import Screen, emit, say, screen
from incidents.output.columns import Columns, names
from incidents.output.formats import lines
from incidents.output.listings import INSTITUTION, PLACE
from incidents.output.objects import array, dumped, record
from incidents.output.page import heading, labelled
from incidents.output.table import Head
from incidents.store.query import tree
from incidents.store.query.names import one

COLUMNS: dict[str, Columns] = {"place": PLACE, "institution": INSTITUTION}
HEADS = {
    "place": {
        "code": Head("code", style="name"),
        "korean": Head("korean"),
        "kind": Head("kind", 12),
        "path": Head("place", 24),
    },
    "institution": {
        "code": Head("code", style="name"),
        "name": Head("institution", 20),
        "korean": Head("korean"),
        "parent": Head("under", 16),
    },
}


def searched(noun: str, words: str, limit: int, form: str, database: str | None) -> None:
    """Print what a name finds; nothing found is said and is no error."""
    columns = COLUMNS[noun]
    with reading(database) as reader:
        found = tree.search(reader, noun, words, limit)
        say(f"{len(found)} found" + (f" for {words!r}" if found else f" for {words!r}, nor anything like it"))
        rows = tree.coded(reader, noun, names(columns), [match.code for match in found])
        emit(printed(form, columns, rows, HEADS[noun], roomy=("kind", "parent")))


def listed(noun: str, below: str, level: str, form: str, database: str | None) -> None:
    """Print the whole tree, or what is below one node, or one level."""
    columns = COLUMNS[noun]
    with reading(database) as reader:
        code = one(reader, noun, below) if below else ""
        rows = tree.listed(reader, noun, names(columns), below=code, level=level)
        emit(printed(form, columns, rows, HEADS[noun], roomy=("korean",)))


def shown(noun: str, given: Sequence[str], form: str, database: str | None) -> None:
    """Print everything about some nodes."""
    columns = COLUMNS[noun]
    with reading(database) as reader:
        codes = [one(reader, noun, words) for words in given]
        rows = tree.coded(reader, noun, names(columns), codes)
        if form in ("csv", "tsv", "md"):
            emit(lines(form, columns, rows))
            return
        pairs = ((record(columns, row), tree.around(reader, noun, code)) for code, row in zip(codes, rows, strict=True))
        if form == "table":
            emit(text for own, around in pairs for text in _page(own, around, screen()))
        else:
            objects = (own | _belonging(around) for own, around in pairs)
            emit(array(objects) if form == "json" else (dumped(item) + "\n" for item in objects))


def _belonging(around: tree.Around) -> dict[str, Any]:
    return {
        "names": [dict(zip(tree.NAME, row, strict=True)) for row in around.names],
        "parents": [dict(zip(tree.PARENT, row, strict=True)) for row in around.parents],
        "below": [dict(zip(tree.CHILD, row, strict=True)) for row in around.children],
        "incidents": around.incidents,
    }


def _page(own: dict[str, Any], around: tree.Around, shown: Screen) -> Iterator[str]:
    yield from heading(f"{own['name']} {own['korean'] or ''}".strip(), shown.columns, colour=shown.colour)
    for label, texts in _facts(own, around):
        yield from labelled(label, texts, shown.columns, colour=shown.colour)


def _facts(own: dict[str, Any], around: tree.Around) -> Iterator[tuple[str, list[str]]]:
    yield "code", [own["code"] + (", retired" if own["retired"] else "")]
    yield "kind", [own["kind"]]
    yield "path", [own.get("path") or ""]
    yield "under", [f"{own['parent']} ({own['parent_code']})" if own.get("parent") else ""]
    yield "also under", [f"{name} ({code}), {kind}{_times(*times)}" for code, name, kind, *times in around.parents]
    yield "position", [f"{own['latitude']}, {own['longitude']}" if own.get("latitude") is not None else ""]
    yield "where", [own.get("place") or ""]
    yield "existing", [_times(own.get("since"), own.get("until")).lstrip(", ")]
    yield "names", [f"{name} ({language}, {kind}{_times(*times)})" for name, language, kind, *times in around.names]
    yield "below", ["; ".join(f"{name} ({code})" for code, name, _ in around.children)]
    yield "incidents", [str(around.incidents)]


def _times(since: str | None = None, until: str | None = None) -> str:
    return (f", from {since}" if since else "") + (f", until {until}" if until else "")
