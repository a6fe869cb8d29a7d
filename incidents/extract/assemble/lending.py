"""A passage that names no place borrows that of another one of its act; where that one names several, none of them."""

from collections.abc import Sequence

from incidents.extract.assemble.draft import Draft, Scene
from incidents.extract.findings import Findings
from incidents.model.proposal import Problem
from incidents.model.reference import Reference

_FINE = frozenset({"county", "settlement", "site"})


def contested(found: Findings, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The places between which the lending passage does not decide; none: nothing is borrowed, or there is one.

    A passage that gives all its places to its own act (a list of towns) lends them all.
    """
    lender = next((draft for draft in drafts if draft.own_scenes), None)
    if lender is None or drafts[0].own_scenes:
        return ()
    reference = found.lexicon.reference
    mentions = found.places_in(found.around(lender.act), found.further(lender.act))
    codes = {m.code for m in mentions if m.use == "scene" and m.code and reference.place[m.code].level in _FINE}
    finest = {code for code in codes if not any(code != other and _above(code, other, reference) for other in codes)}
    return tuple(sorted(finest)) if finest - {scene.code for scene in lender.own_scenes} and len(finest) > 1 else ()


def shared(codes: Sequence[str], reference: Reference) -> tuple[Scene, ...]:
    """The finest place that holds all of them, as one that no passage names."""
    lines = [[place.code for place in reference.ancestry(code)] for code in codes]
    common = next((code for code in lines[0] if all(code in line for line in lines[1:])), None)
    fine = bool(common) and reference.place[common or ""].level not in ("country", "region")
    return (Scene(common, own=False, fine=fine),) if common else ()


def problem(codes: Sequence[str]) -> Problem:
    """What is open, with the places to choose from."""
    return Problem("another passage of the act names several places: which is it?", "place", candidates=tuple(codes))


def _above(code: str, other: str, reference: Reference) -> bool:
    return any(place.code == code for place in reference.ancestry(other))
