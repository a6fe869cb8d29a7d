"""A working directory of its own with a database, reports and everything that is no report, to be let loose in."""

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner, Result

from incidents.actions import reading
from incidents.cli.app import app

CODES = {0, 2, 3, 4, 5, 6, 130}
"""How a command may end; 70 is a bug."""
TEXTS = {
    "one.txt": "A trader was arrested in Hyesan on Feb. 4, a resident of Ryanggang told us on Thursday.\n",
    "two.txt": "---\npublished: 2024-04\noutlet: Daily NK\n---\nIn mid-March the party ordered a crackdown in Nampo.\n",
}


class Sandbox:
    """The folder, and the program in it as the user tester. `fresh` puts everything back as it was."""

    def __init__(self, folder: Path, pattern: Path) -> None:
        self.folder = folder / "deep" / "work"
        self.pattern = pattern
        self.database = self.folder / "work.db"
        self.own = _own(pattern)
        self.environment = {
            "HOME": str(self.folder / "home"),
            "TMPDIR": str(self.folder / "home"),
            "INCIDENTS_DB": "work.db",
            "INCIDENTS_USER": "tester",
            "EDITOR": "true",
            "VISUAL": "true",
            "COLUMNS": "80",
            "XDG_CACHE_HOME": str(folder / "cache"),
        } | {f"XDG_{kind}_HOME": str(self.folder / "home") for kind in ("DATA", "STATE", "CONFIG")}
        self.rows = _users_rows(pattern)

    def fresh(self) -> None:
        """Everything as in the beginning; what was cached of the old database is forgotten where it was another."""
        if self.database.exists() and _users_rows(self.database) != self.rows:
            for cached in (reading.reference, reading.lexicon):
                cached.cache_clear()
        shutil.rmtree(self.folder, ignore_errors=True)
        for name, text in TEXTS.items():
            self._write(f"texts/{name}", text.encode())
        self._write("binary.txt", bytes(range(256)) * 9)
        self._write("empty.txt", b"")
        self._write("notes.db", b"no database at all")
        self._write("manifest.csv", b"file,outlet,published\ntexts/one.txt,RFA,2025-02-06\n")
        self._write("home/.keep", b"")
        (self.folder / "loop.txt").symlink_to("loop.txt")
        shutil.copy(self.pattern, self.database)
        shutil.copy(self.pattern, self.folder / "other.db")

    def __call__(self, words: Sequence[str], stdin: str | bytes = "", **environment: str) -> Result:
        """Run a command line here."""
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            return CliRunner().invoke(app, list(words), input=stdin, env={**self.environment, **environment})
        finally:
            os.chdir(before)

    def demand(self, words: Sequence[str], stdin: str | bytes = "", **environment: str) -> Result:
        """Run a command line, and see that it ends as a command may."""
        result = self(words, stdin, **environment)
        told = f"{words!r} with {stdin!r} -> {result.exit_code}: {result.stderr[-2000:]} {self.log()}"
        assert result.exit_code in CODES, told
        assert "Traceback" not in result.output, told
        errors = [line for line in result.stderr.splitlines() if line.startswith("incidents: ")]
        usage = result.stderr.startswith("Usage: ")
        assert len(errors) == (0 if result.exit_code == 0 or usage else 1), told
        return result

    def demand_whole(self) -> None:
        """See that the database is whole."""
        checked = self(["db", "check"])
        assert checked.exit_code == 0, checked.output

    def log(self) -> str:
        """The logs of bugs that were written here."""
        return "\n".join(log.read_text() for log in self.folder.glob("home/**/crash-*.log"))[-4000:]

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _users_rows(database: Path) -> object:
    """The reference rows that the database has and the seeds have not."""
    with closing(sqlite3.connect(database)) as held:
        tables = ("place", "institution", "outlet")
        return [held.execute(f"SELECT * FROM {name} WHERE origin <> 'seed'").fetchall() for name in tables]


def _own(pattern: Path) -> list[str]:
    """Codes, uids and numbers that the database has."""
    with closing(sqlite3.connect(pattern)) as held:
        incidents = held.execute("SELECT id, code, uid FROM incident ORDER BY id LIMIT 9").fetchall()
        others = [held.execute(f"SELECT uid FROM {name} LIMIT 3").fetchall() for name in ("report", "proposal")]
        passages = held.execute("SELECT uid FROM evidence LIMIT 3").fetchall()
    return [str(value) for row in (*incidents, *others[0], *others[1], *passages) for value in row]
