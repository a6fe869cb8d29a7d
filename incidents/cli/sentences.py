"""A bare sentence given to `add`: its fields, and what of it is left open."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from incidents.cli.typed.date import anchor, understood
from incidents.errors import UsageProblem
from incidents.model.incident import Incident
from incidents.store.location import Location
from incidents.store.query.connect import Reader

if TYPE_CHECKING:
    from incidents.actions.sentence import Made, Open

_OPTIONS = {"date": "date", "place": "place", "institution": "institution", "type": "type_"}
"""Fields that may be left open, with the options that give them."""


class Read(NamedTuple):
    """The record that a sentence tells, how its date was understood, what is open of it, and what it brings along."""

    incident: Incident
    understood: str
    left_open: "tuple[Open, ...]"
    types: tuple[str, ...]
    made: "tuple[Made, ...]" = ()


def read(reader: Reader, location: Location, sentence: str, given: Mapping[str, Any], reports: Sequence[str]) -> Read:
    """Read a sentence; relative words count from --counted-from, else from the day of the report, never from today.

    Raises:
        UsageProblem: it is one word, or --counted-from is no date.
    """
    if len(sentence.split()) < 2:
        raise UsageProblem(f"{sentence!r} is no sentence: write what happened in quotes, or give --title and --type")
    from incidents.actions.sentence import understand  # noqa: PLC0415  heavy, for sentences only

    counted = anchor(reader, given["counted_from"], reports)
    found = understand(location, sentence, counted.day.edtf if counted else None)
    when = found.incident.when
    told = understood(when.words, when) if when.dated and when.words not in ("", when.edtf) else ""
    if told and when.basis == "derived" and counted:
        told = f"{told}{counted.said}"
    open_ = tuple(one for one in found.left_open if not given[_OPTIONS[one.field]])
    return Read(found.incident, "" if given["date"] else told, open_, () if given["type_"] else found.types, found.made)
