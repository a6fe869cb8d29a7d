"""Stored proposals as rows of a listing: what stands in the payload beside what the database says."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from incidents.model.wording import worded
from incidents.output.columns import names
from incidents.output.listings import PROPOSAL
from incidents.output.safe import line
from incidents.output.table import Head, Row
from incidents.store.query.connect import Reader
from incidents.store.query.reports import proposals
from incidents.store.query.tree import coded

DERIVED = ("type", "date", "places", "institutions", "level", "confidence", "problems")
STORED = tuple(name for name in names(PROPOSAL) if name not in DERIVED)
HEADS = (
    Head("no.", right=True),
    Head("report", right=True),
    Head("date", 12),
    Head("place", 12, style="name"),
    Head("type", 12),
    Head("title", 20),
    Head("open", 9, style="warn"),
)


def listed(reader: Reader, states: Sequence[str], reports: Sequence[int] = ()) -> Iterator[dict[str, Any]]:
    """The proposals in these states (of these reports) as the columns of PROPOSAL by name."""
    for *stored, payload in proposals(reader, (*STORED, "payload"), states=states, reports=reports):
        values = dict(zip(STORED, stored, strict=True)) | _derived(json.loads(payload))
        yield {name: values[name] for name in names(PROPOSAL)}


def table_rows(reader: Reader, found: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """The cells of HEADS."""
    listed_ = list(found)
    codes = sorted({code for one in listed_ for code in one["places"].split("; ")[:1] if code})
    place: dict[str, str] = dict(coded(reader, "place", ("code", "name"), codes))
    for one in listed_:
        where = place.get(one["places"].split("; ")[0], "")
        date = worded(one["date"])
        yield str(one["id"]), str(one["report_id"]), date, where, one["type"], line(one["title"]), line(one["problems"])


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
