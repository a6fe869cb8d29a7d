"""Where the configuration files are. Loaded with every command: where there is none, all that is done is to look."""

import os

PROJECT = ".incidents.toml"


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
    """Whether something is there, as far as the user may know; also a link that leads nowhere, which cannot be read."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def strange(path: str) -> bool:
    """Whether the file belongs to another user than this one and root: it could name another's database."""
    try:
        owner = os.stat(path).st_uid  # noqa: PTH116  likewise
    except OSError:  # a link that leads nowhere: its reading fails
        return False
    return hasattr(os, "geteuid") and owner not in (0, os.geteuid())


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
