"""`incidents show`."""

from collections.abc import Iterator

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.incident_rows import exported
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.screen import emit, screen
from incidents.output.columns import names
from incidents.output.listings import CLAIM, EVIDENCE, INCIDENT
from incidents.store.query.connect import Reader
from incidents.store.query.detail import Detail, detail

EXAMPLES = """
incidents show 1
incidents show 1-3,5 --format json
incidents show 1 --format md
"""


@make("show", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@options.form
@options.database
def command(incident: tuple[str, ...], form: str, database: str | None) -> None:
    """Show everything about incidents, given by number (3-7,12), code or uid.

    Quotes stand with their sources, claims that differ side by side, and the level with its explanation. JSON holds all
    of it; csv, tsv and md have the columns of `list`.
    """
    with reading(database) as reader:
        numbers = meant(reader, "incident", incident)
        if form in ("csv", "tsv", "md"):
            emit(exported(form, reader, numbers))
        else:
            emit(_shown(form, _details(reader, numbers)))


def _details(reader: Reader, numbers: list[int]) -> Iterator[Detail]:
    return (detail(reader, number, names(INCIDENT), names(EVIDENCE), names(CLAIM)) for number in numbers)


def _shown(form: str, details: Iterator[Detail]) -> Iterator[str]:
    if form == "table":
        from incidents.cli.incident_page import page  # noqa: PLC0415  JSON does not need it

        shown = screen()
        return (text for number, one in enumerate(details) for text in ("\n" * bool(number), *page(one, shown)))
    from incidents.cli.incident_object import plain  # noqa: PLC0415  a page does not need it
    from incidents.output.objects import array, dumped  # noqa: PLC0415

    objects = map(plain, details)
    return array(objects) if form == "json" else (dumped(one) + "\n" for one in objects)
