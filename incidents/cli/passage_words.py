"""A passage of evidence in words: who had it, who told it and how good that is, what it says."""

from collections.abc import Iterable, Iterator
from typing import Any

from incidents.cli.screen import Screen
from incidents.model.wording import worded
from incidents.output.page import indented
from incidents.output.safe import line

Values = dict[str, Any]
INDENT = 4
_ACCESS = {"direct": "knows it at first hand", "hearsay": "knows it by hearsay"}


def told_by(told: Values, claims: Iterable[Values], names: dict[str, str], shown: Screen) -> Iterator[str]:
    """Below a quote: the attribution, the source and its grades, what the passage says. `told` as EVIDENCE."""
    for text in filter(None, (_attribution(told), _source(told), _grades(told), _claims(claims, names))):
        yield from indented(text, shown.columns, INDENT, "dim", colour=shown.colour)


def origin(number: int, told: Values) -> str:
    """`[1] One Free Korea after Radio Free Asia, 15 Feb 2016 (report 2)`."""
    outlet = told["outlet"] or ("citation" if told["citation"] else "unknown outlet")
    by = f" after {told['origin']}" if told["origin"] and told["origin"] != told["outlet"] else ""
    date = f", {worded(told['published'])}" if told["published"] else ""
    report = f" (report {told['report_id']})" if told["report_id"] else ""
    stance = " · contradicts" if told["stance"] == "contradicts" else ""
    return f"[{number}] {outlet}{by}{date}{report}{stance}"


def quoted(text: str) -> str:
    """The words of a report in one line and in quotation marks, unless they begin with one themselves."""
    plain = line(text)
    return plain if plain[:1] in ("“", '"') else f"“{plain}”"


def value(claim: Values, names: dict[str, str]) -> str:
    """What a claim says: a date in words, the name of a code, words."""
    if claim["field"] == "date":
        return worded(claim["value"])
    return line(str(names.get(claim["value"], claim["value"])))


def _attribution(told: Values) -> str:
    return f"— {line(told['attribution'])}" if told["attribution"] else ""


def _source(told: Values) -> str:
    where = f" in {told['source_place']}" if told["source_place"] else ""
    said = f"said on {worded(told['said_on'])}" if told["said_on"] else ""
    handling = told["handling"] if told["handling"] not in (None, "public") else ""
    marks = (_ACCESS.get(told["access"], ""), said, "sensitive" * bool(told["sensitive"]), handling)
    return " · ".join(filter(None, (f"source: {told['source_type']}{where}", *marks)))


def _grades(told: Values) -> str:
    """The grades of the Admiralty code."""
    unjudged = " (cannot be judged)" * (told["reliability"] == "F")
    return f"reliability {told['reliability']}{unjudged}, credibility {told['credibility']}"


def _claims(claims: Iterable[Values], names: dict[str, str]) -> str:
    return "; ".join(_said(claim, names) for claim in claims)


def _said(claim: Values, names: dict[str, str]) -> str:
    """`place: Posong “the station”`; words that are the value itself are not said twice."""
    meant, words = value(claim, names), line(claim["words"] or "")
    if words.casefold() in ("", meant.casefold()):
        return f"{claim['field']}: " + (f"“{words}”" if words else meant)
    return f"{claim['field']}: {meant} “{words}”"
