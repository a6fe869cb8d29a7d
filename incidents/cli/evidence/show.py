"""`incidents evidence show`."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.numbers import meant
from incidents.cli.reading import reading
from incidents.cli.screen import emit, screen
from incidents.output.columns import names
from incidents.output.formats import lines
from incidents.output.listings import CLAIM, EVIDENCE, INCIDENT, PASSAGE
from incidents.output.page import heading
from incidents.store.query.connect import Reader
from incidents.store.query.detail import Detail, detail, evidence_of

EXAMPLES = """
incidents evidence show 1
incidents evidence show 1,4-6 --format csv
"""


@make("show", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@options.form
@options.database
def command(incident: tuple[str, ...], form: str, database: str | None) -> None:
    """Show the evidence of incidents, given by number (3-7,12), code or uid.

    Each passage has the number that `evidence drop` and `evidence grade` take, its grades, where it stands in the text
    of its report, and what it claims. JSON holds all of it.
    """
    with reading(database) as reader:
        numbers = meant(reader, "incident", incident)
        if form in ("csv", "tsv", "md"):
            emit(lines(form, PASSAGE, evidence_of(reader, names(PASSAGE), numbers)))
        elif form == "table":
            emit(_pages(_details(reader, numbers)))
        else:
            from incidents.output.objects import array, dumped  # noqa: PLC0415  a page does not need it

            objects = _objects(_details(reader, numbers))
            emit(array(objects) if form == "json" else (dumped(one) + "\n" for one in objects))


def _details(reader: Reader, numbers: Sequence[int]) -> Iterator[Detail]:
    return (detail(reader, number, names(INCIDENT), names(EVIDENCE), names(CLAIM)) for number in numbers)


def _pages(details: Iterator[Detail]) -> Iterator[str]:
    from incidents.cli.incident_page import passages  # noqa: PLC0415  the other formats do not need it

    shown = screen()
    for place, one in enumerate(details):
        own = dict(zip(names(INCIDENT), one.incident, strict=True))
        yield "\n" * bool(place)
        yield from heading(f"{own['id']} · {own['title']}", shown.columns, colour=shown.colour)
        yield from passages(one, shown, exact=True)
        yield "" if one.passages else "no evidence\n"


def _objects(details: Iterator[Detail]) -> Iterator[dict[str, Any]]:
    from incidents.cli.incident_object import evidence_list  # noqa: PLC0415  the other formats do not need it

    for one in details:
        own = dict(zip(names(INCIDENT), one.incident, strict=True))
        for number, passage in enumerate(evidence_list(one), 1):
            yield {"incident_id": own["id"], "incident_code": own["code"], "number": number, **passage}
