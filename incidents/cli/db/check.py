"""`incidents db check`."""

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.errors import DatabaseProblem
from incidents.output.listings import CHECKED
from incidents.output.table import Head
from incidents.store.location import Location, default_location

EXAMPLES = """
incidents db check
incidents db check --format json
"""
HEADS = {"what": Head("checked", 16), "checked": Head("of them", right=True), "wrong": Head("wrong", 20, style="bad")}


@make("check", EXAMPLES)
@options.form
@options.database
def command(form: str, database: str | None) -> None:
    """Check the database: file, keys, names, derived tables, the chains of the change log, the hashes of the originals.

    It ends with exit code 3 if anything is wrong.
    """
    location = Location.parse(database) if database else default_location()
    reading(database).close()
    from incidents.store.integrity import check  # noqa: PLC0415  help needs nothing of it

    found = check(location)
    emit(printed(form, CHECKED, [(one.what, one.checked, "; ".join(one.wrong)) for one in found], HEADS))
    wrong = sum(len(one.wrong) for one in found)
    if wrong:
        told = "1 thing is" if wrong == 1 else f"{wrong} things are"
        raise DatabaseProblem(f"{told} wrong in {location.shown}; an older backup may be whole")
    say("all is well")
