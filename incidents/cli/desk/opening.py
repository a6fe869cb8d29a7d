"""Opening the review screen, or saying why it cannot be opened."""

import os
import sys
from collections.abc import Sequence

from incidents.cli.screen import say, screen
from incidents.cli.writing import writable
from incidents.store.query.connect import open_reader
from incidents.store.query.find import numbers_of
from incidents.store.query.reviewing import queue


def possible() -> bool:
    """Whether somebody sits at a terminal that can show a screen."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def dumb() -> bool:
    """Whether the terminal can only print."""
    return os.environ.get("TERM", "dumb") in ("", "dumb", "unknown")


def opened(given: Sequence[str], database: str | None, who: str | None) -> int:
    """Review the reports given, or all that are to be reviewed; the exit code."""
    location, name = writable(database, who)
    with open_reader(location) as reader:
        reports = numbers_of(reader, "report", given) if given else queue(reader)
    if not reports:
        say("nothing waits: `incidents ingest` reads reports, `incidents report list` shows those that are here")
        return 0
    from incidents.cli.desk.page import load  # noqa: PLC0415  where there is something to show
    from incidents.cli.desk.work import Work  # noqa: PLC0415  likewise

    page = load(location, reports[0])
    from incidents.cli.desk.app import Screen  # noqa: PLC0415  what draws is slow to load

    shown = Screen(Work(location, name), reports, page, colour=screen().colour)
    code = shown.show()
    done = len(shown.desk.steps)
    say(f"{done} step{'s' * (done != 1)} saved; {shown.desk.view.page.waiting} proposals wait")
    return code
