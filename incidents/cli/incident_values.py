"""Options become the values of a record: names are resolved, numbers of people are read. Nothing heavy is loaded."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from incidents.actions.passage import evidence_of
from incidents.cli.days import first_day
from incidents.cli.incident_options import EvidenceOptions, FieldOptions
from incidents.errors import UsageProblem
from incidents.model.incident import Evidence, InstitutionLink, People, PlaceLink
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.names import one
from incidents.store.query.terms import codes, term

_NUMBER = re.compile(r"(about |~|c\. ?)?(\d[\d,]*)(?:\s*(?:-|–|to)\s*(\d[\d,]*))?(~)?", re.IGNORECASE)
_LONGEST_NUMBER = 40
"""In characters: nobody counts so far, and no database can hold it."""
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
        found["places"] = tuple(PlaceLink(*_linked(reader, "place", words)) for words in given["place"])
        found["precision"] = "unknown"  # the unit of work tells it from the places
    if given["precision"]:
        found["precision"] = given["precision"]
    if given["institution"]:
        links = (_linked(reader, "institution", words) for words in given["institution"])
        found["institutions"] = tuple(InstitutionLink(*link) for link in links)
    if given["people"]:
        found["people"] = tuple(people(reader, words) for words in given["people"])
    return found


def evidence(reader: Reader, location: Location, given: EvidenceOptions) -> Evidence | None:
    """The passage of evidence that was given, found in its report; None if none was.

    Raises:
        UsageProblem: a quote without a report, or evidence without a quote or citation.
        NotFound, Refused: there is no such report, or the passage does not stand in it.
    """
    if not any(given.values()):
        return None
    if given["quote"] and not given["report"]:
        raise UsageProblem("--quote needs the --report that it stands in, or give --citation")
    if not given["quote"] and not given["citation"]:
        raise UsageProblem("evidence needs a --quote from its --report, or a --citation")
    found = evidence_of(location, given["report"] or "", given["quote"]) if given["quote"] else Evidence()
    return replace(found, **_told(reader, given))


def people(reader: Reader, words: str) -> People:
    """`detained=2`, `killed=3-5`, `participants=~40`, `affected=dozens`.

    Raises:
        UsageProblem: there is no `=`, or the range runs backwards.
        NotFound: there is no such group.
    """
    group, equals, said = (part.strip() for part in words.partition("="))
    if not equals or not said:
        raise UsageProblem(f"--people {words!r}: write GROUP=NUMBER, as detained=2 or affected=dozens")
    code = term(reader, "people group", group)
    found = _NUMBER.fullmatch(said)
    if not found:
        return People(code, words=said)
    if len(said) > _LONGEST_NUMBER:
        raise UsageProblem(f"--people {words[:40]!r}…: the number is too large")
    low = int(found[2].replace(",", ""))
    high = int(found[3].replace(",", "")) if found[3] else low
    if high < low:
        raise UsageProblem(f"--people {words!r} runs backwards")
    return People(code, low, high, approximate=bool(found[1] or found[4]))


def _linked(reader: Reader, noun: str, words: str) -> tuple[str, ...]:
    """The code, and the role after the last colon if it is one."""
    name, colon, role = words.rpartition(":")
    if colon and role.strip() in codes(reader, f"{noun} role"):
        return one(reader, noun, name), role.strip()
    return (one(reader, noun, words),)


def _told(reader: Reader, given: EvidenceOptions) -> dict[str, Any]:
    """The fields of the evidence besides the passage."""
    how: dict[str, Callable[[str], Any]] = {
        "citation": str,
        "attribution": str,
        "source_type": lambda words: term(reader, "source type", words),
        "source_place": lambda words: one(reader, "place", words),
        "said_on": lambda words: first_day("--said-on", words),
        "access": str,
        "origin": lambda words: one(reader, "outlet", words),
        "reliability": str,
        "credibility": str,
        "stance": str,
    }
    values = {name: read(given[name]) for name, read in how.items() if given[name]}  # type: ignore[literal-required]
    named = given["source"] or ("source 1" if values.get("source_type", "outlet") != "outlet" else "outlet")
    return values | {"source": named, "sensitive": given["sensitive"]}
