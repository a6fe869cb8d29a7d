"""Asking back before several things are changed at once."""

import sys
from collections.abc import Sequence

from incidents.cli.streams import shown, tell
from incidents.errors import IncidentsError, UsageProblem
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.connect import Reader

_FEW = 3
"""So many are named; of more, how many there are."""
_TITLE = 60
_LONGEST = 100
"""Characters of an answer that are read."""
_YES = frozenset(("y", "yes"))


class Declined(IncidentsError):
    """The user said no."""

    exit_code = 130


def confirmed(sentence: str, *, yes: bool) -> None:
    """Ask whether to go on, on standard error, unless `yes`; the answer comes from standard input, whatever that is.

    Raises:
        Declined: it is no.
        UsageProblem: there is none.
    """
    if yes:
        return
    tell(sentence)
    answer = _answer("Go on? [y/N] ")
    if answer is None:
        raise UsageProblem("nothing was done: nobody answered; --yes does it without asking")
    if answer.strip().lower() not in _YES:
        raise Declined("nothing was done")


def confirmed_several(reader: Reader, what: str, incidents: Sequence[int], *, yes: bool) -> None:
    """Ask before several incidents would be `what` (`withdrawn`); one is never asked for. Raises as `confirmed`."""
    if len(incidents) > 1 and not yes:
        confirmed(f"{len(incidents)} incidents would be {what}: {_named(reader, incidents)}", yes=yes)


def _named(reader: Reader, incidents: Sequence[int]) -> str:
    """`3 “Leaflets in Samsu”, 4 “A launch”, 7 “A trial” and 2 more`."""
    found = (reader.one("SELECT title FROM incident WHERE id = ?", (number,)) for number in incidents[:_FEW])
    titles = [cut(line(row[0]), _TITLE) if row else "" for row in found]
    named = [f"{number} “{title}”" for number, title in zip(incidents, titles, strict=False)]
    more = len(incidents) - _FEW
    *some, last = [*named, *([f"{more} more"] if more > 0 else [])]
    return f"{', '.join(some)} and {last}"


def _answer(question: str) -> str | None:
    """The line that is typed or piped; None at the end of input."""
    typed = ""
    try:
        sys.stderr.write(shown(question))
        sys.stderr.flush()
        typed = sys.stdin.readline(_LONGEST)
    except (OSError, UnicodeDecodeError):
        typed = ""
    finally:
        if not (typed and sys.stdin.isatty()):
            tell("")  # nobody has ended the line of the question
    return typed or None
