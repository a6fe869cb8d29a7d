"""Killing the program at random points of its writes, and what a database must look like afterwards."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from tests.hostile.victim import Order

REPOSITORY = Path(__file__).parents[2]
TRIES = 6
_OURS = "name NOT LIKE 'search_index_%'"
"""How SQLite lays its search index out differs from run to run."""
State = Mapping[str, int]
"""The number of rows of each table."""


@dataclass(frozen=True)
class Ended:
    """How a child ended: its exit code (negative: the signal), and whether it was killed inside a transaction."""

    code: int
    killed: bool
    times: list[float]
    end: float


class Victims:
    """The process that forks children to be killed (`tests.hostile.victim`)."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def warm(self, database: str, text: Path) -> None:
        """Load what a child needs to read a text into that database."""
        self._asked({"warm": database, "text": str(text)})

    def run(self, words: Sequence[str], environment: Mapping[str, str], **kill: Any) -> Ended:
        """Run it whole, or with `begin`, `after` and `signal` kill it inside a transaction."""
        return Ended(**self._asked(asdict(Order(list(words), dict(environment), **kill))))

    def stepped(self, words: Sequence[str], environment: Mapping[str, str], look: Callable[[], None]) -> Ended:
        """Run it whole; before each transaction, `look` is called."""
        answer = self._asked(asdict(Order(list(words), dict(environment), stepping=True)))
        while "begins" in answer:
            look()
            answer = self._asked({})
        return Ended(**answer)

    def _asked(self, question: Mapping[str, Any]) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the process that forks children has ended"
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def victims(environment: Mapping[str, str]) -> Iterator[Victims]:
    """The process, until the end of the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.victim"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
        env=dict(environment),
    ) as process:
        yield Victims(process)
        assert process.stdin
        process.stdin.close()


def state(path: Path) -> State | None:
    """The number of rows of each table of a file; None if there is none."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as held:
        names = held.execute(
            f"SELECT name FROM sqlite_master WHERE type = 'table' AND {_OURS} ORDER BY name"
        ).fetchall()
        return {name: held.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def content(path: Path) -> list[str]:
    """Everything in a file, as SQL."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as held:
        return [line for line in held.iterdump() if "search_index" not in line]


@dataclass
class Write:
    """A command that writes, the states that its transactions lead through, and how long each takes."""

    victims: Victims
    words: Sequence[str]
    environment: Mapping[str, str]
    fresh: Callable[[], None]
    """Puts the database back as it was before."""
    look: Callable[[], State | None]

    def __post_init__(self) -> None:
        """See what a run that nobody kills does."""
        self.fresh()
        self.states: list[State | None] = []
        stepped = self.victims.stepped(self.words, self.environment, lambda: self.states.append(self.look()))
        self.states.append(self.look())
        self.fresh()
        whole = self.victims.run(self.words, self.environment)
        assert (stepped.code, whole.code) == (0, 0), self.said()
        times = [*whole.times, whole.end]
        self.lasting = [after - before for before, after in pairwise(times)]
        assert self.lasting, "it writes nothing"
        assert self.look() == self.states[-1]

    def killed(self, chance: Random, signal: int) -> Ended:
        """Kill a fresh run somewhere inside one of its transactions; earlier, where it was over before."""
        begin = chance.randrange(len(self.lasting))
        after = chance.uniform(0, self.lasting[begin])
        for _ in range(TRIES):
            self.fresh()
            ended = self.victims.run(self.words, self.environment, begin=begin + 1, after=after, signal=signal)
            if ended.killed:
                break
            after /= 2
        return ended

    def said(self) -> str:
        """What the last run wrote to its streams."""
        return Path(self.environment["VICTIM_SAYS"]).read_text(encoding="utf-8", errors="replace")
