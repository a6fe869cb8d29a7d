"""`incidents edit`."""

from typing import Any, Unpack, cast

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.incident_options import EvidenceOptions, FieldOptions, evidence, fields

CLEARABLE = ("summary", "date", "places", "institutions", "people", "tags", "note", "level", "open-names")
EXAMPLES = """
incidents edit 1 --date "early January 2016" --reason "the second report is clearer"
incidents edit 1 --place Hyesan --place "Sinpha:to" --tag border
incidents edit 1 --clear note --reviewed --dry-run
incidents edit 4-6,8 --tag border --yes
"""


class Given(FieldOptions, EvidenceOptions):
    """All options of the command that are values of the record."""


@make("edit", EXAMPLES)
@click.argument("incident", nargs=-1, required=True)
@fields
@click.option("--untag", metavar="TAG", multiple=True, help="Take a tag away.")
@click.option("--clear", type=click.Choice(CLEARABLE), multiple=True, help="Empty a field.")
@click.option("--reviewed", is_flag=True, help="Mark it as reviewed by you.")
@click.option("--revision", metavar="N", type=click.IntRange(1), help="Refuse if this is not its revision any more.")
@evidence
@options.reason
@options.edit
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    incident: tuple[str, ...],
    untag: tuple[str, ...],
    clear: tuple[str, ...],
    reviewed: bool,
    revision: int | None,
    reason: str,
    edit: bool,
    yes: bool,
    dry_run: bool,
    who: str | None,
    database: str | None,
    **given: Unpack[Given],
) -> None:
    """Change fields of incidents, given by number (3-7,12), code or uid; what is not named stays.

    --place, --institution and --people replace those that it had, --tag adds one. A passage of evidence is added to
    those that it has. A date, place or institution set here is your decision: the claims stay beside it.
    Several are changed all or none; before that it asks. --edit opens one of them as a form in your editor (EDITOR),
    in which what is wrong is marked; an edit that somebody else came before is refused, and what you typed kept.
    """
    from incidents.cli import editing  # noqa: PLC0415  help must not load what writes

    change = editing.Change(cast("dict[str, Any]", given), untag, clear, reviewed, revision)
    if edit:
        from incidents.cli import editing_form  # noqa: PLC0415  as above

        editing_form.edited(incident, change, reason, database, who, dry_run=dry_run)
        return
    editing.edited(incident, change, reason, database, who, yes=yes, dry_run=dry_run)
