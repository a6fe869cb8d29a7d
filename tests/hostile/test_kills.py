"""Killed at random points of its writes, the program leaves all or nothing, and the same command run again completes.

Each kill lands inside a transaction or before the process has ended after it. 40 kills for every change, 200 with
INCIDENTS_NIGHTLY=1; the seed stands in the name of the test.
"""

import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from incidents.store import migrate
from incidents.store.engine import engine_of
from incidents.store.location import Location
from tests.cli.conftest import Program, whole
from tests.hostile.kills import Victims, Write, content, state, victims
from tests.hostile.nightly import NIGHTLY, cases

SEEDS = range(1, 1 + cases(1, 5))
KILLS = {"ingest": 8, "accept": 8, "edit": 8, "unite": 8, "upgrade": 5, "create": 3}
"""With each seed."""
FIXTURES = Path(__file__).parents[2] / "fixtures"
TEXTS = ("posong-leaflets.txt", "onchon-secretariat.txt", "rfa-hoeryong-copper.txt")
WRITES: dict[str, list[str]] = {
    "ingest": ["ingest", "reports", "--accept", "clear"],
    "accept": ["review", "--accept-report", "5", "--accept-report", "6"],
    "edit": ["edit", "1", "--title", "Another", "--place", "Hyesan", "--tag", "x", "--date", "2016-03"],
    "unite": ["unite", "1", "2"],
    "upgrade": ["db", "upgrade"],
    "create": ["db", "init", "--db", "made.db"],
}
OTHERS = {
    "add": ["add", "--title", "Another", "--type", "arrest", "--place", "Hyesan"],
    "withdraw": ["withdraw", "1", "2", "--reason", "x", "--yes"],
    "undo": ["undo"],
}
"""Writes that are interrupted, but not killed as often."""
AGAIN = {"unite": (0, 5)}
"""How a command may end that is run again, where it is refused once it has been done."""


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victims]:
    home = tmp_path_factory.mktemp("victims")
    with victims({"HOME": str(home), "INCIDENTS_USER": "tester"}) as found:
        yield found


@pytest.fixture(scope="session")
def older_path(full_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full database as the first version of the program had it, with other seeds."""
    path = Path(shutil.copy(full_path, tmp_path_factory.mktemp("older") / "older.db"))
    engine = engine_of(Location("sqlite", path=path), migrating=True)
    with engine.begin() as connection:
        migrate.downgrade(connection, "0001")
    engine.dispose()
    with closing(sqlite3.connect(path)) as held:
        held.execute("UPDATE setting SET value = 'older' WHERE key = 'seeds'")
        held.execute("DELETE FROM place_name WHERE id IN (SELECT max(id) FROM place_name)")
        held.commit()
    return whole(path)


@pytest.fixture
def writing(
    forks: Victims, full_path: Path, older_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Write]:
    """Makes a write of that kind, which begins anew from the same database every time."""

    def made(kind: str) -> Write:
        database = tmp_path / ("made.db" if kind == "create" else "work.db")
        pattern = {"create": None, "upgrade": older_path}.get(kind, full_path)
        reports = tmp_path / "reports"
        reports.mkdir()
        for name in TEXTS:
            (reports / name).write_bytes((FIXTURES / "reports" / name).read_bytes() + b"\nSeen again.\n")
        environment = {"INCIDENTS_DB": str(database), "VICTIM_SAYS": str(tmp_path / "says")}

        def fresh() -> None:
            for path in [*tmp_path.glob("*.db*"), *tmp_path.glob(".*.new*")]:
                path.unlink(missing_ok=True)
            if pattern:
                shutil.copy(pattern, database)

        fresh()
        if pattern and kind != "upgrade":
            forks.warm(str(database), reports / TEXTS[0])
        words = [str(tmp_path / word) if word in ("reports", "made.db") else word for word in (WRITES | OTHERS)[kind]]
        return Write(forks, words, environment, fresh, lambda: state(database))

    return made


@pytest.mark.parametrize("seed", SEEDS, ids="seed {}".format)
@pytest.mark.parametrize("kind", WRITES)
def test_a_kill_leaves_all_or_nothing(writing: Callable[[str], Write], kind: str, seed: int, tmp_path: Path) -> None:
    write = writing(kind)
    database = Path(write.environment["INCIDENTS_DB"])
    write.fresh()
    before = content(database) if database.exists() else []
    chance = Random(seed)  # noqa: S311  no secret
    for _ in range(KILLS[kind]):
        ended = write.killed(chance, signal.SIGKILL)
        assert (ended.killed, ended.code) == (True, -signal.SIGKILL), write.said()
        found = write.look()
        assert found in write.states
        if found is not None and found == write.states[0]:
            assert content(database) == before
        for backup in tmp_path.glob("work-backup-*.db"):
            assert state(backup) == write.states[0]
        if found is not None and kind != "upgrade":
            demand_whole(database)
        again = write.victims.run(write.words, write.environment)
        assert again.code in AGAIN.get(kind, (0,)), write.said()
        assert write.look() == write.states[-1]
        if NIGHTLY or kind == "upgrade":
            demand_whole(database)


@pytest.mark.parametrize("kind", [*WRITES, *OTHERS])
def test_an_interruption_leaves_all_or_nothing(writing: Callable[[str], Write], kind: str) -> None:
    write = writing(kind)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        ended = write.killed(Random(kind + number.name), number)  # noqa: S311  no secret
        found = write.look()
        assert found in write.states
        if number == signal.SIGINT:
            assert "Traceback" not in write.said()
            told = (ended.code, "incidents: interrupted\n" in write.said())
            assert told == (130, True) or found == write.states[-1], write.said()
        else:
            assert ended.code == -number
        again = write.victims.run(write.words, write.environment)
        assert again.code in AGAIN.get(kind, (0,)) or (kind in OTHERS and found == write.states[-1]), write.said()
        assert write.look() == write.states[-1] or kind in OTHERS


def demand_whole(database: Path) -> None:
    assert Program(database).said("db", "check") == "all is well\n"
