"""`incidents db info`."""

from collections.abc import Iterator

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.listing import printed
from incidents.cli.reading import located
from incidents.cli.screen import emit
from incidents.output.listings import SETTING
from incidents.output.table import Head
from incidents.store.location import Location
from incidents.store.query.connect import HEAD, open_reader, revision
from incidents.store.query.reports import counts

EXAMPLES = """
incidents db info
incidents db info --format json
"""
TABLES = ("incident", "report", "proposal", "change", "place", "institution", "outlet")


@make("info", EXAMPLES)
@options.form
@options.database
def command(form: str, database: str | None) -> None:
    """Say where the database is, of which revision, how large, and how much is in it."""
    location = located(database)
    heads = {"name": Head("", style="dim"), "value": Head("", 20)}
    emit(printed(form, SETTING, list(_facts(location)), heads))


def _facts(location: Location) -> Iterator[tuple[str, str]]:
    found = revision(location)
    yield "database", location.shown
    yield "kind", location.kind
    if location.kind == "sqlite":
        yield "bytes", str(location.path.stat().st_size)
    yield "revision", f"{found or 'none'}"
    yield "state", _state(found)
    if found == HEAD:
        with open_reader(location) as reader:
            yield from ((f"{table}s", str(number)) for table, number in counts(reader, TABLES).items())


def _state(found: str | None) -> str:
    if found is None:
        return "no database of this program: incidents db init makes one"
    if found < HEAD:
        return f"behind {HEAD}: incidents db upgrade brings it up"
    return "up to date" if found == HEAD else f"newer than this program ({HEAD}): upgrade the program"
