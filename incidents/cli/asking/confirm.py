"""Asking back before several things are changed at once."""

import sys
from collections.abc import Iterable
from itertools import islice

from incidents.cli.streams import shown, tell
from incidents.errors import IncidentsError, UsageProblem

_FEW = 3
"""So many are named; of more, how many there are."""
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


def several(what: str, titles: Iterable[tuple[int, str]], count: int) -> str:
    """`5 incidents would be withdrawn: 3 “Leaflets in Samsu”, 4 “A launch”, 7 “A trial” and 2 more`."""
    named = [f"{number} “{title}”" for number, title in islice(titles, _FEW)]
    more = [f"{count - _FEW} more"] if count > _FEW else []
    *some, last = [*named, *more]
    return f"{count} incidents would be {what}: {', '.join(some)}{' and ' * bool(some)}{last}"


def _answer(question: str) -> str | None:
    """The line that is typed or piped; None at the end of input."""
    try:
        sys.stderr.write(shown(question))
        sys.stderr.flush()
        line = sys.stdin.readline(_LONGEST)
    except (OSError, UnicodeDecodeError):
        line = ""
    if not (line and sys.stdin.isatty()):
        tell("")  # what is piped shows no line break
    return line or None
