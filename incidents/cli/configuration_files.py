"""Finding the configuration files, and reading one. Where there is none, all that is done is to look for it."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

PROJECT = ".incidents.toml"
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


def user_file() -> str:
    """Where the user's own file is, or would be; empty without a home directory. INCIDENTS_CONFIG names another."""
    asked = os.environ.get("INCIDENTS_CONFIG", "")
    if asked:
        return asked
    from incidents.paths import config_dir  # noqa: PLC0415  a test of one function needs no folder

    try:
        return os.path.join(config_dir(), "config.toml")  # noqa: PTH118  start-up counts: no Path is made
    except RuntimeError:
        return ""


def project_file() -> str:
    """The nearest `.incidents.toml` from the working directory upwards; empty if there is none."""
    try:
        folder = os.getcwd()  # noqa: PTH109  start-up counts
    except OSError:
        return ""
    while True:
        path = os.path.join(folder, PROJECT)  # noqa: PTH118  likewise
        if present(path):
            return path
        above = os.path.dirname(folder)  # noqa: PTH120  likewise
        if above == folder:
            return ""
        folder = above


def present(path: str) -> bool:
    """Whether something is there, as far as the user may know."""
    try:
        os.stat(path)  # noqa: PTH116  likewise
    except (OSError, ValueError):
        return False
    return True


def strange(path: str) -> bool:
    """Whether the file belongs to another user than this one and root: it could name another's database."""
    return hasattr(os, "geteuid") and os.stat(path).st_uid not in (0, os.geteuid())  # noqa: PTH116  likewise


def read(path: str, *, own: bool) -> File:
    """What a file says; `own`: it is the user's, which may name a program to run."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  likewise
            return File(problems=(f"{shown(path)} is no file",))
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123  likewise
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        return File(problems=(f"{shown(path)} cannot be read: {why}",))
    return _parsed(path, text, own=own)


def _parsed(path: str, text: str, *, own: bool) -> File:
    import tomllib  # noqa: PLC0415  only where there is a file

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
    from incidents.cli.configuration_keys import SECTIONS  # noqa: PLC0415  only where there is a file

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
    from incidents.cli.configuration_keys import KEYS, SECTIONS, fitted  # noqa: PLC0415  likewise

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
    from difflib import get_close_matches  # noqa: PLC0415  only on the way to an error

    from incidents.cli.configuration_keys import KEYS, OTHER_NAMES  # noqa: PLC0415  likewise

    last = name.rpartition(".")[2]
    by_last = [key for key in KEYS if key.rpartition(".")[2] == OTHER_NAMES.get(last, last)]
    near = by_last[:1] or get_close_matches(name, KEYS, 1, 0.6)
    return f"there is no key {name!r}; " + (f"did you mean {near[0]}?" if near else "incidents config names them all")


def _beside(path: str, database: str) -> str:
    """A path from the folder of the file on; the URL of a server as it is."""
    scheme, sign, rest = database.partition("://")
    if sign and scheme.lower() != "sqlite":
        return database
    name = os.path.expanduser(rest.removeprefix("/") if sign else database)  # noqa: PTH111  start-up counts
    return os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(path)), name))  # noqa: PTH100, PTH118, PTH120


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


def shown(path: str) -> str:
    """A file as people write it: from the working directory, or from home."""
    try:
        here = os.getcwd()  # noqa: PTH109  start-up counts
    except OSError:
        here = ""
    home = os.path.expanduser("~")  # noqa: PTH111  likewise
    for folder, instead in ((here, ""), (home, "~/")):
        if folder not in ("", "/", "~") and path.startswith(f"{folder}/"):
            return instead + path[len(folder) + 1 :]
    return path
