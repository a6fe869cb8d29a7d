"""Each key of the configuration with its value in force, and where that comes from."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

from incidents.cli.configuration import VARIABLES, Configuration
from incidents.cli.configuration.keys import KEYS
from incidents.errors import IncidentsError
from incidents.store.location import Location, default_location

Row = tuple[str, str, str, str]
_EDITORS = ("VISUAL", "EDITOR")
_DEFAULTS = {"colour": "auto", "list.format": "table", "list.sort": "date"}


def rows(found: Configuration, given: Mapping[str, tuple[str | None, str]]) -> Iterator[Row]:
    """A row of CONFIGURATION for each key; `given` are values of options with `option` or `environment`."""
    for key, about in KEYS.items():
        value, source = _in_force(key, found, given)
        yield key, _hidden(value) if key == "database" else value, source, about.meaning


def _in_force(key: str, found: Configuration, given: Mapping[str, tuple[str | None, str]]) -> tuple[str, str]:
    value, source = given.get(key, (None, ""))
    if value and source:
        return value, source if source == "option" else f"environment {VARIABLES[key][0]}"
    if named := _of_environment(key, *VARIABLES.get(key, ()), *(("NO_COLOR",) if key == "colour" else ())):
        return named
    if key in found.values:
        return _words(found.values[key].value), found.values[key].path
    if key == "editor" and (named := _of_environment(key, *_EDITORS)):
        return named
    default = _default(key)
    return default, "default" if default else ""


def _of_environment(key: str, *variables: str) -> tuple[str, str] | None:
    for variable in variables:
        if value := os.environ.get(variable):
            return "never" if key == "colour" else value, f"environment {variable}"
    return None


def _default(key: str) -> str:
    try:
        if key == "database":
            return str(default_location().path)
        if key == "user":
            from incidents.cli.writing import writer  # noqa: PLC0415  loads what writes

            return writer(None)
    except (IncidentsError, RuntimeError):
        return ""
    return _DEFAULTS.get(key, "")


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _hidden(database: str) -> str:
    """Without a password."""
    try:
        return Location.parse(database).shown
    except IncidentsError:
        return database
