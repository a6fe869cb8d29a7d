"""Stored proposals as rows of a listing: what stands in the payload beside what the database says."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from incidents.errors import DatabaseProblem, NotFound
from incidents.output.columns import names
from incidents.output.listings import PROPOSAL
from incidents.store.query.connect import Reader
from incidents.store.query.reports import proposals

DERIVED = ("type", "date", "places", "institutions", "level", "confidence", "problems")
STORED = tuple(name for name in names(PROPOSAL) if name not in DERIVED)


def listed(reader: Reader, states: Sequence[str], reports: Sequence[int] = ()) -> Iterator[dict[str, Any]]:
    """The proposals in these states (of these reports) as the columns of PROPOSAL by name."""
    for *stored, payload in proposals(reader, (*STORED, "payload"), states=states, reports=reports):
        yield _told(stored, payload)


def whole(reader: Reader, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The proposals with these numbers, in their order: the columns of PROPOSAL by name, and `proposal`, the payload.

    Raises:
        NotFound: one is not there.
    """
    rows = {row[0]: row[1:] for row in proposals(reader, ("id", *STORED, "payload"), numbers=numbers)}
    for number in numbers:
        if number not in rows:
            raise NotFound(f"there is no proposal {number}; incidents review --list shows those that wait")
        *stored, payload = rows[number]
        yield _told(stored, payload) | {"proposal": json.loads(payload)}


def _told(stored: Sequence[Any], payload: str) -> dict[str, Any]:
    try:
        return _values(stored, json.loads(payload))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatabaseProblem(f"proposal {stored[0]} cannot be read: incidents db check says more") from error


def _values(stored: Sequence[Any], payload: dict[str, Any]) -> dict[str, Any]:
    values = dict(zip(STORED, stored, strict=True)) | _derived(payload)
    return {name: values[name] for name in names(PROPOSAL)}


def _derived(payload: dict[str, Any]) -> dict[str, Any]:
    incident = payload["incident"]
    return {
        "type": incident["type"],
        "date": incident.get("when", {}).get("edtf"),
        "places": "; ".join(link["place"] for link in incident.get("places", ())),
        "institutions": "; ".join(link["institution"] for link in incident.get("institutions", ())),
        "level": payload.get("verification", "unverified"),
        "confidence": payload.get("confidence", 0.0),
        "problems": "; ".join(problem["message"] for problem in payload.get("problems", ())),
    }
