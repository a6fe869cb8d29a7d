"""Reading a form back: each line of it is right, or is told what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from textwrap import wrap
from typing import Any, NamedTuple

from incidents.cli.failures import nearest
from incidents.cli.fields import BY_NAME, Desk, one_of, put_items
from incidents.cli.form.writing import COLUMNS, COMMENT, ENTRIES, TEXTS, values
from incidents.errors import IncidentsError
from incidents.model.incident import Incident
from incidents.model.key import fold
from incidents.model.scales import BASES, EXTENTS, PRECISIONS

MARK = f"{COMMENT} ! "
"""Begins a line that says what is wrong with the line above it."""
_GIVING_UP = "Something cannot be read yet, see below. To give up, leave the form as it is: what you typed is kept."
_NAMES = [entry.name for entry in ENTRIES]
_ALSO = {"places": "place", "institutions": "institution", "tags": "tag", "when": "date", "day": "date"}
_SCALES: dict[str, Sequence[str]] = {"extent": EXTENTS, "basis": BASES[:-1], "precision": PRECISIONS}
_STAYS = ("type", "status", "kind", *_SCALES)
"""Fields that a form without a line for them leaves as they are: they cannot be empty."""


class Wrong(NamedTuple):
    """The line with something wrong, counted from 0, and a sentence that says what."""

    line: int
    sentence: str


class Value(NamedTuple):
    """What was typed for a field, and in which line."""

    line: int
    words: str


@dataclass
class Typed:
    """A form as it was typed: the values of each field that it has a line for, and the lines that are none."""

    fields: dict[str, list[Value]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """Fields of which a line is wrong already."""

    @property
    def empty(self) -> bool:
        """Whether nothing is typed at all."""
        return not self.wrong and not any(value.words for some in self.fields.values() for value in some)


class Parsed(NamedTuple):
    """The incident of a form, as far as it can be read, and all that is wrong with it."""

    incident: Incident
    wrong: list[Wrong]


def parsed(desk: Desk, text: str, base: Incident) -> Parsed:
    """The form `text` of the incident `base`: fields whose lines are those that were written stay as they are."""
    form = typed_form(text)
    found, wrong = base, list(form.wrong)
    held = values(desk.reader, base)
    for name in _NAMES:
        given = form.fields.get(name, [])
        if name in form.told or (name in _STAYS and not given):
            continue
        if [value.words for value in given if value.words] == held[name] and name != "extent":
            continue
        found, told = _put(desk, name, given, found)
        wrong += told
    return Parsed(found, sorted([*wrong, *_missing(found, form, wrong)]))


def typed_form(text: str) -> Typed:
    """The lines of a form, sorted by field; comments are left out, lines that are set in go on with the one above."""
    form = Typed()
    for number, head, more in _paragraphs(text):
        words, colon, rest = head.partition(":")
        name = _name(words)
        if not colon or not name:
            form.wrong.append(Wrong(number, _unknown(words if colon else head, colon)))
        elif told := _misplaced(form, name, more):
            form.told.add(name)
            form.wrong.append(Wrong(number, f"{name} {told}"))
        else:
            form.fields.setdefault(name, []).append(Value(number, "\n".join((rest.strip(), *more)).strip("\n")))
    return form


def _misplaced(form: Typed, name: str, more: Sequence[str]) -> str:
    if name in form.fields and not (name in BY_NAME and BY_NAME[name].many):
        return "stands here a second time: it takes one line"
    return "takes one line: begin each further one with its field" if more and name not in TEXTS else ""


def marked(text: str, wrong: Sequence[Wrong]) -> str:
    """The form with what is wrong said below each such line, and how to give up above all; `unmarked` undoes it."""
    lines = text.split("\n")
    for one in sorted([*wrong, Wrong(-1, _GIVING_UP)], reverse=True):
        told = wrap(one.sentence, COLUMNS - len("! "), break_long_words=False, break_on_hyphens=False)
        lines[one.line + 1 : one.line + 1] = [f"{MARK}{part}" for part in told]
    return "\n".join(lines)


def unmarked(text: str) -> str:
    """The form without what was said of its lines."""
    return "\n".join(one for one in text.split("\n") if not one.startswith(MARK))


def _paragraphs(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Each line that begins a field, with its number and the lines set in below it; blank ones between belong to it."""
    number, head, more = -1, "", list[str]()
    for k, one in enumerate([*text.split("\n"), "end:"]):
        if one.startswith(COMMENT):
            continue
        if one[:1].isspace() and number >= 0:
            more.append(one.strip())
        elif not one.strip():
            more += [""] * (number >= 0)
        else:
            if number >= 0:
                yield number, head, _stripped(more)
            number, head, more = k, one.strip(), []


def _stripped(more: list[str]) -> list[str]:
    """Without the blank lines at the end."""
    while more and not more[-1]:
        more.pop()
    return more


def _name(words: str) -> str:
    folded = fold(words)
    return folded if folded in _NAMES else _ALSO.get(folded, "")


def _unknown(words: str, colon: str) -> str:
    if not colon:
        return "this is no “field: value”; set a further line of a text in by two blanks"
    near = nearest(fold(words), _NAMES, 1)
    return f"there is no field {words.strip()!r}; " + (
        f"did you mean {near[0]}?" if near else f"the fields are {', '.join(_NAMES)}"
    )


def _put(desk: Desk, name: str, given: Sequence[Value], found: Incident) -> tuple[Incident, list[Wrong]]:
    """The field set from its lines. Where one of several is wrong, each wrong one is told."""
    words = [value.words for value in given]
    try:
        if name in _SCALES:
            return _scaled(name, "".join(words), found), []
        return put_items(desk, name, words, found).incident, []
    except IncidentsError as error:
        told = Wrong(given[0].line if given else 0, str(error).rstrip("."))
    if len(given) > 1:
        return found, [wrong for value in given for wrong in _put(desk, name, [value], found)[1]] or [told]
    return found, [told]


def _scaled(name: str, words: str, found: Incident) -> Incident:
    """With the extent or basis of its date, if it has one, or with the precision of its place."""
    value: Any = one_of(name, _SCALES[name], words)
    if name == "precision":
        return replace(found, precision=value)
    return replace(found, when=replace(found.when, **{name: value})) if found.when.dated else found


def _missing(found: Incident, form: Typed, wrong: Sequence[Wrong]) -> Iterator[Wrong]:
    """A title and a type that the record must have and that no line gives."""
    told = {one.line for one in wrong}
    for name, value in (("title", found.title), ("type", found.type)):
        number = form.fields[name][0].line if form.fields.get(name) else 0
        if not value and name not in form.told and number not in told:
            yield Wrong(number, f"the {name} is missing")
