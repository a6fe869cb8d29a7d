"""`incidents add`."""

from typing import Any, Unpack, cast

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.incident_options import EvidenceOptions, FieldOptions, evidence, fields
from incidents.cli.type_help import WithTypes

EXAMPLES = """
incidents add --title "Leaflets found in Samsu" --type leaflet-graffiti --date 2016-01-01 --place "Posong, Samsu"
incidents add --title "Traders held" --type arrest --date "late March 2016" --place Hyesan --people detained=2-3
incidents add --title "An order read again" --type order --report 3 --quote "overseas" --source-type overseas
echo '{"title": "Rice price in Musan", "type": "market", "when": "2024-07-15"}' | incidents add -
"""


class Given(FieldOptions, EvidenceOptions):
    """All options of the command that are values of the record."""


@make("add", EXAMPLES, WithTypes)
@click.argument("record", metavar="[-]", required=False, type=click.Choice(("-",)))
@fields
@evidence
@options.dry_run
@options.writer
@options.database
def command(
    record: str | None, who: str | None, database: str | None, *, dry_run: bool, **given: Unpack[Given]
) -> None:
    """Record an incident by hand, from options, or with `-` from one JSON object on standard input.

    Names may be in any spelling; a date in words is shown as it is understood. One passage of evidence can come with
    it: its words are looked up in the report. The keys of the JSON object are those of docs/output.md.
    """
    from incidents.cli import recording  # noqa: PLC0415  help must not load what writes

    recording.added(cast("dict[str, Any]", given), database, who, piped=record == "-", dry_run=dry_run)
