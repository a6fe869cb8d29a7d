"""`incidents restore`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.screen import say
from incidents.store.query.find import numbers_of

EXAMPLES = """
incidents restore 3
incidents restore 3 --reason "the source agrees" --dry-run
"""


@make("restore", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@options.reason
@options.dry_run
@options.writer
@options.database
def command(incident: tuple[str, ...], reason: str, who: str | None, database: str | None, *, dry_run: bool) -> None:
    """Bring withdrawn incidents back, given by number, code or uid: all of them or none."""
    from incidents.cli.reading import reading  # noqa: PLC0415  help must not load what writes
    from incidents.cli.startup import unwatched  # noqa: PLC0415
    from incidents.cli.writing import done, writable  # noqa: PLC0415

    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        numbers = [str(number) for number in numbers_of(reader, "incident", incident)]
    with unwatched():
        from incidents.actions.record import restore  # noqa: PLC0415  heavy, after what can be mistyped

        found = restore(location, name, numbers, reason, dry_run=dry_run)
    for one in found:
        say(f"{done('restored', dry_run=dry_run)}: {one.id} {one.title}")
