"""What `demo` does: a database in a temporary place, the shipped reports in it, and three lists."""

import tempfile
from pathlib import Path

from incidents.actions.database import initialize
from incidents.cli import ingesting
from incidents.cli.chronology import counted, print_table
from incidents.cli.ingest_words import summary
from incidents.cli.screen import followed, say
from incidents.intake.files import gather
from incidents.model.filter import Filter
from incidents.paths import shipped
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.names import one

PROVINCE, INSTITUTION = "Ryanggang", "Ministry of State Security"


def demonstrate() -> None:
    """Fill a new database, and show its chronology whole, by province and by institution."""
    path = Path(tempfile.mkdtemp(prefix="incidents-demo-")) / "demo.db"
    say("$ incidents ingest fixtures/ --accept clear")
    _fill(path)
    _list(path, "")
    _list(path, "--province", PROVINCE)
    _list(path, "--institution", INSTITUTION)
    for words in _NEXT.format(path=path).splitlines():
        say(words)


_NEXT = """
The database is {path}. Look around in it:

  export INCIDENTS_DB={path}
  incidents review
  incidents show 1
  incidents list --format csv > chronology.csv

and then with reports of your own: incidents ingest --help"""


def _fill(path: Path) -> None:
    initialize(Location("sqlite", path=path))
    items = gather([str(shipped("fixtures"))]).items
    taken = ingesting.taken(items, ingesting.metadata(), "clear", str(path), "demo")
    say(summary(list(followed(taken, len(items)))))


def _list(path: Path, option: str, words: str = "") -> None:
    say("")
    say(f'$ incidents list{f""" {option} "{words}" """ if option else ""}'.rstrip())
    with open_reader(Location("sqlite", path=path)) as reader:
        chosen = Filter()
        if option == "--province":
            chosen = Filter(provinces=(one(reader, "place", words, level="province"),))
        elif option == "--institution":
            chosen = Filter(institutions=(one(reader, "institution", words),))
        say(counted(reader, chosen))
        print_table(reader, chosen, whole=True)
