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
incidents add "leaflets found at Posong station on New Year's Day 2016"
incidents add "traders held in Hyesan last week" --counted-from 2025-02-06 --type arrest --tag border
echo '{"title": "Rice price in Musan", "type": "market", "when": "2024-07-15"}' | incidents add -
"""


class Given(FieldOptions, EvidenceOptions):
    """All options of the command that are values of the record."""


@make("add", EXAMPLES, WithTypes)
@click.argument("sentence", metavar="[SENTENCE|-]", default="")
@fields
@evidence
@options.edit
@options.dry_run
@options.writer
@options.database
def command(
    *,
    sentence: str,
    edit: bool,
    who: str | None,
    database: str | None,
    dry_run: bool,
    **given: Unpack[Given],
) -> None:
    """Record an incident by hand: from options, from a sentence, in a form, or with `-` from one JSON object.

    A sentence in quotes is read as a report would be; options beside it win, and what it does not tell stays open.
    At a terminal, what is missing is asked for and the whole record is shown before it is saved.

    Names may be in any spelling; a date in words is shown as it is understood. One passage of evidence can come with
    it: its words are looked up in the report. The keys of the JSON object are those of docs/output.md.
    """
    from incidents.cli import drafting, recording  # noqa: PLC0415  help must not load what writes

    recording.added(cast("dict[str, Any]", given), database, who, drafting.Way(sentence, edit, dry_run))
