"""The fields of an incident, each as words that a person types and edits: for prompts, forms and the review screen."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from incidents.cli.typed.date import typed_back, typed_date
from incidents.cli.typed.links import path_of, typed_link, written_link
from incidents.cli.typed.people import typed_people, written_people
from incidents.cli.typed.text import typed, written
from incidents.errors import BadInput, NotFound, UsageProblem
from incidents.model.incident import Incident, InstitutionLink, PlaceLink
from incidents.model.key import fold
from incidents.model.scales import KINDS, LEVELS, STATUSES, Level
from incidents.model.when import UNDATED
from incidents.model.wording import worded
from incidents.store.location import Location
from incidents.store.query.connect import Reader
from incidents.store.query.terms import term

BETWEEN = ";"
"""What stands between several values of one field in one line."""
LONGEST_TITLE = 99


class Field(NamedTuple):
    """A field that a person edits: the key that picks it, its name, what it is called, and whether it holds several."""

    key: str
    name: str
    label: str
    many: bool = False


class Put(NamedTuple):
    """The incident with the typed words in the field, and how they were understood (empty: just as they stand)."""

    incident: Incident
    understood: str = ""


class Desk(NamedTuple):
    """What typed words are read with: relative dates count from `counted_from`, else from the first of `reports`."""

    reader: Reader
    location: Location
    reports: Sequence[str] = ()
    counted_from: str | None = None


FIELDS = (
    Field("t", "title", "title"),
    Field("d", "date", "date"),
    Field("p", "place", "place", many=True),
    Field("i", "institution", "institution", many=True),
    Field("e", "people", "people", many=True),
    Field("y", "type", "type"),
    Field("s", "status", "status"),
    Field("k", "kind", "kind"),
    Field("u", "summary", "summary"),
    Field("g", "tag", "tags", many=True),
    Field("n", "note", "note"),
    Field("l", "level", "level"),
)
BY_NAME = {field.name: field for field in FIELDS}


def shown(reader: Reader, field_name: str, incident: Incident) -> str:
    """The value of a field in one line, as one would type it: `put` reads the very same."""
    items = written_items(reader, field_name, incident)
    if BY_NAME[field_name].many:
        return f"{BETWEEN} ".join(item.replace(BETWEEN, r"\x3b") for item in items)
    return written(items[0]) if field_name in ("summary", "note") and items else "".join(items)


def written_items(reader: Reader, field_name: str, incident: Incident) -> list[str]:
    """The values of a field, each as one would type it; summary and note as they are, with their line ends."""
    return _WRITERS[field_name](reader, incident)


def put(  # noqa: PLR0913, PLR0917  the signature that the parts have agreed on
    reader: Reader,
    location: Location,
    field_name: str,
    words: str,
    incident: Incident,
    reports: Sequence[str],
    *,
    counted_from: str | None = None,
) -> Put:
    """The typed words in the field; several values stand between semicolons, nothing empties what may be empty.

    Words that are those of `shown` change nothing. Relative dates count from `counted_from`, else from the day of the
    first of `reports` (uids).

    Raises:
        IncidentsError: they cannot be read; one sentence that says what can be written.
    """
    if words.strip() == shown(reader, field_name, incident).strip():
        return Put(incident)
    items = words.split(BETWEEN) if BY_NAME[field_name].many else [words]
    return put_items(Desk(reader, location, reports, counted_from), field_name, items, incident)


def put_items(desk: Desk, field_name: str, items: Sequence[str], incident: Incident) -> Put:
    """The values that were typed for a field, one an item. Raises IncidentsError as `put`."""
    given = [item.strip() for item in items if item.strip()]
    return _READERS[field_name](desk, given, incident)


def _text(name: str) -> Callable[[Reader, Incident], list[str]]:
    def write(reader: Reader, incident: Incident) -> list[str]:  # noqa: ARG001  as all writers
        text: str = getattr(incident, name)
        return [text] if text else []

    return write


def _one_line(reader: Reader, incident: Incident) -> list[str]:  # noqa: ARG001  as all writers
    return [written(incident.title)] if incident.title else []


def _date(reader: Reader, incident: Incident) -> list[str]:  # noqa: ARG001  as all writers
    return [incident.when.edtf] if incident.when.edtf else []


def _places(reader: Reader, incident: Incident) -> list[str]:
    return [written_link(reader, "place", link.place, link.role) for link in incident.places]


def _institutions(reader: Reader, incident: Incident) -> list[str]:
    return [written_link(reader, "institution", link.institution, link.role) for link in incident.institutions]


def _people(reader: Reader, incident: Incident) -> list[str]:  # noqa: ARG001  as all writers
    return [written_people(one) for one in incident.people]


def _tags(reader: Reader, incident: Incident) -> list[str]:  # noqa: ARG001  as all writers
    return [written(tag) for tag in incident.tags]


def _level(reader: Reader, incident: Incident) -> list[str]:  # noqa: ARG001  as all writers
    return [f"{incident.assessed}: {written(incident.assessed_reason)}"] if incident.assessed else []


def _put_title(desk: Desk, items: Sequence[str], incident: Incident) -> Put:  # noqa: ARG001  as all readers
    title = _seen("title", typed(" ".join(items)))
    if not title:
        raise BadInput("the title is empty: name the act and the place in one line")
    if len(title) > LONGEST_TITLE:
        raise BadInput(f"the title has {len(title)} characters; it takes 1 to {LONGEST_TITLE}")
    return Put(replace(incident, title=title))


def _seen(name: str, text: str) -> str:
    """A text that is one line which can be shown. Raises BadInput."""
    wrong = [letter for letter in text if unicodedata.category(letter) in ("Cc", "Zl", "Zp")]
    if wrong:
        raise BadInput(f"the {name} has {wrong[0]!a} in it: it takes one line without control characters")
    return text


def _put_text(name: str) -> Callable[[Desk, Sequence[str], Incident], Put]:
    def read(desk: Desk, items: Sequence[str], incident: Incident) -> Put:  # noqa: ARG001  as all readers
        return Put(replace(incident, **{name: typed("".join(items))}))  # type: ignore[arg-type]

    return read


def _put_date(desk: Desk, items: Sequence[str], incident: Incident) -> Put:
    if not items:
        return Put(replace(incident, when=UNDATED), worded(None))
    found = typed_date(desk.reader, desk.location, items[0], desk.counted_from, desk.reports)
    return Put(replace(incident, when=typed_back(found.when, incident.when)), found.understood or found.when.in_words)


def _put_places(desk: Desk, items: Sequence[str], incident: Incident) -> Put:
    held = [link.place for link in incident.places]
    links = dict.fromkeys(PlaceLink(*typed_link(desk.reader, "place", item, held)) for item in items)
    same = [link.place for link in links] == held
    precision = incident.precision if same else "unknown"  # the unit of work tells it from the places
    said = "; ".join(path_of(desk.reader, "place", link.place) for link in links)
    return Put(replace(incident, places=tuple(links), precision=precision), said)


def _put_institutions(desk: Desk, items: Sequence[str], incident: Incident) -> Put:
    held = [link.institution for link in incident.institutions]
    links = dict.fromkeys(InstitutionLink(*typed_link(desk.reader, "institution", item, held)) for item in items)
    said = "; ".join(path_of(desk.reader, "institution", link.institution) for link in links)
    return Put(replace(incident, institutions=tuple(links)), said)


def _put_people(desk: Desk, items: Sequence[str], incident: Incident) -> Put:
    people = tuple(typed_people(desk.reader, item) for item in items)
    return Put(replace(incident, people=people), "; ".join(map(written_people, people)))


def _put_tags(desk: Desk, items: Sequence[str], incident: Incident) -> Put:  # noqa: ARG001  as all readers
    return Put(replace(incident, tags=tuple(sorted({_seen("tag", typed(item)) for item in items}))))


def _put_type(desk: Desk, items: Sequence[str], incident: Incident) -> Put:
    if not items:
        raise BadInput("the type is empty: incidents add --help lists the types")
    code = term(desk.reader, "type", items[0])
    return Put(replace(incident, type=code), code)


def _put_scale(name: str, scale: Sequence[str]) -> Callable[[Desk, Sequence[str], Incident], Put]:
    def read(desk: Desk, items: Sequence[str], incident: Incident) -> Put:  # noqa: ARG001  as all readers
        value = one_of(name, scale, "".join(items))
        return Put(replace(incident, **{name: value}), value)  # type: ignore[arg-type]

    return read


def one_of(name: str, scale: Sequence[str], words: str) -> str:
    """The value of a closed scale that was typed, whole or as its beginning.

    Raises:
        NotFound: none is called so, or several begin so; names all.
    """
    asked = fold(words)
    found = [value for value in scale if fold(value) == asked] or [
        value for value in scale if asked and fold(value).startswith(asked)
    ]
    if len(found) != 1:
        raise NotFound(f"there is no {name} {words!r}; it is one of {', '.join(scale)}")
    return found[0]


def _put_level(desk: Desk, items: Sequence[str], incident: Incident) -> Put:  # noqa: ARG001  as all readers
    if not items:
        return Put(replace(incident, assessed=None, assessed_reason=""))
    words, _, reason = items[0].partition(":")
    level: Level = one_of("level", LEVELS, words)  # type: ignore[assignment]
    if not reason.strip():
        raise UsageProblem(f"a level that a person sets needs a reason: write {level}: WORDS")
    return Put(replace(incident, assessed=level, assessed_reason=typed(reason)), level)


_WRITERS: dict[str, Callable[[Reader, Incident], list[str]]] = {
    "title": _one_line,
    "date": _date,
    "place": _places,
    "institution": _institutions,
    "people": _people,
    "type": _text("type"),
    "status": _text("status"),
    "kind": _text("kind"),
    "summary": _text("summary"),
    "tag": _tags,
    "note": _text("note"),
    "level": _level,
}
_READERS: dict[str, Callable[[Desk, Sequence[str], Incident], Put]] = {
    "title": _put_title,
    "date": _put_date,
    "place": _put_places,
    "institution": _put_institutions,
    "people": _put_people,
    "type": _put_type,
    "status": _put_scale("status", STATUSES),
    "kind": _put_scale("kind", KINDS),
    "summary": _put_text("summary"),
    "tag": _put_tags,
    "note": _put_text("note"),
    "level": _put_level,
}
