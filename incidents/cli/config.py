"""`incidents config`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from incidents.cli import options
from incidents.cli.command import Exemplified
from incidents.cli.command import command as make
from incidents.cli.configuration import Configuration, current
from incidents.cli.configuration.files import present, shown
from incidents.cli.screen import emit, say
from incidents.errors import BadInput

if TYPE_CHECKING:  # help needs nothing of it
    from incidents.cli.configuration.values import Row

EXAMPLES = """
incidents config
incidents config --path
incidents config --format json
"""


class Unconfigured(Exemplified):
    """A command that looks at the configuration itself, and works where that is broken."""

    configured = False


@make("config", EXAMPLES, Unconfigured, exits=(0, 2, 6))
@click.option("--path", "paths", is_flag=True, help="Print only the files that are read: your own, and the project's.")
@options.form
@options.writer
@options.database
@click.pass_context
def command(context: click.Context, /, who: str | None, database: str | None, form: str, *, paths: bool) -> None:
    """Show every key of the configuration, its value in force, and where that comes from.

    Your own file holds for all you do; the nearest .incidents.toml, from the working directory upwards, goes before it
    for what lies below; then INCIDENTS_DB, INCIDENTS_USER and the like; then options. docs/configuration.md says what
    each key does. A file that is broken is told, and ends this with exit code 6.
    """
    found = current()
    if paths:
        emit(f"{path}\n" for path in (found.own, found.project) if path)
    for words in _files_told(context, found):
        say(words)
    if not paths:
        from incidents.cli.configuration.values import rows  # noqa: PLC0415  help needs nothing of it

        given = {"database": (database, _source(context, "database")), "user": (who, _source(context, "who"))}
        every = list(rows(found, given))
        unset = [row[0] for row in every if form == "table" and row[0].startswith("list.") and not row[1]]
        emit(_printed(form, [row for row in every if row[0] not in unset]))
        if unset:
            say(f"not set: {', '.join(unset)}")
    for problem in found.problems:
        say(problem)
    if found.problems:
        raise BadInput("until that is mended, other commands run with --no-config only")


def _source(context: click.Context, name: str) -> str:
    source = context.get_parameter_source(name)
    if source is ParameterSource.COMMANDLINE:
        return "option"
    return "environment" if source is ParameterSource.ENVIRONMENT else ""


def _files_told(context: click.Context, found: Configuration) -> Iterator[str]:
    yield from found.notes
    if not found.own and not found.project:
        off = context.find_root().params.get("no_config")
        yield f"no file is followed: {'--no-config' if off else 'INCIDENTS_CONFIG'} says so, or there is no home"
        return
    there = "" if present(found.own) else " (not there)"
    yield f"your own file: {shown(found.own)}{there}"
    if found.project:
        yield f"the project's: {shown(found.project)}"
    else:
        yield "the project's: no .incidents.toml from here upwards"


def _printed(form: str, rows: "list[Row]") -> Iterator[str]:
    from incidents.cli.listing import printed  # noqa: PLC0415  help needs nothing of it
    from incidents.output.listings import CONFIGURATION  # noqa: PLC0415  likewise
    from incidents.output.table import Head  # noqa: PLC0415  likewise

    heads = {"key": Head("key", style="name"), "value": Head("value", 16), "source": Head("from", 12)}
    short = ((key, value, shown(source), meaning) for key, value, source, meaning in rows)
    return printed(form, CONFIGURATION, short if form == "table" else rows, heads)
