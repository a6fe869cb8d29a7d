"""What the reviewer does, done: each method is one transaction, committed when it returns."""

import threading
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec, TypeVar

from incidents.errors import IncidentsError
from incidents.model.incident import Incident
from incidents.model.proposal import Problem, StoredProposal
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.reviewing import reasons

if TYPE_CHECKING:
    from incidents.actions.nearby import Near

# What writes is imported where it writes: the screen is painted first, and loads it meanwhile (`warm`).

P = ParamSpec("P")
T = TypeVar("T")


def loaded(method: Callable[Concatenate["Work", P], T]) -> Callable[Concatenate["Work", P], T]:
    """A method that begins when what writes is loaded: two threads that load one package at once break it."""

    @wraps(method)
    def wait(self: "Work", /, *args: P.args, **kwargs: P.kwargs) -> T:
        self.warm()
        return method(self, *args, **kwargs)

    return wait


class Changed(NamedTuple):
    """How a field was understood, and the proposal as it is now; None: it had that value already."""

    understood: str
    proposal: StoredProposal | None


class Work:
    """The desk of one person on one database. All methods raise IncidentsError with a sentence for the screen."""

    def __init__(self, location: Location, who: str) -> None:
        self.location = location
        self.who = who
        self._loading = threading.Lock()

    @loaded
    def noted(self, job: Callable[[], T]) -> tuple[T, int]:
        """What the job gives, and the number of the last change that it wrote; 0 if it wrote nothing."""
        from incidents.store.unit import noted  # noqa: PLC0415

        with noted() as numbers:
            return job(), max(numbers, default=0)

    @loaded
    def accept(self, seen: StoredProposal) -> str:
        """Accept it as it was seen; what it became, in words."""
        from incidents.actions.decide import Verdict, settle  # noqa: PLC0415

        verdict = Verdict(accept=(seen.id,), seen={seen.id: seen.payload_sha})
        (saved,) = settle(self.location, self.who, verdict).accepted
        return f"accepted: {saved.id} {saved.title}"

    @loaded
    def reject(self, proposals: Sequence[StoredProposal], reason: str) -> str:
        """Reject them all as they were seen, for one reason."""
        from incidents.actions.decide import Verdict, settle  # noqa: PLC0415

        numbers = [one.id for one in proposals]
        seen = {one.id: one.payload_sha for one in proposals}
        settle(self.location, self.who, Verdict(reject=numbers, reason=reason, seen=seen))
        title = proposals[0].proposal.incident.title
        why = f" ({reason})" if reason else ""
        return f"rejected{why}: {title}" if len(numbers) == 1 else f"rejected{why}: {len(numbers)} proposals"

    @loaded
    def put(self, seen: StoredProposal, field: str, words: str) -> Changed:
        """Type words into a field of it."""
        from incidents.cli.fields import put  # noqa: PLC0415

        own = seen.proposal.incident
        with open_reader(self.location) as reader:
            found = put(reader, self.location, field, words, own, [seen.report])
        if found.incident == own:
            return Changed(found.understood, None)
        return Changed(found.understood, self.revise(seen, found.incident))

    @loaded
    def understood(self, seen: StoredProposal, field: str, words: str) -> str:
        """How words would be understood in a field of it; empty while they cannot be read."""
        from incidents.cli.fields import put  # noqa: PLC0415

        try:
            with open_reader(self.location) as reader:
                return put(reader, self.location, field, words, seen.proposal.incident, [seen.report]).understood
        except IncidentsError:
            return ""

    @loaded
    def choose(self, seen: StoredProposal, problem: Problem, candidate: str) -> Changed:
        """Take a candidate for what is open; a place goes before those that it lies in, which it replaces."""
        from incidents.actions.rework import revise  # noqa: PLC0415
        from incidents.cli.desk.candidates import taken  # noqa: PLC0415

        own = seen.proposal.incident
        with open_reader(self.location) as reader:
            found = taken(reader, self.location, seen, problem, candidate)
        same = (problem.field,) if found.incident == own else ()
        now = revise(
            self.location,
            self.who,
            seen.id,
            found.incident,
            seen=seen.payload_sha,
            confirmed=same,
            still_open=found.still_open,
        )
        return Changed(found.understood, now)

    @loaded
    def revise(self, seen: StoredProposal, incident: Incident) -> StoredProposal:
        """Put another value in its place."""
        from incidents.actions.rework import revise  # noqa: PLC0415

        return revise(self.location, self.who, seen.id, incident, seen=seen.payload_sha)

    @loaded
    def unite(self, into: StoredProposal, other: StoredProposal) -> StoredProposal:
        """Put what the other has into the first."""
        from incidents.actions.rework import unite  # noqa: PLC0415

        return unite(self.location, self.who, into.id, [other.id], seen=into.payload_sha)

    @loaded
    def split(self, seen: StoredProposal, passages: Sequence[int]) -> StoredProposal:
        """Let passages leave for a new proposal, which is returned."""
        from incidents.actions.rework import split  # noqa: PLC0415

        return split(self.location, self.who, seen.id, passages, seen=seen.payload_sha)

    @loaded
    def take(self, report: int, start: int, end: int) -> StoredProposal:
        """A new proposal from a passage of the report's text."""
        from incidents.actions.take_passage import propose_passage  # noqa: PLC0415

        return propose_passage(self.location, self.who, report, start, end)

    @loaded
    def near(self, seen: StoredProposal) -> "list[Near]":
        """Incidents that may be the same."""
        from incidents.actions.nearby import nearby  # noqa: PLC0415

        return nearby(self.location, seen.proposal.incident)

    @loaded
    def attach(self, seen: StoredProposal, key: str) -> str:
        """Let its passages join an incident, given by number, code or uid; in words."""
        from incidents.actions.attach import attach  # noqa: PLC0415

        held = attach(self.location, self.who, seen.id, key, seen=seen.payload_sha)
        return f"attached to incident {held.id}: {held.title}"

    @loaded
    def nothing(self, report: int) -> str:
        """Mark the report as one that has nothing in it."""
        from incidents.actions.report_state import mark  # noqa: PLC0415

        mark(self.location, self.who, [report], "nothing in it")
        return f"report {report}: nothing in it"

    @loaded
    def undo(self, sequence: int) -> int:
        """Undo what was written with this change; its number."""
        from incidents.actions.record import undo  # noqa: PLC0415

        undo(self.location, self.who, sequence)
        return sequence

    @loaded
    def edited(self, seen: StoredProposal, notes: Sequence[str]) -> StoredProposal | None:
        """Open it in the person's editor; None if it was left as it was. The screen must be suspended."""
        from incidents.cli.form.editor import edit_in_editor  # noqa: PLC0415
        from incidents.cli.form.writing import proposed  # noqa: PLC0415

        now: list[StoredProposal] = []
        with open_reader(self.location) as reader:
            edit_in_editor(
                reader,
                self.location,
                seen.proposal.incident,
                [seen.report],
                notes,
                about=proposed(seen.id),
                save=lambda incident: now.append(self.revise(seen, incident)),
            )
        return now[0] if now else None

    @loaded
    def values(self, seen: StoredProposal) -> dict[str, str]:
        """The fields of it by name, as one types them."""
        from incidents.cli.fields import FIELDS, shown  # noqa: PLC0415

        with open_reader(self.location) as reader:
            return {field.name: shown(reader, field.name, seen.proposal.incident) for field in FIELDS}

    def reasons(self) -> list[tuple[str, str]]:
        """The usual reasons for rejecting one, and what each means."""
        with open_reader(self.location) as reader:
            return [(name.lower(), meaning) for name, meaning in reasons(reader)]

    def warm(self) -> None:
        """Load what writes, once, so that the first key does not wait for it; whoever comes second waits."""
        with self._loading:
            import incidents.actions.attach  # noqa: PLC0415
            import incidents.actions.decide  # noqa: PLC0415
            import incidents.actions.record  # noqa: PLC0415
            import incidents.actions.rework  # noqa: PLC0415
            import incidents.store.saving  # noqa: F401, PLC0415
