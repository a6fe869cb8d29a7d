"""Which of the acts found at one place to keep."""

from collections.abc import Sequence

from incidents.model.finding import Act


def best(acts: Sequence[Act]) -> list[Act]:
    """Of acts whose triggers share words the strongest, then the longest; in the order of the text."""
    kept: list[Act] = []
    taken: set[int] = set()
    for act in sorted(acts, key=lambda a: (-a.strength, a.nominal, a.start - a.end, a.start)):
        trigger = range(act.start, act.end)
        if taken.isdisjoint(trigger):
            taken.update(trigger)
            kept.append(act)
    return sorted(kept, key=lambda a: (a.start, a.end))
