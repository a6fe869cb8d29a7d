"""A process that has loaded the whole program and forks children that run it, to be killed while they write.

Run as `python -m tests.hostile.victim`: a line of JSON in says what a child is to do, a line out says how it ended.
"""

import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from incidents.actions import decide, reading, rework
from incidents.cli import failures
from incidents.cli.app import app
from incidents.intake.files import Item
from incidents.intake.metadata import Metadata
from incidents.store import engine, log, migrate, seeding, tables
from incidents.store.location import Location

LOADED = (decide, migrate, seeding)
"""What is imported here, so that a child need not."""


@dataclass(frozen=True)
class Order:
    """What to do: run `words`, wait for the transaction number `begin`, wait `after` seconds, send `signal`.

    With no signal the child runs to its end; `stepping`: it waits for a line before each transaction; `room`: no file
    of its own can grow beyond so many bytes, as on a full disk.
    """

    words: list[str]
    environment: dict[str, str]
    begin: int = 0
    after: float = 0
    signal: int = 0
    stepping: bool = False
    room: int = 0


@dataclass
class Child:
    """The child, and the pipes on which it says that it begins a transaction and hears that it may."""

    pid: int
    begins: int
    may: int
    times: list[float] = field(default_factory=list)


def main() -> None:
    """Serve orders until standard input ends."""
    tables.load()
    for line in sys.stdin:
        given = json.loads(line)
        if "warm" in given:
            _warm(Location.parse(given["warm"]), given["text"])
            _say({})
            continue
        _say(_done(Order(**given)))


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _warm(location: Location, text: str) -> None:
    """Have the lexicon of the database ready, and all that reading a text loads."""
    reading.read(Item(text, Path(text)), Metadata(published="2025-02-06"), location)


def _done(order: Order) -> dict[str, Any]:
    child, start = _forked(order), time.monotonic()
    killed = _struck(child, order) if order.signal else _stepped(child, order)
    _, status = os.waitpid(child.pid, 0)
    os.close(child.begins)
    os.close(child.may)
    code = os.waitstatus_to_exitcode(status)
    killed = code == -order.signal or (killed and order.signal == signal.SIGINT)
    return {"code": code, "killed": killed, "times": [t - start for t in child.times], "end": time.monotonic() - start}


def _struck(child: Child, order: Order) -> bool:
    """Kill it inside the transaction; whether it still ran."""
    for _ in range(order.begin):
        if not os.read(child.begins, 1):
            return False
    time.sleep(order.after)
    ended = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    os.kill(child.pid, order.signal)
    return ended is None


def _stepped(child: Child, order: Order) -> bool:
    """Let it run; before each transaction the other side looks at the database."""
    while os.read(child.begins, 1):
        child.times.append(time.monotonic())
        if order.stepping:
            _say({"begins": len(child.times)})
            sys.stdin.readline()
            os.write(child.may, b"m")
    return False


def _forked(order: Order) -> Child:
    begins, tell = os.pipe()
    wait, may = os.pipe()
    pid = os.fork()
    if pid:
        os.close(tell)
        os.close(wait)
        return Child(pid, begins, may)
    os.close(begins)
    os.close(may)
    try:
        _run(order, lambda: _begin(tell, wait if order.stepping else -1))
    finally:
        os._exit(99)


def _begin(tell: int, wait: int) -> None:
    os.write(tell, b"b")
    if wait >= 0:
        os.read(wait, 1)


def _run(order: Order, begin: Callable[[], None]) -> None:
    """In the child: the program, told of by `begin` whenever a transaction starts."""
    os.environ.update(order.environment)
    _redirected(order.environment["VICTIM_SAYS"])
    _watched(begin)
    if order.room:
        sys.dont_write_bytecode = True  # Python would leave a module cut short in the checkout, and believe in it
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.room, order.room))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it would be ignored
    code = 0
    try:
        _program(order.words)
    except SystemExit as ended:
        code = int(ended.code or 0)
    os._exit(code)


def _program(words: list[str]) -> None:
    if words[0] != "unite":
        app.main(words)
    raise SystemExit(failures.run(lambda: _unite(words)))


def _unite(words: list[str]) -> None:
    rework.unite(Location.parse(os.environ["INCIDENTS_DB"]), "tester", int(words[1]), [int(words[2])])


def _redirected(says: str) -> None:
    """Nothing comes in; both streams go into a file."""
    null, made = os.open(os.devnull, os.O_RDONLY), os.open(says, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    for number, stream in ((0, null), (1, made), (2, made)):
        os.dup2(stream, number)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115


def _watched(begin: Callable[[], None]) -> None:
    """Tell of each transaction of SQLite; in PostgreSQL of the head of the log being taken."""
    immediate, taken = engine._begin_immediate, log.Log._taken

    def told(connection: Any) -> None:
        begin()
        immediate(connection)

    def told_head(self: log.Log) -> log.Head:
        head = taken(self)
        if self.session.connection().dialect.name == "postgresql":
            begin()
        return head

    engine._begin_immediate = told
    log.Log._taken = told_head  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
