"""Everything about an incident as a page for people."""

from collections.abc import Iterator
from typing import Any

from incidents.cli.screen import Screen
from incidents.model.wording import worded
from incidents.output.columns import names
from incidents.output.listings import CLAIM, EVIDENCE, INCIDENT
from incidents.output.page import heading, indented, labelled
from incidents.output.safe import line
from incidents.output.table import Head, text
from incidents.store.query.detail import OWN, Detail, Passage
from incidents.store.query.sql import Row

Values = dict[str, Any]


def page(detail: Detail, shown: Screen) -> Iterator[str]:
    """The page, as pieces of text."""
    own = dict(zip((*names(INCIDENT), *OWN), (*detail.incident, *detail.own), strict=True))
    yield from heading(f"{own['id']}  {own['title']}", shown.columns, colour=shown.colour)
    for label, texts in _facts(own, detail):
        yield from labelled(label, texts, shown.columns, colour=shown.colour)
    yield from _differences(detail, shown)
    for number, passage in enumerate(detail.passages, 1):
        yield from _passage(number, passage, detail.names, shown)


def _facts(own: Values, detail: Detail) -> Iterator[tuple[str, list[str]]]:
    yield "withdrawn", [own["withdrawn_reason"] or "yes"] if own["withdrawn"] else []
    yield "date", [_date(own)]
    yield "place", [_role(path, role, "scene") for _, _, path, role in detail.places]
    yield "", [f"known to the {own['precision']}"] if detail.places and own["precision"] != "unknown" else []
    yield "institution", [_role(name, role, "") for _, name, role in detail.institutions]
    yield "people", [_people(*row) for row in detail.people]
    yield "type", [" · ".join((f"{own['type']} ({own['family']})", own["kind"], own["status"]))]
    yield "level", [_level(own), _assessed(own)]
    yield "summary", [own["summary"]]
    yield "note", [own["note"]]
    yield "tags", [own["tags"] or ""]
    yield "related", [f"{kind} {number} {title}" for kind, number, _, title in detail.relations]
    yield "decided", [f"{field}, by {who}: {reason}" for field, who, reason in detail.decisions]
    yield "reported", [_reported(own)]
    yield "recorded", [_recorded(own)]


def _date(own: Values) -> str:
    date = worded(own["date"], own["first_reported"])
    if not own["date"]:
        return date
    span = "lasted all of it" if own["extent"] == "throughout" else ""
    words = f"“{own['date_words']}”" if own["date_words"] else ""
    return f"{date}  ({', '.join(filter(None, (own['date'], own['basis'], span, words)))})"


def _role(name: str, role: str, usual: str) -> str:
    return name if role == usual else f"{name} ({role})"


def _people(group: str, low: int | None, high: int | None, approximate: int, words: str) -> str:
    ends = [str(end) for end in dict.fromkeys((low, high)) if end is not None]
    number = ("about " if approximate else "") + "–".join(ends) if ends else ""
    said = f"“{words}”" if words else ""
    return f"{group}: {' '.join(filter(None, (number, said)))}"


def _level(own: Values) -> str:
    told = own["level_explanation"]
    disputed = ", disputed" if own["disputed"] else ""
    return f"{own['level_computed']}{disputed}" + (f": {told}" if told else "")


def _assessed(own: Values) -> str:
    return f"assessed as {own['level_assessed']}: {own['level_reason']}" if own["level_assessed"] else ""


def _reported(own: Values) -> str:
    days = [worded(day) for day in dict.fromkeys((own["first_reported"], own["last_reported"])) if day]
    return f"{' to '.join(days)}" + (f", by {own['origins']}" if own["origins"] else "")


def _recorded(own: Values) -> str:
    reviewed = "accepted unseen" if own["review"] == "machine" else f"reviewed by {own['reviewed_by']}"
    who = f" by {own['recorded_by']}" if own["recorded_by"] else ""
    return f"{own['recorded_at'][:10]}{who}, {reviewed}, revision {own['revision']}, {own['code']}"


def _differences(detail: Detail, shown: Screen) -> Iterator[str]:
    """The claims of every field on which the evidence differs from the record, side by side."""
    claims = [(n, c) for n, p in enumerate(detail.passages, 1) for c in (_named(CLAIM, row) for row in p.claims)]
    open_fields = {claim["field"] for _, claim in claims if not claim["followed"]}
    rows = [_claim(number, claim, detail.names) for number, claim in claims if claim["field"] in open_fields]
    if rows:
        yield "\n"
        yield from heading("Claims that differ", shown.columns, colour=shown.colour)
        heads = [Head("field"), Head("claim", 16), Head("words", 20), Head("passage", right=True), Head("")]
        yield text(heads, sorted(rows), shown.columns, colour=shown.colour)


def _claim(number: int, claim: Values, names_: dict[str, str]) -> list[str]:
    followed = "followed" if claim["followed"] else ""
    return [claim["field"], _value(claim, names_), line(claim["words"] or ""), str(number), followed]


def _value(claim: Values, names_: dict[str, str]) -> str:
    if claim["field"] == "date":
        return worded(claim["value"])
    return line(str(names_.get(claim["value"], claim["value"])))


def _passage(number: int, passage: Passage, names_: dict[str, str], shown: Screen) -> Iterator[str]:
    told = _named(EVIDENCE, passage.evidence)
    style = "bad" if told["stance"] == "contradicts" else "name"
    yield "\n"
    yield from indented(_origin(number, told), shown.columns, 0, style, colour=shown.colour)
    quote = f"“{told['quote'].strip()}”" if told["quote"] else told["citation"]
    yield from indented(quote, shown.columns, 4, colour=shown.colour)
    for detail in filter(None, (_attribution(told), _grades(told), _claims(passage, names_), told["url"])):
        yield from indented(detail, shown.columns, 4, "dim", colour=shown.colour)


def _origin(number: int, told: Values) -> str:
    outlet = told["outlet"] or ("citation" if told["citation"] else "unknown outlet")
    by = f" after {told['origin']}" if told["origin"] and told["origin"] != told["outlet"] else ""
    date = f", {worded(told['published'])}" if told["published"] else ""
    report = f" (report {told['report_id']})" if told["report_id"] else ""
    stance = " · contradicts" if told["stance"] == "contradicts" else ""
    return f"[{number}] {outlet}{by}{date}{report}{stance}"


def _attribution(told: Values) -> str:
    return f"— {told['attribution']}" if told["attribution"] else ""


def _grades(told: Values) -> str:
    where = f" in {told['source_place']}" if told["source_place"] else ""
    access = f"access {told['access']}"
    said = f"said on {worded(told['said_on'])}" if told["said_on"] else ""
    grade = f"{told['reliability']}{told['credibility']}"
    marks = [
        "sensitive" * bool(told["sensitive"]),
        told["handling"] if told["handling"] not in (None, "public") else "",
    ]
    return " · ".join(filter(None, (told["source_type"] + where, access, said, grade, *marks)))


def _claims(passage: Passage, names_: dict[str, str]) -> str:
    claims = (_named(CLAIM, row) for row in passage.claims)
    return "says " + "; ".join(_said(claim, names_) for claim in claims) if passage.claims else ""


def _said(claim: Values, names_: dict[str, str]) -> str:
    words = f" “{line(claim['words'])}”" if claim["words"] else ""
    return f"{claim['field']} {_value(claim, names_)}{words}"


def _named(columns: Any, row: Row) -> Values:
    return dict(zip(names(columns), row, strict=True))
