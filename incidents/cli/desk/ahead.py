"""What is made ready in the background while the reviewer reads: marks, what writes, the marks of the next report."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from queue import LifoQueue

from incidents.cli.desk.state import View
from incidents.cli.desk.work import Work
from incidents.errors import IncidentsError
from incidents.model.finding import Mark

Tell = Callable[[int, Sequence[Mark], str], None]


class Ahead:
    """One thread that ends with the program; what was asked for last is done first.

    `tell` is called in the `loop` with the report, its marks, and the trouble if there was any.
    """

    def __init__(self, work: Work, tell: Tell) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self._work = work
        self._tell = tell
        self._begun: set[int] = set()
        self._jobs: LifoQueue[Callable[[], None]] = LifoQueue()
        self._thread: threading.Thread | None = None

    def begin(self, view: View) -> None:
        """See to it that the report and the next one get their marks, and that what writes is loaded."""
        first = self._thread is None
        self._ask(view, view.at + 1)
        if first:
            self._jobs.put(self._work.warm)
        self._ask(view, view.at)
        if first:
            self._thread = threading.Thread(target=self._work_off, name="ahead", daemon=True)
            self._thread.start()

    def _ask(self, view: View, at: int) -> None:
        report = view.queue[at] if at < len(view.queue) else 0
        if report and report not in self._begun:
            self._jobs.put(lambda: self._mark(report))

    def _work_off(self) -> None:
        while True:
            self._jobs.get()()

    def _mark(self, report: int) -> None:
        from incidents.actions.marking import marks  # noqa: PLC0415  heavy: it is why this thread is there

        if report in self._begun:
            return
        self._begun.add(report)
        found: Sequence[Mark] = ()
        trouble = ""
        try:
            found = marks(self._work.location, report)
        except IncidentsError as error:
            trouble = f"no marks: {error}"
        except Exception as error:  # noqa: BLE001  a bug here is told, and must not end the review
            trouble = f"no marks, because of a bug ({type(error).__name__}); all else works"
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._tell, report, found, trouble)
