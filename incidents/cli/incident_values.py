"""Options become the values of a record: names are resolved, numbers of people are read. Nothing heavy is loaded."""

from collections.abc import Callable
from dataclasses import replace
from shlex import quote
from typing import Any, Literal

from incidents.actions.passage import evidence_of
from incidents.cli.days import point
from incidents.cli.incident_options import EvidenceOptions, FieldOptions, WeightOptions
from incidents.cli.typed.links import NoRole, parted, typed_link
from incidents.cli.typed.people import typed_people
from incidents.errors import NotFound, UsageProblem
from incidents.model.incident import Evidence, InstitutionLink, PlaceLink
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.names import one, standing
from incidents.store.query.terms import term

_COPIED = {"title": "title", "summary": "summary", "kind": "kind", "status": "status", "note": "note"}
_COPIED |= {"level": "assessed", "level_reason": "assessed_reason"}


def values(reader: Reader, given: FieldOptions) -> dict[str, Any]:
    """The fields that were given, besides the date and the tags, with names resolved; all others stay as they are.

    Places, institutions and people replace those that the incident had.

    Raises:
        NotFound, UsageProblem: a name that nothing or several have.
    """
    found: dict[str, Any] = {
        field: given[name]  # type: ignore[literal-required]
        for name, field in _COPIED.items()
        if given[name] is not None  # type: ignore[literal-required]
    }
    if given["type_"]:
        found["type"] = term(reader, "type", given["type_"])
    if given["place"]:
        found["places"] = tuple(PlaceLink(*_link(reader, "place", words)) for words in given["place"])
        found["precision"] = "unknown"  # the unit of work tells it from the places
    if given["precision"]:
        found["precision"] = given["precision"]
    if given["institution"]:
        links = (_link(reader, "institution", words) for words in given["institution"])
        found["institutions"] = tuple(InstitutionLink(*link) for link in links)
    if given["people"]:
        found["people"] = tuple(typed_people(reader, words, "--people ") for words in given["people"])
    return found


def _link(reader: Reader, noun: Literal["place", "institution"], words: str) -> tuple[str, str]:
    """The code and the role. Raises as `typed_link`; the sentence says how to leave the name open."""
    try:
        return typed_link(reader, noun, words)
    except NoRole:
        raise
    except (NotFound, UsageProblem) as error:
        name, _ = parted(reader, noun, words)
        if not name.strip():
            raise
        told = str(error).rstrip(".")
        further = " Or" if told.endswith("?") else "; or"
        raise type(error)(f"{told}{further} keep it open: --open-{noun} {quote(name)}") from error


def evidence(reader: Reader, location: Location, given: EvidenceOptions) -> Evidence | None:
    """The passage of evidence that was given, found in its report; None if none was.

    Raises:
        UsageProblem: a quote without a report, or evidence without a quote or citation.
        NotFound, Refused: there is no such report, or the passage does not stand in it.
    """
    if not any(given.values()):
        return None
    report, quote = given["report"], (given["quote"] or "").strip()
    if quote and not report:
        raise UsageProblem("--quote needs the --report that it stands in, or give --citation")
    if not quote and not (given["citation"] or "").strip():
        raise UsageProblem("evidence needs a --quote from its --report, or a --citation")
    found = evidence_of(location, report, quote, given.get("nth")) if report else Evidence()
    weighed = weight(reader, given)
    usual = "source 1" if weighed.get("source_type", "outlet") != "outlet" else "outlet"
    own = {"citation": (given["citation"] or "").strip(), "sensitive": given["sensitive"]}
    return replace(found, **{"source": usual, **weighed, **own})


def weight(reader: Reader, given: WeightOptions) -> dict[str, Any]:
    """What was given of who told a passage and how good that is, with names resolved.

    Raises:
        NotFound, UsageProblem: a name that nothing or several have, a day that is none.
    """
    how: dict[str, Callable[[str], Any]] = {
        "attribution": str,
        "source": str,
        "source_type": lambda words: term(reader, "source type", words),
        "source_place": lambda words: standing(reader, "place", words),
        "said_on": lambda words: point("--said-on", words),
        "access": str,
        "origin": lambda words: one(reader, "outlet", words),
        "reliability": str,
        "credibility": str,
        "stance": str,
    }
    return {name: read(given[name]) for name, read in how.items() if given[name]}  # type: ignore[literal-required]
