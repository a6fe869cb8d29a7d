"""Reading one configuration file: loaded only where there is one."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from incidents.cli.configuration.files import shown, user_file
from incidents.cli.configuration.keys import KEYS, OTHER_NAMES, SECTIONS, fitted

_LINE = r" ?\(?\bat (?:line (\d+), column \d+|end of document)\)?"
_SECTION = r"\s*\[\s*([\w.\"'-]+)\s*\]"
_KEY = r"\s*([\w.\"'-]+)\s*="


class Given(NamedTuple):
    """A value in force of a key, and the file that it stands in."""

    value: Any
    path: str


class File(NamedTuple):
    """What one file says: values that fit by key, and sentences on what does not."""

    values: Mapping[str, Any] = {}
    problems: tuple[str, ...] = ()


def read(path: str, *, own: bool) -> File:
    """What a file says; `own`: it is the user's, which may name a program to run."""
    try:
        if not Path(path).is_file():  # a pipe would be waited for
            return File(problems=(f"{shown(path)} is no file",))
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        return File(problems=(f"{shown(path)} cannot be read: {why}",))
    return _parsed(path, text, own=own)


def _parsed(path: str, text: str, *, own: bool) -> File:
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = re.search(_LINE, str(error))
        line = found[1] if found and found[1] else str(text.count("\n") + 1)
        words = re.sub(_LINE, "", str(error)) if isinstance(error, ValueError) else "too deeply nested"
        return File(problems=(f"{shown(path)}:{line}: this is no TOML: {words}",))
    return _checked(path, text, dict(_flat(table)), own=own)


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """`{"list": {"since": 1}}` as `list.since`; an underscore is as good as a hyphen."""
    for key, value in table.items():
        name = key.replace("_", "-")
        if isinstance(value, dict) and value:
            yield from ((f"{name}.{below.replace('_', '-')}", inner) for below, inner in value.items())
        else:
            yield name, value


def _checked(path: str, text: str, found: Mapping[str, Any], *, own: bool) -> File:
    values: dict[str, Any] = {}
    problems = []
    for name, value in found.items():
        if name in SECTIONS and value == {}:
            continue
        try:
            values[name] = _value(path, name, value, own=own)
        except ValueError as error:
            problems.append(f"{shown(path)}{_at(text, name)}: {error}")
    return File(values, tuple(problems))


def _value(path: str, name: str, value: Any, *, own: bool) -> Any:
    if name not in KEYS:
        raise ValueError(f"{name} is a section: write [{name}]" if name in SECTIONS else _unknown(name))
    if KEYS[name].own and not own:
        raise ValueError(f"{name} names a program to run: it may stand in your own file only, {shown(user_file())}")
    try:
        found = fitted(name, value)
    except ValueError as error:
        raise ValueError(f"{name} is {value!r}; {error}") from error
    return _beside(path, found) if name == "database" else found


def _unknown(name: str) -> str:
    """`there is no key 'list.provnce'; did you mean list.province?`."""
    last = name.rpartition(".")[2]
    by_last = [key for key in KEYS if key.rpartition(".")[2] == OTHER_NAMES.get(last, last)]
    near = by_last[:1] or get_close_matches(name, KEYS, 1, 0.6)
    return f"there is no key {name!r}; " + (f"did you mean {near[0]}?" if near else "incidents config names them all")


def _beside(path: str, database: str) -> str:
    """A path from the folder of the file on; the URL of a server as it is."""
    scheme, sign, rest = database.partition("://")
    if sign and scheme.lower() != "sqlite":
        return database
    name = rest.removeprefix("/") if sign else database
    return os.path.normpath(Path(path).absolute().parent / Path(name).expanduser())


def _at(text: str, name: str) -> str:
    """`:3`, the line in which a key stands; nothing if it is written in a way that is not looked for."""
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(_SECTION, line):
            section = f"{_bare(found[1])}."
            if _bare(found[1]) == name:
                return f":{number}"
        elif (found := re.match(_KEY, line)) and section + _bare(found[1]) == name:
            return f":{number}"
    return ""


def _bare(written: str) -> str:
    return written.replace('"', "").replace("'", "").replace("_", "-")
