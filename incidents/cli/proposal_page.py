"""One proposal as a page for people, with all that a decision on it needs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incidents.cli.incident_page import date_words, people_words, role_words
from incidents.cli.passage_words import INDENT, origin, quoted, told_by
from incidents.cli.proposal_names import named
from incidents.cli.screen import Screen
from incidents.cli.titles import headings
from incidents.model.wording import worded
from incidents.output.page import heading, indented, labelled
from incidents.output.safe import line
from incidents.store.query.connect import Reader
from incidents.store.query.reports import kept_text

Values = dict[str, Any]
AROUND = 240
"""So many characters of its paragraph stand before and after a quote."""


def pages(reader: Reader, found: Sequence[Values], shown: Screen) -> Iterator[str]:
    """The pages of proposals, each with the columns of PROPOSAL and its payload as `proposal`."""
    heads = headings(reader, (one["report_id"] for one in found))
    for number, one in enumerate(found):
        yield "\n" * bool(number)
        yield from _page(reader, one, heads[one["report_id"]], shown)


def _page(reader: Reader, one: Values, head: tuple[str, str, str], shown: Screen) -> Iterator[str]:
    proposal = one["proposal"]
    names = named(reader, proposal)
    yield from heading(f"proposal {one['id']} · {one['title']}", shown.columns, colour=shown.colour)
    for label, texts in (*_state(one, head), *_facts(proposal, names)):
        yield from labelled(label, texts, shown.columns, colour=shown.colour)
    text = kept_text(reader, one["report_id"])
    for number, told in enumerate(proposal["incident"].get("evidence", ()), 1):
        yield "\n"
        yield from _passage(number, _told(told, one, names), text, names, shown)


def _state(one: Values, head: tuple[str, str, str]) -> Iterator[tuple[str, list[str]]]:
    outlet, published, title = head
    date = worded(published) if published else "date unknown"
    yield "report", [" · ".join((str(one["report_id"]), outlet, date, title))]
    became = f", incident {one['incident_id']}" if one["incident_id"] else ""
    by = f" by {one['decided_by']}" if one["decided_by"] else ""
    why = f": {one['reason']}" if one["reason"] else ""
    yield "state", [f"{one['state']}{became}{by}{why}" if one["state"] != "waiting" else ""]


def _facts(proposal: Values, names: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    own = proposal["incident"]
    yield "date", [_date(own)]
    yield "place", [role_words(names[link["place"]], link["role"], "scene") for link in own.get("places", ())]
    links = own.get("institutions", ())
    yield "institution", [role_words(names[link["institution"]], link["role"], "") for link in links]
    yield "people", [_people(one) for one in own.get("people", ())]
    yield "type", [" · ".join((own["type"], own["kind"], own["status"]))]
    disputed = ", disputed" if proposal.get("disputed") else ""
    told = f": {proposal['explanation']}" if proposal.get("explanation") else ""
    yield "level", [f"{proposal.get('verification', 'unverified')}{disputed}{told}"]
    yield "summary", [own.get("summary", "")]
    yield "confidence", [f"{proposal.get('confidence', 0.0):.0%} (how sure the reading is, not the report)"]
    yield "open", [_problem(one, names) for one in proposal.get("problems", ())]


def _date(own: Values) -> str:
    when = own.get("when", {})
    keys = {"date": "edtf", "extent": "extent", "basis": "basis", "date_words": "words"}
    return date_words({"first_reported": None} | {name: when.get(key) for name, key in keys.items()})


def _people(one: Values) -> str:
    return people_words(
        one["group"], one.get("low"), one.get("high"), bool(one.get("approximate")), one.get("words", "")
    )


def _problem(one: Values, names: Mapping[str, str]) -> str:
    """The message, and what it can be: the name and the code of each candidate."""
    listed = (f"{names[code]} ({code})" if names[code] != code else code for code in one.get("candidates", ()))
    candidates = "; ".join(listed)
    return line(one["message"]) + (f": {candidates}" if candidates else "")


def _told(told: Values, one: Values, names: Mapping[str, str]) -> Values:
    """A passage of the payload in the columns of EVIDENCE, as far as a page shows them."""
    missing = dict.fromkeys(("quote", "citation", "attribution", "said_on", "sensitive", "handling"))
    report = {"outlet": one["outlet"], "published": one["published"], "report_id": None}
    code, place = told.get("origin"), told.get("source_place")
    return missing | report | told | {"origin": code and names[code], "source_place": place and names[place]}


def _passage(number: int, told: Values, text: str, names: Mapping[str, str], shown: Screen) -> Iterator[str]:
    yield from indented(origin(number, told), shown.columns, 0, "name", colour=shown.colour)
    before, after = _around(text, told)
    parts = ((before, "dim"), (quoted(told["quote"]) if told["quote"] else told["citation"], "bold"), (after, "dim"))
    for words, style in parts:
        if words:
            yield from indented(words, shown.columns, INDENT, style, colour=shown.colour)
    claims = [claim | {"words": _words(text, claim)} for claim in told.get("claims", ())]
    short = {code: name.partition(", ")[0] for code, name in names.items()}
    yield from told_by(told, claims, short, shown)


def _words(text: str, claim: Values) -> str:
    start, end = claim.get("start"), claim.get("end")
    return "" if start is None or end is None else text[start:end]


def _around(text: str, told: Values) -> tuple[str, str]:
    """What stands before and after the quote in its paragraph, cut at a word where it is long."""
    start, end = told.get("start"), told.get("end")
    if start is None or end is None:
        return "", ""
    before = line(text[text.rfind("\n\n", 0, start) + 1 : start])
    stop = text.find("\n\n", end)
    after = line(text[end : stop if stop >= 0 else len(text)])
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return before, after
