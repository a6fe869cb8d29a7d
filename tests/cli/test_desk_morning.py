"""A whole morning: twenty-five reports with eighty proposals, worked through with fewer than three keys a proposal."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.morning import REPORTS, write
from tests.cli.sitting import Sitting, sitting

PROPOSALS = 80
FEW = 3
"""Fewer keys a proposal than this, everything that is typed included."""


class Morning:
    """A reviewer who counts what waits, and looks at the screen after each step."""

    def __init__(self, seat: Sitting) -> None:
        self.seat = seat
        self.left = PROPOSALS

    def settled(self, by: int, *shown: str) -> None:
        """So many fewer wait now."""
        self.left -= by
        self.seat.until(f" {self.left} wait ", *shown)

    def accept(self) -> None:
        self.seat.press("a")
        self.settled(1, "accepted: ")

    def choose(self) -> None:
        """The second of the places that it may be, then accept."""
        self.seat.until("? ", "  1 ", "  2 ")
        self.seat.press("2")
        self.seat.until("place: ", without="  2 ")
        self.accept()

    def reject(self) -> None:
        self.seat.press("r")
        self.seat.until("why is it rejected?")
        self.seat.press("1")
        self.settled(1, "rejected (background): ")

    def reject_for_a_reason_of_its_own(self) -> None:
        self.seat.press("r")
        self.seat.until("why is it rejected?")
        self.seat.type("a rumour")
        self.seat.press("Enter")
        self.settled(1, "rejected (a rumour): ")

    def reject_rest(self) -> None:
        self.seat.press("R")
        self.seat.until("why are the 3 that wait")
        self.seat.press("3")
        self.settled(3, "rejected (told already): 3 proposals")

    def date(self) -> None:
        self.seat.press("e", "d")
        self.seat.until("date: 2025-01")
        self.seat.type("mid-January")
        self.seat.press("Enter")
        self.seat.until("is understood as mid-Jan 2025")
        self.accept()

    def place(self) -> None:
        self.seat.press("e", "p")
        self.seat.until("place: ", "Enter takes it")
        self.seat.type("hoery")
        self.seat.press("Tab", "Enter")
        self.seat.until("place: Hoeryong, North Hamgyong, North Korea", without="Enter takes it")
        self.accept()

    def kind(self) -> None:
        self.seat.press("e", "y")
        self.seat.until("type: ", "Enter takes it")
        self.seat.type("prot")
        self.seat.press("Tab", "Enter")
        self.seat.until("type: protest", without="Enter takes it")
        self.accept()

    def unite(self) -> None:
        """This one and the third of the report are one."""
        self.seat.press("u")
        self.seat.until("unite with which?", "  3  ")
        self.seat.press("3")
        self.settled(1, "united with: ")
        self.accept()

    def attach(self) -> None:
        self.seat.press("t")
        self.seat.until("to which incident?", "  1  ")
        self.seat.press("1")
        self.settled(1, "attached to incident ")

    def passage(self) -> None:
        """A sentence further on is one too; then the proposal itself."""
        self.seat.press("v")
        self.seat.until("start here")
        self.seat.press("s", "s", "Enter")
        self.settled(-1, "new proposal ")
        self.accept()
        self.accept()

    def undo(self) -> None:
        """A slip of the finger, taken back."""
        self.accept()
        self.seat.press("z")
        self.settled(-1, "undone: accepted")
        self.reject()


MIX: dict[int, Callable[[Morning], None]] = {
    4: Morning.date,
    9: Morning.reject,
    12: Morning.undo,
    14: Morning.unite,
    18: Morning.reject_for_a_reason_of_its_own,
    21: Morning.place,
    24: Morning.passage,
    27: Morning.reject,
    30: Morning.reject_rest,
    36: Morning.attach,
    39: Morning.reject,
    41: Morning.kind,
    43: Morning.passage,
    46: Morning.unite,
    52: Morning.reject,
    58: Morning.date,
    61: Morning.reject,
    65: Morning.attach,
    67: Morning.attach,
    75: Morning.reject,
}
"""What is done with a proposal by its number; the others are accepted, after one of two places was chosen if open."""
TAKEN = {16, 48, 31, 32}
"""Those that another step decides: united with an earlier one, or rejected with it."""


@pytest.fixture
def morning(seeded_path: Path, tmp_path: Path) -> Program:
    path = tmp_path / "morning.db"
    path.write_bytes(seeded_path.read_bytes())
    program = Program(path)
    program.out("ingest", str(write(tmp_path / "reports")))
    return program


def waiting(program: Program) -> list[dict[str, object]]:
    return [json.loads(one) for one in program.out("review", "--list", "--format", "jsonl").splitlines()]


def test_a_morning_takes_fewer_than_three_keys_a_proposal(morning: Program) -> None:
    some = waiting(morning)
    assert len(some) == PROPOSALS
    assert len({one["report_id"] for one in some}) == REPORTS
    open_places = {one["id"] for one in some if "Unsan" in str(one["title"]) and one["problems"]}
    done: Counter[str] = Counter()
    with sitting(morning) as seat:
        seat.until("80 wait ")
        reviewer = Morning(seat)
        for number in (n for n in range(1, PROPOSALS + 1) if n not in TAKEN):
            step = MIX.get(number, Morning.choose if number in open_places else Morning.accept)
            step(reviewer)
            done[step.__name__] += 1
        seat.until("nothing waits here any more; q leaves")
        seat.press("q")
        assert seat.end() == 0
    assert waiting(morning) == []
    assert done["choose"] >= 8
    assert seat.sent < FEW * PROPOSALS, f"{seat.sent} keys for {PROPOSALS} proposals"
    assert morning("db", "check").exit_code == 0
    states = [json.loads(one)["state"] for one in morning.out("report", "list", "--format", "jsonl").splitlines()]
    assert Counter(states) == {"done": REPORTS - 1, "nothing in it": 1}
