"""What `place search` and `institution search` do: the best first, and why each is there."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from incidents.cli.formed import formed
from incidents.cli.listing import printed
from incidents.cli.nouns import COLUMNS, HEADS
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.cli.typed.links import path_of
from incidents.errors import NotFound, UsageProblem
from incidents.output.table import Head
from incidents.output.thing_listings import INSTITUTION_FOUND, PLACE_FOUND
from incidents.store.query import tree
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS
from incidents.store.query.searching import Hit, search

_COLUMNS = {"place": PLACE_FOUND, "institution": INSTITUTION_FOUND}
_WHY = {"called": "called", "spelled": "spelled", "begins": "begins", "word": "in", "holds": "in", "similar": "like"}
"""Of each way to match the word before a name, in a table."""
_OWN = {"called": "so", "begins": "so", "word": "its name", "holds": "its name"}
"""What stands there instead of the own name."""
_SHOWN = 80
"""So many characters of what was looked for are said again."""
_ROOMY = {"place": ("kind",), "institution": ("parent", "korean")}


def searched(noun: str, words: str, limit: int, form: str, database: str | None) -> None:
    """Print what a name finds; nothing found is said and is no error.

    Raises:
        UsageProblem: the words have no letter and no digit.
    """
    if not NOUNS[noun].key(words):
        raise UsageProblem(f"say what to look for: a name, its beginning or a code; incidents {noun} list has all")
    with reading(database) as reader:
        found = _found(reader, noun, words, limit)
        say(_counted(words, found, limit))
        rows = _rows(reader, noun, found, table=form == "table")
        heads = HEADS[noun] | {"korean": Head("korean", 8), "match": Head("why", 12)}
        emit(printed(form, _COLUMNS[noun], rows, heads, roomy=_ROOMY[noun]))


def _found(reader: Reader, noun: str, words: str, limit: int) -> list[Hit]:
    """What the words find; before what is only like them the institution that their form names."""
    found = search(reader, noun, words, limit)
    if noun == "institution" and all(hit.how == "similar" for hit in found):
        with suppress(NotFound):
            code = formed(reader, words)
            found = [Hit(code, path_of(reader, noun, code), "called"), *found][:limit] if code else found
    return found


def _counted(words: str, found: Sequence[Hit], limit: int) -> str:
    """`3 found for 'Onchon', and 2 like it`."""
    words = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    if not found:
        return f"0 found for {words!r}, nor anything like it"
    like = sum(hit.how == "similar" for hit in found)
    more = f"; more, if there are: --limit {2 * limit}" * (len(found) == limit)
    if like == len(found):
        return f"0 found for {words!r}; {like} like it"
    return f"{len(found) - like} found for {words!r}{f', and {like} like it' * bool(like)}{more}"


def _rows(reader: Reader, noun: str, found: Sequence[Hit], *, table: bool) -> Iterator[tuple[Any, ...]]:
    columns = [column.name for column in COLUMNS[noun]]
    rows = tree.coded(reader, noun, columns, [hit.code for hit in found])
    for hit, row in zip(found, rows, strict=True):
        yield (*row, hit.found, _why(hit, row[columns.index("name")]) if table else hit.how)


def _why(hit: Hit, name: str) -> str:
    """`called Chinnampo, until 1952`; of its own name `called so`, `in its name`, of its code `its code`."""
    if hit.found == hit.code:
        return "its code" if hit.how == "called" else "its code begins so"
    told = _OWN.get(hit.how, name) if hit.found == name else hit.found
    return f"{_WHY[hit.how]} {told}" + f", until {hit.until}" * bool(hit.until)
