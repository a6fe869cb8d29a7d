"""Asking back before several things are changed at once."""

import sys
from collections.abc import Sequence
from typing import Literal

from incidents.cli.streams import shown, tell
from incidents.errors import IncidentsError, UsageProblem
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.connect import Reader

Noun = Literal["incident", "report"]
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


def confirmed_several(  # noqa: PLR0913  what of which kind, and how many beside
    reader: Reader, what: str, numbers: Sequence[int], *, yes: bool, noun: Noun = "incident", proposals: int = 0
) -> None:
    """Ask before several incidents or reports, or proposals that wait, would be `what`; one is never asked for.

    Raises:
        Declined, UsageProblem: as `confirmed`.
    """
    if len(numbers) + proposals > 1 and not yes:
        confirmed(would_be(reader, what, numbers, noun=noun, proposals=proposals), yes=yes)


def would_be(reader: Reader, what: str, numbers: Sequence[int], *, noun: Noun = "incident", proposals: int = 0) -> str:
    """`2 incidents and 1 proposal that waits would be changed: 3 “Leaflets”, 4 “A launch”`; of none nothing."""
    waiting = f"{proposals} proposal{'s that wait' if proposals > 1 else ' that waits'}" * bool(proposals)
    some = f"{len(numbers)} {noun}{'s' * (len(numbers) > 1)}" * bool(numbers)
    counted = " and ".join(filter(None, (some, waiting)))
    return f"{counted} would be {what}{_named(reader, noun, numbers)}" if counted else ""


def _named(reader: Reader, noun: Noun, numbers: Sequence[int]) -> str:
    """`: 3 “Leaflets in Samsu”, 4 “A launch”, 7 “A trial” and 2 more`; nothing of none."""
    titles = (_report if noun == "report" else _incident)(reader, numbers[:_FEW])
    named = [f"{number} “{cut(line(title), _TITLE)}”" for number, title in zip(numbers, titles, strict=False)]
    more = len(numbers) - _FEW
    named += [f"{more} more"] if more > 0 else []
    told = " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))
    return f": {told}" if told else ""


def _incident(reader: Reader, numbers: Sequence[int]) -> list[str]:
    rows = (reader.one("SELECT title FROM incident WHERE id = ?", (number,)) for number in numbers)
    return [row[0] if row else "" for row in rows]


def _report(reader: Reader, numbers: Sequence[int]) -> list[str]:
    from incidents.cli.titles import headings  # noqa: PLC0415  incidents need it not

    heads = headings(reader, numbers)
    return [heads[number][2] for number in numbers]


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
