"""Everything about an incident as a page for people."""

from collections.abc import Iterator
from typing import Any

from incidents.cli.open_words import settling
from incidents.cli.passage_words import INDENT, origin, quoted, told_by, value
from incidents.cli.relation_words import relation_words
from incidents.cli.screen import Screen
from incidents.model.wording import number_words, worded
from incidents.output.columns import names
from incidents.output.listings import CLAIM, EVIDENCE, INCIDENT
from incidents.output.page import heading, indented, labelled
from incidents.output.safe import line
from incidents.output.style import paint
from incidents.output.table import Head, text
from incidents.store.query.detail import OWN, RELATION, Detail
from incidents.store.query.sql import Row

Values = dict[str, Any]


def page(detail: Detail, shown: Screen) -> Iterator[str]:
    """The page, as pieces of text."""
    own = dict(zip((*names(INCIDENT), *OWN), (*detail.incident, *detail.own), strict=True))
    yield from heading(f"{own['id']} · {own['title']}", shown.columns, colour=shown.colour)
    disputed = _open_fields(detail)
    for label, texts in _facts(own, detail):
        if label in disputed and texts:
            texts = [f"{texts[0]} · claims differ", *texts[1:]]  # noqa: PLW2901  the same words, marked
        yield from labelled(label, texts, shown.columns, colour=shown.colour)
    yield from _differences(detail, shown)
    yield from passages(detail, shown)


def _facts(own: Values, detail: Detail) -> Iterator[tuple[str, list[str]]]:
    yield "withdrawn", [own["withdrawn_reason"] or "yes"] if own["withdrawn"] else []
    yield "date", [date_words(own)]
    yield "place", [role_words(path, role, "scene") for _, _, path, role in detail.places]
    yield "", [_precision(own)] if detail.places else []
    yield "open", [f"{noun} “{line(words)}”: {settling(noun, words)}" for noun, words in detail.open_names]
    yield "institution", [role_words(name, role, "") for _, name, role in detail.institutions]
    yield "people", [people_words(*row) for row in detail.people]
    yield "type", [" · ".join((f"{own['type']} ({own['family']})", own["kind"], own["status"]))]
    yield "level", [_level(own), _assessed(own)]
    yield "summary", [own["summary"]]
    yield "note", [own["note"]]
    yield "tags", [own["tags"] or ""]
    yield "related", [_related(dict(zip(RELATION, row, strict=True))) for row in detail.relations]
    yield "decided", [f"{field}, by {who}: {reason}" for field, who, reason in detail.decisions]
    yield "reported", [_reported(own)]
    yield "recorded", [_recorded(own)]


def date_words(own: Values) -> str:
    """`1 Jan 2016 (2016-01-01, stated, “Jan. 1”)`, of the columns of INCIDENT."""
    date = worded(own["date"], own["first_reported"], own["extent"])
    if not own["date"]:
        return date
    span = "lasted all of it" if own["extent"] == "throughout" else ""
    words = f"“{own['date_words']}”" if own["date_words"] else ""
    return f"{date} ({', '.join(filter(None, (own['date'], own['basis'], span, words)))})"


def _precision(own: Values) -> str:
    """How fine the place is known; of several the paths tell."""
    return "" if own["precision"] in ("unknown", "several") else f"known no finer than the {own['precision']}"


def role_words(name: str, role: str, usual: str) -> str:
    """`Hyesan (from)`; the usual role is not said."""
    return name if role == usual else f"{name} ({role})"


def people_words(group: str, low: int | None, high: int | None, approximate: int, words: str) -> str:
    """`detained: about 2–3 “a few”`."""
    said = f"“{words}”" if words else ""
    return f"{group}: {' '.join(filter(None, (number_words(low, high, approximate), said)))}"


def _related(relation: Values) -> str:
    """`part of 3 · Arrests of the border guards`; from the other side `has the part 1 · An arrest at Hyesan`."""
    words = relation_words(relation["kind"], back=relation["direction"] == "from")
    return f"{words} {relation['other_id']} · {relation['title']}" + " (withdrawn)" * bool(relation["withdrawn"])


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
    open_fields = _open_fields(detail)
    rows = [_claim(number, claim, detail.names) for number, claim in _claims(detail) if claim["field"] in open_fields]
    if rows:
        yield "\n"
        yield from heading("Claims that differ", shown.columns, colour=shown.colour)
        heads = [Head("field"), Head("claim", 16), Head("words", 20), Head("passage", right=True), Head("")]
        yield text(heads, sorted(rows), shown.columns, colour=shown.colour)


def _claims(detail: Detail) -> Iterator[tuple[int, Values]]:
    """Each claim with the number of its passage."""
    for number, passage in enumerate(detail.passages, 1):
        yield from ((number, _named(CLAIM, row)) for row in passage.claims)


def _open_fields(detail: Detail) -> set[str]:
    """The fields of which some passage says another value than the record; what its place lies in is no other one."""
    return {one["field"] for _, one in _claims(detail) if not (one["followed"] or _above(one, detail))}


def _above(claim: Values, detail: Detail) -> bool:
    return claim["field"] == "place" and claim["value"] in detail.above


def _claim(number: int, claim: Values, names_: dict[str, str]) -> list[str]:
    followed = "followed" if claim["followed"] else ""
    return [claim["field"], value(claim, names_), line(claim["words"] or ""), str(number), followed]


def passages(detail: Detail, shown: Screen, *, exact: bool = False) -> Iterator[str]:
    """The evidence; the address of a report stands once, with its first passage, unbroken, to be copied.

    `exact` adds where each stands in the text, and its uid.
    """
    addresses: set[str] = set()
    for number, passage in enumerate(detail.passages, 1):
        told = _named(EVIDENCE, passage.evidence)
        style = "bad" if told["stance"] == "contradicts" else "name"
        yield "\n"
        yield from indented(origin(number, told), shown.columns, 0, style, colour=shown.colour)
        if told["url"] and told["url"] not in addresses:
            addresses.add(told["url"])
            yield f"{' ' * INDENT}{paint(line(told['url']), 'dim', colour=shown.colour)}\n"
        for words in filter(None, (told["quote"] and quoted(told["quote"]), told["citation"])):
            yield from indented(words, shown.columns, INDENT, colour=shown.colour)
        yield from told_by(told, (_named(CLAIM, row) for row in passage.claims), detail.names, shown)
        if exact:
            at = f"characters {told['start_at']} to {told['end_at']} of the text · " * (told["start_at"] is not None)
            yield from indented(f"{at}uid {told['uid']}", shown.columns, INDENT, "dim", colour=shown.colour)


def _named(columns: Any, row: Row) -> Values:
    return dict(zip(names(columns), row, strict=True))
