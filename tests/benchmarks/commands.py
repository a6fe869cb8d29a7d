"""How fast the commands start and read: ratios in one run on one machine. It writes a section of docs/performance.md.

    python -m tests.benchmarks.commands [ROUNDS]

Commands and what they are compared with take turns, so that a busy machine slows both; the medians are compared. All
of Python's compiled files are kept in a temporary place and made before the first round, as an installation has them.
"""

import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

from incidents.actions.database import initialize
from incidents.model.incident import Evidence, Incident, InstitutionLink, PlaceLink
from incidents.model.when import When
from incidents.store.location import Location
from incidents.store.unit import begin
from tests.benchmarks import page

ROOT = Path(__file__).parents[2]
INCIDENTS = str(Path(sys.executable).with_name("incidents"))
REPORT = ROOT / "fixtures/reports/posong-leaflets.txt"
SIZE = 1000
PARSE = "import dateparser; dateparser.parse('6 February 2025', languages=['en'])"

BARE = """
import click
@click.group()
def bare(): pass
@bare.command("list")
@click.option("--province", type=click.Choice(["Ryanggang", "Nampo"]))
def listing(province): pass
bare(prog_name="bare")
"""
"""A program that does nothing but complete, by Click alone."""
COMPLETING = {"_BARE_COMPLETE": "bash_complete", "COMP_WORDS": "bare list --province R", "COMP_CWORD": "3"}

Words = Sequence[str]


class Case(NamedTuple):
    """A command, what it is compared with, and how many times as long it may take (0: no promise)."""

    name: str
    command: Words
    against: str
    most: float
    typed: str = ""
    """A line to be completed, instead of a command to be run."""


BASES: dict[str, Words] = {
    "import click": (sys.executable, "-c", "import click"),
    "import click, sqlite3": (sys.executable, "-c", "import click, sqlite3"),
    "completion by click alone": (sys.executable, "-c", BARE),
    "import sqlmodel, dateparser, first parse": (sys.executable, "-c", f"import sqlmodel; {PARSE}"),
}
CLICK, SQLITE, COMPLETION, HEAVY = BASES
CASES = (
    Case("--version", ("--version",), CLICK, 1.25),
    Case("--help", ("--help",), CLICK, 1.25),
    Case(f"list (all {SIZE}, to a file)", ("list",), SQLITE, 1.75),
    Case("list --limit 20", ("list", "--limit", "20"), SQLITE, 1.75),
    Case("list --province Ryanggang --since 2015", ("list", "--province", "Ryanggang", "--since", "2015"), SQLITE, 0),
    Case(f"list --format csv (all {SIZE})", ("list", "--format", "csv"), SQLITE, 0),
    Case("show 1", ("show", "1"), SQLITE, 0),
    Case("completion of a command", (), COMPLETION, 1.75, "incidents li"),
    Case("completion of a province", (), COMPLETION, 1.75, "incidents list --province yang"),
    Case("completion of a place, no database", (), COMPLETION, 1.75, "incidents list --db none.db --place yang"),
    Case("completion of a number", (), COMPLETION, 1.75, "incidents show 1"),
    Case("ingest (one report)", ("ingest", str(REPORT)), HEAVY, 1.25),
)


def main(rounds: int) -> None:
    """Measure, print and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        made = filled(home / "made.db")
        environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(home / "compiled"),
            "INCIDENTS_DB": str(home / "used.db"),
            "INCIDENTS_USER": "benchmark",
            **COMPLETING,
        }
        times = measured(rounds, made, environment)
    section = written(rounds, {name: statistics.median(values) for name, values in times.items()})
    page.write(section)
    print(section)


def measured(rounds: int, made: Path, environment: dict[str, str]) -> dict[str, list[float]]:
    """Seconds of each command and base, in turns; the first round compiles and is not counted."""
    commands = {**BASES, **{case.name: (INCIDENTS, *case.command) for case in CASES}}
    lines = {
        case.name: {"_INCIDENTS_COMPLETE": "bash_complete", "COMP_LINE": case.typed} for case in CASES if case.typed
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, words in commands.items():
            shutil.copy(made, environment["INCIDENTS_DB"])
            start = time.perf_counter()
            subprocess.run(words, env=environment | lines.get(name, {}), check=True, capture_output=True)
            if number:
                times[name].append(time.perf_counter() - start)
    return times


def filled(path: Path) -> Path:
    """A database of SIZE incidents, all alike in every run."""
    location = Location("sqlite", path=path)
    initialize(location)
    with begin(location, "benchmark") as unit:
        for incident in incidents(Random(1)):  # noqa: S311  nothing to keep secret
            unit.save(incident, "add")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def incidents(chance: Random) -> Iterator[Incident]:
    """Incidents of many dates, places, institutions and titles of common length."""
    places = ("KP-10.hyesan", "KP-10.samsu", "KP-09.hoeryong", "KP-14.onchon", "KP-01", "KP", "RU-IRK", "CN")
    acts = ("Officials were led away", "Leaflets were found at the station", "Rice was sold at twice the price of May")
    for number in range(SIZE):
        year, month, day = chance.randint(2010, 2025), chance.randint(1, 12), chance.randint(1, 28)
        dates = (None, f"{year}", f"{year}-{month:02}", *[f"{year}-{month:02}-{day:02}"] * 4)
        told = Evidence(citation="A book", attribution="a resident", source_type="resident", origin="rfa")
        yield Incident(
            f"{chance.choice(acts)}, and others heard of it later ({number})",
            chance.choice(("arrest", "order", "market", "leaflet-graffiti")),
            summary="One sentence in the words of the recorder, of common length.",
            when=When.of(chance.choice(dates)),
            places=(PlaceLink(chance.choice(places)),),
            institutions=(InstitutionLink(chance.choice(("kp.mss", "kp.wpk.cc", "kp.mss"))),),
            tags=(f"tag{number % 7}",),
            evidence=(told,),
        )


def written(rounds: int, medians: dict[str, float]) -> str:
    """The section: each command with its median, its ratio, and what is promised."""
    rows = "".join(_row(case, medians) for case in CASES)
    bases = "".join(f"| `{name}` | {medians[name] * 1000:.0f} ms |\n" for name in BASES)
    return f"""## Commands

Made by `python -m tests.benchmarks.commands`: medians of {rounds} rounds in which commands and what they are compared
with take turns, with compiled files in place, on a database of {SIZE} incidents. Elsewhere only the ratios hold.

Python {platform.python_version()}, {platform.system()} {platform.machine()}.

| command | median | compared with | ratio | at most |
|---|---|---|---|---|
{rows}
| compared with | median |
|---|---|
{bases}"""


def _row(case: Case, medians: dict[str, float]) -> str:
    ratio = medians[case.name] / medians[case.against]
    most = f"{case.most}" if case.most else "—"
    median = f"{medians[case.name] * 1000:.0f} ms"
    return f"| `{case.name}` | {median} | `{case.against}` | {ratio:.2f} | {most} |\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
