"""The verification level that evidence yields, and its explanation (codebook section 8)."""

from collections.abc import Sequence
from typing import NamedTuple

from incidents.model.scales import Access, Level, Stance

RULE = 2
"""Version of this rule; stored beside a computed level, so that an older one can be seen and computed again."""

SEVERAL = "sources "
"""How the handle of sources in the plural begins, as in `sources 2`: they are at least two (codebook section 9)."""

_UNSOURCED = frozenset({"outlet", "media"})
_AUTHORITIES = frozenset({"state-media", "government", "imagery"})


class Testimony(NamedTuple):
    """What the rule needs of one piece of evidence.

    `source` tells sources apart (report and handle), `several` says that more than one spoke as it. `origin` is the
    name of the outlet that first had it, `relayed_by` the outlet that quotes it, if another. `access` `direct` of state
    media or a government means: on its own act.
    """

    source: str
    source_type: str
    origin: str
    access: Access = "unstated"
    stance: Stance = "supports"
    relayed_by: str = ""
    several: bool = False


class Verdict(NamedTuple):
    """A level, why, and whether some evidence contradicts it."""

    level: Level
    explanation: str
    disputed: bool = False


def assess(testimonies: Sequence[Testimony]) -> Verdict:
    """The level of an incident from all its evidence."""
    support = [t for t in testimonies if t.stance == "supports"]
    level, why = _level(support)
    against = len(testimonies) - len(support)
    if against:
        why += f"; {against} passage{'s' * (against > 1)} against"
    return Verdict(level, why + _relays(support), disputed=bool(against and support))


def _level(support: list[Testimony]) -> tuple[Level, str]:
    if not support:
        return "unverified", "no evidence"
    own = next((t for t in support if t.access == "direct" and t.source_type in _AUTHORITIES), None)
    if own:
        return "confirmed", f"{_OWN[own.source_type]} ({own.origin})"
    named = [t for t in support if t.source_type not in _UNSOURCED]
    if not named:
        return _unsourced(support)
    first_hand = [t for t in named if t.access != "hearsay"] or named[:1]
    origins = sorted({t.origin for t in first_hand})
    return _counted(sum(_sources(first_hand, origin) for origin in origins), origins)


def _sources(first_hand: list[Testimony], origin: str) -> int:
    """The sources through one origin: those of its own reports, else the most that one relaying outlet tells of.

    Ten blogs that quote one source of an outlet are one source, not ten.
    """
    through: dict[str, dict[str, int]] = {}
    for one in first_hand:
        if one.origin == origin:
            counted = through.setdefault(one.relayed_by if one.relayed_by != origin else "", {})
            counted[one.source] = max(counted.get(one.source, 1), 1 + one.several)
    told = {outlet: sum(counted.values()) for outlet, counted in through.items()}
    return told[""] if "" in told else max(told.values())


_OWN = {
    "state-media": "the responsible authority states its own act",
    "government": "a government states its own act or observation",
    "imagery": "seen in located imagery",
}


def _unsourced(support: list[Testimony]) -> tuple[Level, str]:
    origins = sorted({t.origin for t in support})
    return "unverified", f"the word of {_and(origins)} only, no source named"


def _counted(sources: int, origins: list[str]) -> tuple[Level, str]:
    told = f"{sources} source{'s' * (sources > 1)}, {len(origins)} origin{'s' * (len(origins) > 1)} ({_and(origins)})"
    if len(origins) > 1:
        return "corroborated", told
    return ("multiple-source" if sources > 1 else "single-source"), told


def _relays(support: list[Testimony]) -> str:
    relays = sorted({(t.relayed_by, t.origin) for t in support if t.relayed_by and t.relayed_by != t.origin})
    return "".join(f": {outlet} quotes {origin}" for outlet, origin in relays)


def _and(names: list[str]) -> str:
    return ", ".join(name or "unknown" for name in names)
