"""What may stand at the cursor of a line: commands, options, choices, files, and values of the database."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click
from click.shell_completion import CompletionItem, _resolve_context, _resolve_incomplete

from incidents.cli.completing.line import Line
from incidents.cli.completing.table import subject

if TYPE_CHECKING:  # commands and options need no database
    from incidents.store.query.connect import Reader


class Offer(NamedTuple):
    """`kind` is `plain`, `open` (more of the word follows) or `file` (the shell completes names of files itself)."""

    kind: str
    text: str
    help: str = ""
    found: str = ""
    """A name that begins as it was typed, for a shell that drops what does not."""


FILES = Offer("file", "")


def offers(program: click.Group, line: Line) -> list[Offer]:
    """What may stand in place of the incomplete word. May raise anything: the caller says nothing of it."""
    if line.redirected:
        return [FILES]
    context = _resolve_context(program, {}, "incidents", list(line.words))
    target, incomplete = _resolve_incomplete(context, list(line.words), line.incomplete)
    if isinstance(target, click.Parameter):
        found = _of_parameter(context, target, incomplete)
    else:
        found = _items(target.shell_complete(context, incomplete))
    nothing_else = not found and not incomplete and not isinstance(target, click.Option)
    return _options(context) if nothing_else else found


def _options(context: click.Context) -> list[Offer]:
    """The options, where nothing else can stand: in a group, its commands can."""
    return _items(context.command.shell_complete(context, "--"))


def _items(items: Iterable["CompletionItem[str]"]) -> list[Offer]:
    return [Offer("plain", item.value, _line(item.help or "")) for item in items if item.value not in ("", "-")]


def _of_parameter(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[Offer]:
    about = subject(context.command_path.partition(" ")[2], parameter.name or "")
    if about == "file":
        return [FILES]
    if not about:
        return _items(parameter.shell_complete(context, incomplete))
    from incidents.cli.completing.values import values  # noqa: PLC0415  commands and options need no database

    with _reader(context, about, incomplete) as reader:
        found = values(reader, about, incomplete)
        return [Offer("open" if one.open else "plain", one.text, one.help, one.found) for one in found]


def _reader(context: click.Context, about: str, words: str) -> "Reader":
    """The database of the line, the environment or the configuration, else what the seeds know; none is ever made."""
    from incidents.cli.configuration import setting  # noqa: PLC0415  likewise
    from incidents.store.location import Location, default_location  # noqa: PLC0415  likewise
    from incidents.store.query.connect import exists, open_reader  # noqa: PLC0415  likewise

    with context.scope(cleanup=False):
        named = context.params.get("database") or setting("database")
    location = Location.parse(named) if named else default_location()
    if exists(location):
        return open_reader(location)
    from incidents.cli.completing.seeded import seeded  # noqa: PLC0415  only before there is a database

    return seeded(about, words)


def _line(text: str) -> str:
    return " ".join(text.split())
