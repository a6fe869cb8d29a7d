"""`incidents link`."""

import click

from incidents.cli import options
from incidents.cli.command import command as make

EXAMPLES = """
incidents link 2 1 --relation follows
incidents link 4-6 7 --relation part-of --series --yes
incidents link 1 2 --relation related --dry-run
"""


@make("link", EXAMPLES)
@click.argument("incident")
@click.argument("other")
@click.option("--relation", metavar="KIND", help="part-of, duplicate-of, follows or related.")
@click.option(
    "--series", is_flag=True, help="With part-of: make the other one a series, which is never counted itself."
)
@click.option("--drop", is_flag=True, help="Take it back: of that kind, or without --relation of every kind.")
@options.reason
@options.yes
@options.dry_run
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    incident: str,
    other: str,
    relation: str | None,
    series: bool,
    drop: bool,
    reason: str,
    yes: bool,
    dry_run: bool,
    who: str | None,
    database: str | None,
) -> None:
    """Say how incidents (3-7,12, codes or uids) stand to the OTHER one: 2 follows 1, 4-6 are part of 7.

    `show` tells it of both. Several are linked all or none; before that it asks.
    """
    from incidents.cli import linking  # noqa: PLC0415  help must not load what writes

    asked = linking.Asked(relation or "", series=series, drop=drop, reason=reason)
    linking.linked(incident, other, asked, database, who, yes=yes, dry_run=dry_run)
