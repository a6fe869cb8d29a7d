"""The desk: what the reviewer is doing, and every step from one state to the next. It paints nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from incidents.cli.desk.page import Page, load
from incidents.cli.desk.scrolling import Scrolled
from incidents.cli.desk.selecting import Selection
from incidents.cli.desk.state import Doing, Help, Menu, Message, View, arrived, next_waiting, refreshed, shown
from incidents.cli.desk.work import Work
from incidents.errors import BadInput, IncidentsError, UsageProblem
from incidents.model.finding import Mark
from incidents.store.query.connect import open_reader
from incidents.store.query.reviewing import queue as to_review

T = TypeVar("T")
Run = Callable[[Callable[[], T]], T]


class Step(NamedTuple):
    """What can be undone: the change that it is in the log, and where the reviewer was."""

    sequence: int
    at: int
    proposal: int
    words: str


class Desk:
    """All that the screen shows. `run` runs what may take a moment; `left` is the exit code once it is to be left."""

    def __init__(self, work: Work, queue: Sequence[int], page: Page, run: Run[object]) -> None:
        self.work = work
        self.view = View(tuple(queue), page)
        self.text = Scrolled()
        self.marks: dict[int, Sequence[Mark]] = {}
        self.marking = 0
        self.steps: list[Step] = []
        self.left: int | None = None
        self.editing = False
        self.deepest = 0
        self.understood = ""
        self.resume = 0
        self._run = run
        self.view = arrived(self.view, 0, page)
        self.text.show(self.view.passage[0])

    # where the reviewer is

    @property
    def report(self) -> int:
        """The number of the report that is shown."""
        return self.view.page.sheet.report

    def go(self, view: View) -> None:
        """Be there, with the passage of the proposal in sight."""
        before, self.view = self.view, view
        if _where(before) != _where(view):
            self.text.show(view.passage[0])

    def be(self, doing: Doing) -> None:
        """Begin or leave something. What was told of the step before is not told of a new one."""
        if self.view.doing is None and isinstance(doing, Menu | Selection | Help):
            self.say("")
        self.view = replace(self.view, doing=doing)

    def scrolled(self, top: int, by: int) -> int:
        """So many rows further in a list or in the proposal, as far as it goes: `deepest`, known from its painting."""
        return max(min(top, self.deepest) + by, 0) if by < 0 else min(top + by, self.deepest)

    def say(self, words: str, *, bad: bool = False) -> None:
        """Tell the reviewer, in one line."""
        self.view = replace(self.view, message=Message(words, bad))

    # reading and writing

    def attempt(self, job: Callable[[], T]) -> T | None:
        """What the job gives; None, and the error told, where it cannot be done. The report is read again then."""
        try:
            return self._run(job)  # type: ignore[return-value]
        except IncidentsError as error:
            if not isinstance(error, BadInput | UsageProblem):
                self.reread()
            self.say(str(error), bad=True)
            return None

    def write(self, job: Callable[[], T], words: str) -> T | None:
        """`attempt` for what writes: it can be undone, and the report is read again."""
        proposal = self.view.proposal
        got = self.attempt(lambda: self.work.noted(job))
        if got is None:
            return None
        if got[1]:
            self.steps.append(Step(got[1], self.view.at, proposal.id if proposal else 0, words))
        self.reread()
        return got[0]

    def undo(self) -> Step | None:
        """Undo the last step; None if it cannot be undone."""
        step = self.steps[-1]
        undone = self.attempt(lambda: self.work.undo(step.sequence))
        return self.steps.pop() if undone else None

    def reread(self) -> None:
        """Read the report again, as others may have changed it."""
        try:
            page: Page = self._run(lambda: load(self.work.location, self.report))  # type: ignore[assignment]
        except IncidentsError as error:
            self.say(str(error), bad=True)
        else:
            self.go(refreshed(self.view, page))

    # from one to the next

    def turn(self, at: int, words: str = "") -> bool:
        """Go to a report by its place in the queue; False if it cannot be read."""
        page = self.attempt(lambda: load(self.work.location, self.view.queue[at]))
        if page is None:
            return False
        self.go(arrived(self.view, at, page))
        where = f"report {at + 1} of {len(self.view.queue)}"
        self.say(f"on to {where} · {words}" if words else where)
        return True

    def decided(self, words: str) -> None:
        """Say what was decided, and go to the next proposal that waits, in this report or the next one."""
        there = self._resumed() or next_waiting(self.view)
        if there is None:
            self.turn_on(words)
            return
        passed = there.current < self.view.current
        self.go(there)
        self.say(f"back to what was passed over · {words}" if passed else words)

    def _resumed(self) -> View | None:
        """Where the reviewer was before a new proposal was made, if that one waits still."""
        number, self.resume = self.resume, 0
        waits = any(one.id == number and one.state == "waiting" for one in self.view.page.proposals)
        return shown(self.view, number) if waits else None

    def turn_on(self, words: str) -> None:
        """Go to the next report of the queue that is still to be reviewed, else to one that was passed over."""
        still = self.attempt(self._open)
        if still is None:
            return
        here = self.view.at
        open_ = [n for n, report in enumerate(self.view.queue) if report in still and n != here]
        after = [n for n in open_ if n > here]
        if not open_:
            self.say(f"nothing waits here any more; q leaves · {words}")
        else:
            self.turn((after or open_)[0], words if after else f"it was passed over · {words}")

    def _open(self) -> set[int]:
        with open_reader(self.work.location) as reader:
            return set(to_review(reader))

    def show(self, number: int) -> None:
        """Go to a proposal of this report by its number."""
        self.go(shown(self.view, number))


def _where(view: View) -> tuple[str, int]:
    return view.page.sheet.uid, view.proposal.id if view.proposal else 0
