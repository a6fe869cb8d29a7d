"""What commands on reports share: states as they are typed, and how things are said."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from incidents.model.scales import REPORT_STATES, ReportState

SHORT: Mapping[str, ReportState] = {
    "nothing": "nothing in it",
    "none": "nothing in it",
    "empty": "nothing in it",
    "review": "in review",
    "open": "in review",
    "reviewed": "done",
    "closed": "done",
}
BACK = {
    "quotes": "quoted by",
    "reprint-of": "reprinted by",
    "translation-of": "translated by",
    "update-of": "updated by",
    "corrects": "corrected by",
}
"""Relations of reports, as the other one says it."""


if TYPE_CHECKING:
    _Type = click.ParamType[ReportState]
else:
    _Type = click.ParamType  # older versions of Click take no parameter


class State(_Type):
    """A state of a report, in any spelling: `in review`, `in-review`, `review`."""

    name = "state"

    def __init__(self, states: Sequence[ReportState] = REPORT_STATES) -> None:
        """Take these states only."""
        self.states = tuple(states)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002  Click's signature
        """The states, as they are typed, in the brackets of a choice."""
        return f"[{'|'.join(state.replace(' ', '-') for state in self.states)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ReportState:
        """The state that was typed; click.BadParameter names those that there are."""
        words = " ".join(str(value).lower().replace("-", " ").replace("_", " ").split())
        for state in self.states:
            if words == state or SHORT.get(words) == state:
                return state
        near = [state for state in self.states if words and state.startswith(words)]
        if len(near) != 1:
            self.fail(f"{value!r} is no state of a report here; write {', '.join(self.states)}", param, ctx)
        return near[0]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        """The states that begin so."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  for completion only

        typed = (state.replace(" ", "-") for state in self.states)
        return [CompletionItem(state) for state in typed if state.startswith(incomplete.lower())]


def many(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def queue_words(counts: Mapping[str, int], waiting: int) -> str:
    """`12 new, 3 in review, 9 done; 61 proposals wait`."""
    states = ", ".join(f"{number} {state}" for state, number in counts.items())
    waits = f"{many(waiting, 'proposal')} wait{'s' * (waiting == 1)}" if waiting else "no proposal waits"
    return f"{states}; {waits}" if states else waits
