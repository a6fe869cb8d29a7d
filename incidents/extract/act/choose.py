"""Which of the acts found at one place to keep."""

from collections.abc import Sequence

from incidents.model.finding import Act


def best(acts: Sequence[Act]) -> list[Act]:
    """Of acts whose triggers share words the strongest, then the longest; in the order of the text."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (-a.strength, a.nominal, a.start - a.end, a.start)):
        if not any(act.start < other.end and other.start < act.end for other in kept):
            kept.append(act)
    return sorted(kept, key=lambda a: (a.start, a.end))
