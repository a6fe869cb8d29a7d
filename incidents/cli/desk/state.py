"""Where the reviewer is: which report, which proposal, in the middle of what. Values only; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from incidents.cli.desk.page import Page
from incidents.cli.desk.selecting import Selection
from incidents.model.proposal import Problem, StoredProposal

OPTION_KEYS = "1234567890abcdefghijklmnopqrstuvwxyz"


class Option(NamedTuple):
    """One of several to choose from: the key that takes it, what it is, more about it, and its value."""

    key: str
    label: str
    detail: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A choice: what `then` does with the value chosen. `typed`: what may be typed instead, if anything.

    With `ticking` several are ticked, and Enter takes them. `empty`: Enter alone takes no value. `top`: rows scrolled.
    `short`: what more there is of an option is cut to one row.
    """

    title: str
    options: tuple[Option, ...]
    then: str
    typed: str = ""
    ticking: bool = False
    empty: bool = False
    ticked: frozenset[str] = frozenset()
    top: int = 0
    short: bool = False


@dataclass(frozen=True, slots=True)
class Typing:
    """A line at the bottom: its label, what stands there at first, what `then` does with it, the field it completes."""

    label: str
    text: str
    then: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """The keys are shown, from the row `top` on."""

    top: int = 0


Doing = Menu | Typing | Selection | Help | None
"""What the reviewer is in the middle of; None: deciding."""


class Message(NamedTuple):
    """A line for the reviewer."""

    words: str = ""
    bad: bool = False


class Candidate(NamedTuple):
    """What one key takes: the open point and the candidate for it, a code or a value."""

    key: str
    problem: Problem
    value: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that is painted, but for how far the text is scrolled."""

    queue: tuple[int, ...]
    page: Page
    at: int = 0
    current: int = 0
    doing: Doing = None
    message: Message = field(default_factory=Message)
    facts_top: int = 0

    @property
    def proposal(self) -> StoredProposal | None:
        """The one that is shown; None in a report without any."""
        some = self.page.proposals
        return some[self.current] if self.current < len(some) else None

    @property
    def waiting(self) -> list[int]:
        """The places of those that wait in the report."""
        return [n for n, one in enumerate(self.page.proposals) if one.state == "waiting"]

    @property
    def passage(self) -> tuple[int, int]:
        """The main passage of the proposal, as offsets; an empty one where it has none."""
        spans = self.passages
        return spans[0] if spans else (0, 0)

    @property
    def passages(self) -> list[tuple[int, int]]:
        """The passages of the proposal that stand in the text that is shown, as offsets; not those of an older one."""
        told = self.proposal.proposal.incident.evidence if self.proposal else ()
        here = (one for one in told if one.text == self.page.sheet.sha256)
        return [(one.start, one.end) for one in here if one.start is not None and one.end is not None]


def arrived(view: View, at: int, page: Page) -> View:
    """At a report of the queue: its first proposal that waits, else its first."""
    there = replace(view, at=at, page=page, current=0, doing=None, message=Message(), facts_top=0)
    return replace(there, current=next(iter(there.waiting), 0))


def refreshed(view: View, page: Page) -> View:
    """The same report read again: the same proposal, or the place where it stood."""
    number = view.proposal.id if view.proposal else 0
    return shown(replace(view, page=page), number)


def shown(view: View, number: int) -> View:
    """The proposal of this number, if the report has it."""
    some = view.page.proposals
    found = next((n for n, one in enumerate(some) if one.id == number), min(view.current, max(len(some) - 1, 0)))
    return replace(view, current=found, facts_top=0)


def next_waiting(view: View) -> View | None:
    """At the next proposal that waits, else at the first that was passed over; None: none waits in this report."""
    some = view.waiting
    after = [n for n in some if n > view.current]
    return replace(view, current=(after or some)[0], facts_top=0) if some else None


def stepped(view: View, by: int) -> View | None:
    """At the proposal before or after, decided or not; None at either end of the report."""
    there = view.current + by
    return replace(view, current=there, facts_top=0) if 0 <= there < len(view.page.proposals) else None


def candidates(proposal: StoredProposal | None) -> list[Candidate]:
    """All candidates for what is open, with the keys 1 to 9 and 0 in the order of the open points."""
    if proposal is None or proposal.state != "waiting":
        return []
    pairs = [(problem, value) for problem in proposal.proposal.problems for value in problem.candidates]
    return [Candidate(key, *pair) for key, pair in zip("1234567890", pairs, strict=False)]


def options(labels: Sequence[tuple[str, str, str]]) -> tuple[Option, ...]:
    """Options with keys in order, of label, detail and value."""
    return tuple(Option(key, *one) for key, one in zip(OPTION_KEYS, labels, strict=False))
