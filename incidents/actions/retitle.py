"""A title that the program made names the main place at its end: it follows when another place is put there."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from incidents.model.incident import Incident
from incidents.store.titles import place_name
from incidents.store.unit import Unit

_MARK = re.compile(r"(?:, [\dX~?%-]+| \(\d+\))?$")
"""What tells two alike titles of one report apart: a date, or a number."""
_LONGEST = 99


@dataclass(frozen=True, slots=True)
class Titled:
    """A title after another main place was put in: that of a proposal or incident (the `noun`), by its number.

    `followed`: it was changed; else it still names the `old` place, in words that a person typed or the report has.
    """

    noun: str
    number: int
    title: str
    old: str
    followed: bool


def retitled(
    unit: Unit, before: Incident, after: Incident, words: Collection[str], given: Callable[[], set[str]]
) -> tuple[Incident, str, bool]:
    """The record with its title; the name of the place that gave way; whether the title says another place now.

    `words` are those that were settled, `given` the titles that the program made. No name where the title has none.
    """
    old, new = (one.places[0].place if one.places else "" for one in (before, after))
    if old == new or old in {link.place for link in after.places}:
        return after, "", False
    was, now = place_name(unit, old), place_name(unit, new)
    title = followed(before.title, was, now, words)
    if title != before.title and before.title in given():
        return replace(after, title=title), was, True
    return after, was if was and re.search(rf"\b{re.escape(was)}\b", before.title, re.IGNORECASE) else "", False


def followed(title: str, was: str, now: str, words: Collection[str]) -> str:
    """The title with the name of one place for that of another at its end, as it would have been made."""
    mark = _MARK.search(title)
    cut = mark.start() if mark else len(title)
    head, tail = title[:cut], title[cut:]
    ending = f", {was}"
    if was and not head.endswith(ending):
        return title
    head = head.removesuffix(ending) if was else head
    named = any(name.lower() in head.lower() for name in (now, *words))
    whole = f"{head}{'' if named or not now else f', {now}'}{tail}"
    return whole if len(whole) <= _LONGEST else title
