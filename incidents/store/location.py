"""Where a database is: a file of SQLite or a URL of PostgreSQL."""

import re
from pathlib import Path
from typing import Literal, NamedTuple, Self

from incidents.errors import DatabaseProblem, UsageProblem
from incidents.paths import data_dir

_SCHEME = re.compile(r"([a-z][a-z0-9+]+)://", re.IGNORECASE)
_POSTGRESQL = {"postgresql", "postgres", "postgresql+psycopg"}


class Location(NamedTuple):
    """A database by its place; `path` is set for SQLite, `url` (with scheme `postgresql`) for PostgreSQL."""

    kind: Literal["sqlite", "postgresql"]
    path: Path = Path()
    url: str = ""
    is_default: bool = False
    """Only the default one is created without being asked for."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The location that `--db` or INCIDENTS_DB names: a path, `sqlite:///PATH`, or `postgresql://…`.

        Raises:
            UsageProblem: it is empty or of another scheme.
        """
        found = _SCHEME.match(text)
        scheme = found[1].lower() if found else ""
        rest = text[found.end() :] if found else text
        if scheme in _POSTGRESQL:
            return cls("postgresql", url=f"postgresql://{rest}")
        path = rest.removeprefix("/") if scheme == "sqlite" else rest
        if scheme not in ("", "sqlite") or not path.strip():
            raise UsageProblem(f"A database is a path or a postgresql:// URL, not {_hide(text)!r}.")
        try:
            return cls("sqlite", path=Path(path).expanduser())
        except RuntimeError as error:
            raise UsageProblem(
                f"{path!r} begins with a home directory that nobody knows: write the path out."
            ) from error

    @property
    def shown(self) -> str:
        """The location as it may be printed: without a password."""
        return str(self.path) if self.kind == "sqlite" else _hide(self.url)


def default_location() -> Location:
    """`incidents.db` in the user data directory.

    Raises:
        DatabaseProblem: nobody knows where that is.
    """
    try:
        return Location("sqlite", path=data_dir() / "incidents.db", is_default=True)
    except RuntimeError as error:
        raise DatabaseProblem("You have no home directory (HOME is not set): name a database with --db.") from error


def _hide(url: str) -> str:
    return re.sub(r"(?i)(password=)[^&\s]*", r"\1***", re.sub(r"(?<=//)([^/@:]*):[^/@]*@", r"\1:***@", url))
