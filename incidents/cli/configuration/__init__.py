"""The configuration in force: the user's own file and the project's, which wins. Options and environment win over both.

Loaded with every command, so light: where there is no file it costs a few looks at the disk.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypedDict

import click

from incidents.cli.configuration.files import present, project_file, shown, strange, user_file
from incidents.errors import BadInput

if TYPE_CHECKING:  # only where there is a file
    from incidents.cli.configuration.reading import Given

_META = "incidents.configuration"
_PARAMETERS = {"database": "database", "user": "who", "list.format": "form", "list.type": "type_"}
"""Keys whose option arrives under another name than the last part of the key."""
_GENERAL = ("database", "user")
VARIABLES = {"database": ("INCIDENTS_DB",), "user": ("INCIDENTS_USER",), "editor": ("INCIDENTS_EDITOR",)}
"""What of the environment wins over the files."""


class ReportDefaults(TypedDict):
    """What the files say of reports; empty: nothing."""

    outlet: str
    language: str
    handling: str


class Configuration:
    """What the files say: values by key (`list.since`), what is wrong with them, what is to be said of them once.

    `own` is the user's file, there or not; `project` that of the project, empty if none is followed.
    """

    def __init__(self, own: str = "", project: str = "") -> None:
        """Make one in which nothing is said."""
        self.own = own
        self.project = project
        self.values: dict[str, Given] = {}
        self.problems: list[str] = []
        self.notes: list[str] = []


def load() -> Configuration:
    """Read the files as they are now. What is wrong in them is told as `problems`."""
    if os.environ.get("INCIDENTS_CONFIG") == "none":
        return Configuration()
    found = Configuration(user_file(), project_file())
    if found.project and strange(found.project):
        trust = f"INCIDENTS_CONFIG={found.project} trusts it"
        found.notes.append(f"{shown(found.project)} is not followed, it belongs to another user: {trust}")
        found.project = ""
    named = os.environ.get("INCIDENTS_CONFIG")
    there = [path for path in (found.own, found.project) if path and present(path)]
    if named and named not in there:
        found.problems.append(f"there is no file {shown(named)}, which INCIDENTS_CONFIG names")
    if there:
        _read(found, there)
    return found


def _read(found: Configuration, paths: Sequence[str]) -> None:
    """Take in what the files say; what the last says wins."""
    from incidents.cli.configuration.reading import Given, read  # noqa: PLC0415  only where there is a file

    for path in paths:
        file = read(path, own=path == found.own)
        found.values |= {key: Given(value, path) for key, value in file.values.items()}
        found.problems += file.problems


def current() -> Configuration:
    """The configuration of the command that runs, read once; with `--no-config` none."""
    context = click.get_current_context(silent=True)
    if context is None:
        return load()
    if _META not in context.meta:
        off = context.find_root().params.get("no_config")
        context.meta[_META] = Configuration() if off else load()
    found: Configuration = context.meta[_META]
    return found


def setting(name: str) -> str | None:
    """The value in force of a key by its name in the file (`editor`, `colour`, `language`); None: not set.

    Of the environment, `VARIABLES` are looked at, not the like of EDITOR and NO_COLOR.
    """
    for variable in VARIABLES.get(name, ()):
        if value := os.environ.get(variable):
            return value
    found = current().values.get(name)
    return str(found.value) if found else None


def defaults(words: str) -> dict[str, Any]:
    """What stands for the options of the command with these words (`list`, `db info`), by the names of parameters."""
    section = f"{words}."
    values = current().values
    fitting = {key: given for key, given in values.items() if key in _GENERAL or key.startswith(section)}
    return {parameter(key): _typed(key, given.value) for key, given in fitting.items() if not key.startswith("ingest.")}


def _typed(key: str, value: Any) -> Any:
    """As it would be typed: columns with commas between, as they are no repeated option."""
    return ",".join(value) if key == "list.columns" else value


def parameter(key: str) -> str:
    """The name of the parameter of Click that a key stands for."""
    return _PARAMETERS.get(key) or key.rpartition(".")[2].replace("-", "_")


def demand() -> None:
    """See that the files are right, and say what there is to say of them.

    Raises:
        BadInput: something in them is wrong; names the file, the line and the key.
    """
    found = current()
    if found.problems:
        more = f" (and {len(found.problems) - 1} more: incidents config)" if len(found.problems) > 1 else ""
        raise BadInput(found.problems[0].rstrip(".") + more)
    from incidents.cli.streams import tell  # noqa: PLC0415  cheap, and only commands that run say anything

    for note in found.notes:
        tell(note)


def ingest_defaults() -> ReportDefaults:
    """What holds of reports where nothing else says it: no option, manifest or front matter."""
    language = setting("ingest.language") or setting("language") or ""
    return ReportDefaults(
        outlet=setting("ingest.outlet") or "", language=language, handling=setting("ingest.handling") or ""
    )
