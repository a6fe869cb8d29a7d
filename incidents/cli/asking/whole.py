"""A record that is not saved yet, shown whole before it is."""

from collections.abc import Iterator
from textwrap import wrap

from incidents.cli.fields import FIELDS, shown
from incidents.cli.typed.links import path_of
from incidents.model.incident import Evidence, Incident, PlaceLink
from incidents.model.when import When
from incidents.output.safe import line
from incidents.store.query.connect import Reader

COLUMNS = 76
_LABEL = 14


def whole(reader: Reader, incident: Incident) -> Iterator[str]:
    """Lines with every field that has a value, the date in words, places with what they lie in."""
    own = {field.label: shown(reader, field.name, incident) for field in FIELDS}
    own["date"] = described(reader, "date", incident) or "undated"
    own["place"] = described(reader, "place", incident)
    own["type"] = f"{own['type']} · {own.pop('kind')} · {own.pop('status')}"
    for label, value in own.items():
        yield from _labelled(label, line(value))
    if incident.open_names:
        yield from _labelled("open", "; ".join(f"{one.field} “{line(one.words)}”" for one in incident.open_names))
    for one in incident.evidence:
        yield from _labelled("evidence", _evidence(one))


def described(reader: Reader, field_name: str, incident: Incident) -> str:
    """A date in words with what it came from, places with what they lie in; nothing of another or an empty field."""
    if field_name == "date" and incident.when.dated:
        return _date(incident.when)
    if field_name == "place":
        return "; ".join(_place(reader, link) for link in incident.places)
    return ""


def _place(reader: Reader, link: PlaceLink) -> str:
    return path_of(reader, "place", link.place) + (f" ({link.role})" if link.role != "scene" else "")


def _date(when: When) -> str:
    words = f", “{when.words}”" if when.words not in ("", when.edtf) else ""
    return f"{when.in_words} ({when.edtf}, {when.basis}{words})"


def _evidence(one: Evidence) -> str:
    return ", ".join(filter(None, (f"“{line(one.quote or one.citation)}”", line(one.attribution), one.source_type)))


def _labelled(label: str, value: str) -> Iterator[str]:
    for number, part in enumerate(wrap(value, COLUMNS - _LABEL) if value else ()):
        yield f"  {label if not number else '':<{_LABEL}}{part}"
