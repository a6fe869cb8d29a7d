"""`incidents withdraw`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say
from incidents.store.query.find import numbers_of

EXAMPLES = """
incidents withdraw 1 --reason "the source asked for it"
incidents withdraw 1 2 --reason "recorded twice" --dry-run
"""


@make("withdraw", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@click.option("--reason", metavar="WORDS", required=True, help="Why; kept in the change log.")
@options.dry_run
@options.writer
@options.database
def command(incident: tuple[str, ...], reason: str, who: str | None, database: str | None, *, dry_run: bool) -> None:
    """Take incidents out of the chronology, given by number, code or uid: all of them or none.

    Nothing is deleted: `list --withdrawn` shows them, `restore` brings them back.
    """
    from incidents.cli.reading import reading  # noqa: PLC0415  help must not load what writes
    from incidents.cli.startup import unwatched  # noqa: PLC0415
    from incidents.cli.writing import done, writable  # noqa: PLC0415

    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = [str(number) for number in numbers_of(reader, "incident", incident)]
    with unwatched():
        from incidents.actions.record import withdraw  # noqa: PLC0415  heavy, after what can be mistyped

        found = withdraw(location, name, numbers, reason, dry_run=dry_run)
    for one in found:
        say(f"{done('withdrawn', dry_run=dry_run)}: {one.id} {one.title}")
