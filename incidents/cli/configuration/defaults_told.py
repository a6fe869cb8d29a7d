"""What a command says of the defaults that a configuration file gave it: nobody should take a part for all."""

from collections.abc import Iterator

import click
from click.core import ParameterSource

from incidents.cli.configuration import current, parameter
from incidents.cli.configuration.files import shown
from incidents.cli.options import FilterOptions

_FLAGS = ("certain", "possible", "disputed", "reviewed")
_BARE = ("province", "place", "institution", "tag", "family", "type", *_FLAGS)
"""What is told without the name of its key."""
_WORDED = {
    "at-least": "{} or above",
    "limit": "the last {}",
    "outlet": "by {}",
    "text": "with “{}”",
    "by": "recorded by {}",
    "recorded-since": "recorded since {}",
    "source-type": "told by {}",
}


def configured(context: click.Context, name: str) -> bool:
    """Whether a configuration file gave a parameter its value, and no option or variable did."""
    return context.get_parameter_source(name) is ParameterSource.DEFAULT_MAP


def defaults_told(context: click.Context, given: FilterOptions) -> Iterator[str]:
    """`only Nampo, since 2015, from .incidents.toml; all: incidents --no-config list`; nothing without such a filter.

    A window of the command line wins over one of a file: `given` loses --certain for --possible, and the other way.
    """
    if given["certain"] and given["possible"]:
        mine, others = configured(context, "certain"), configured(context, "possible")
        given["certain"], given["possible"] = not mine or others, not others or mine
    from incidents.cli.configuration.keys import LAYOUT  # noqa: PLC0415  what writes takes only `database_told`

    by_file: dict[str, list[str]] = {}
    for key, (value, path) in current().values.items():
        name = key.removeprefix("list.")
        shortens = key != name and key not in LAYOUT
        if shortens and configured(context, parameter(key)) and given.get(parameter(key)):
            by_file.setdefault(path, []).append(_worded(name, value))
    if by_file:
        parts = "; ".join(f"only {', '.join(words)}, from {shown(path)}" for path, words in by_file.items())
        yield f"{parts}; all: {_whole(context)}"


def database_told(shown_database: str) -> str:
    """`writing to postgresql://…, as .incidents.toml says`, where a project's file names a server; else nothing."""
    context = click.get_current_context(silent=True)
    found = current()
    if context is None or not found.project or not configured(context, "database"):
        return ""
    named = found.values["database"].path == found.project
    return f"writing to {shown_database}, as {shown(found.project)} says" if named else ""


def _worded(name: str, value: object) -> str:
    if name in _FLAGS:
        return name
    words = " or ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if name in _BARE:
        return words
    return _WORDED[name].format(words) if name in _WORDED else f"{name} {words}"


def _whole(context: click.Context) -> str:
    """The command that lists everything, of the same database."""
    from shlex import quote  # noqa: PLC0415  only where a file shortens the list

    database = f" --db {quote(str(context.params['database']))}" if configured(context, "database") else ""
    return f"incidents --no-config {context.command_path.partition(' ')[2]}{database}"
