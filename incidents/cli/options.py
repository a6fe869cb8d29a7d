"""Options that commands share, each spelled once."""

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from incidents.model.scales import KINDS, LEVELS, STATUSES
from incidents.output.formats import FORMATS

Function = TypeVar("Function", bound=Callable[..., Any])

SORTS = ("date", "-date", "id", "-id", "recorded", "-recorded", "level", "-level")


class FilterOptions(TypedDict):
    """What Click gives a command with `filter_options`; `cli.filters` makes a Filter of it."""

    province: tuple[str, ...]
    place: tuple[str, ...]
    institution: tuple[str, ...]
    type_: tuple[str, ...]
    family: tuple[str, ...]
    status: tuple[str, ...]
    kind: tuple[str, ...]
    since: str | None
    until: str | None
    certain: bool
    possible: bool
    verification: tuple[str, ...]
    at_least: str | None
    disputed: bool
    reviewed: bool
    source_type: tuple[str, ...]
    outlet: tuple[str, ...]
    tag: tuple[str, ...]
    text: str | None
    recorded_since: str | None
    by: str | None
    withdrawn: bool
    limit: int | None
    sort: str


def _named(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Refuse an empty name, which a script gives whose variable is not set."""
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty: name a file or a URL", context, option)
    return value


database = click.option(
    "--db",
    "database",
    metavar="DB",
    envvar="INCIDENTS_DB",
    callback=_named,
    help="Database: a path or a URL.  [env: INCIDENTS_DB]",
)
writer = click.option(
    "--as", "who", metavar="NAME", envvar="INCIDENTS_USER", help="Who is writing.  [env: INCIDENTS_USER]"
)
form = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print it."
)
dry_run = click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
edit = click.option("--edit", is_flag=True, help="Open it as a form in your editor.")
yes = click.option("--yes", is_flag=True, help="Do not ask back before several are changed.")
reason = click.option("--reason", metavar="WORDS", default="", help="Why; kept in the change log.")


def _many(*names: str, meta: str, text: str) -> Callable[[Function], Function]:
    return click.option(*names, metavar=meta, multiple=True, help=text)


def _choices(name: str, values: tuple[str, ...], text: str) -> Callable[[Function], Function]:
    return click.option(name, type=click.Choice(values), multiple=True, help=text)


def _countable(context: click.Context, option: click.Parameter, value: int | None) -> int | None:  # noqa: ARG001
    """No more than a database can count to: nowhere are there as many."""
    return None if value is None else min(value, 10**12)


def limit(text: str) -> Callable[[Function], Function]:
    """The option --limit with this help."""
    return click.option("--limit", metavar="N", type=click.IntRange(1), callback=_countable, help=text)


_FILTERS: tuple[Callable[[Any], Any], ...] = (
    _many("--province", meta="NAME", text="In this first-level unit: any name, or its ISO code."),
    _many("--place", meta="NAME", text="In this place or below it: any name (`Posong, Samsu`), or its code."),
    _many("--institution", meta="NAME", text="Of this institution or one below it."),
    _many("--type", "type_", meta="TYPE", text="Of this type."),
    _many("--family", meta="FAMILY", text="Of this family of types."),
    _choices("--status", STATUSES, "With this status."),
    _choices("--kind", KINDS, "Of this kind."),
    click.option("--since", metavar="DATE", help="Not before this day, month or year: 2016-3, `last month`."),
    click.option("--until", metavar="DATE", help="Not after this day, month or year."),
    click.option("--certain", is_flag=True, help="Only what lies wholly inside --since, --until."),
    click.option("--possible", is_flag=True, help="All that can lie inside; undated ones too."),
    _choices("--verification", LEVELS, "At this level of verification."),
    click.option("--at-least", type=click.Choice(LEVELS[:-1]), help="At this level of verification or above."),
    click.option("--disputed", is_flag=True, help="Only those that some evidence contradicts."),
    click.option("--reviewed", is_flag=True, help="Only those that a person has reviewed."),
    _many("--source-type", meta="TYPE", text="With evidence of this type of source."),
    _many("--outlet", meta="NAME", text="Reported by this outlet, or first had by it."),
    _many("--tag", meta="TAG", text="With this tag."),
    click.option("--text", metavar="WORDS", help="With all these words in title, summary or quotes."),
    click.option("--recorded-since", metavar="DATE", help="Recorded on this day (UTC) or later."),
    click.option("--by", metavar="NAME", help="Recorded by this person."),
    click.option("--withdrawn", is_flag=True, help="The withdrawn ones instead of the standing ones."),
    limit("Only the last N."),
    click.option("--sort", type=click.Choice(SORTS), default="date", show_default=True, help="Order; - turns it."),
)


def filters(command: Function) -> Function:
    """Give a command the filters; they arrive as keyword arguments (FilterOptions)."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command
