"""Telling an event that dates something from one that is only spoken of."""

from incidents.extract.time.node import Node
from incidents.lexicon.calendar import Calendar

_EVENTS = frozenset(("event", "numbered"))
_TO_COME = frozenset(("forward", "weak"))


def spoken_of(event: Node, cue: str, calendar: Calendar) -> bool:
    """Whether the event dates nothing: one to come, or one that the calendar does not have.

    "The men will be honored at the Eighth Party Congress" tells what the congress is for, not when it is. `cue` is
    what the words that lead to it say: `forward`, `weak` (what was ahead then), or nothing.
    """
    numbers = [found for part in ("term", "number") if (found := event.maybe(part)) is not None]
    unknown = event.operation == "numbered" and not calendar.numbered(event.word("series"), *numbers)
    return unknown or cue in _TO_COME


def event_in(node: Node) -> Node | None:
    """The event in a reading, at whatever depth."""
    if node.operation in _EVENTS:
        return node
    for part in node.arguments.values():
        if isinstance(part, Node) and (found := event_in(part)):
            return found
    return None
