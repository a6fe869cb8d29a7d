"""The fields of an incident as options, for `add` and `edit`."""

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from incidents.model.scales import (
    ACCESSES,
    BASES,
    CREDIBILITIES,
    EXTENTS,
    KINDS,
    LEVELS,
    PRECISIONS,
    RELIABILITIES,
    STANCES,
    STATUSES,
)

Function = TypeVar("Function", bound=Callable[..., Any])


class FieldOptions(TypedDict):
    """What Click gives for the fields of the record; None or empty: not given."""

    title: str | None
    summary: str | None
    type_: str | None
    kind: str | None
    status: str | None
    date: str | None
    counted_from: str | None
    extent: str | None
    basis: str | None
    place: tuple[str, ...]
    precision: str | None
    institution: tuple[str, ...]
    people: tuple[str, ...]
    open_place: tuple[str, ...]
    open_institution: tuple[str, ...]
    tag: tuple[str, ...]
    note: str | None
    level: str | None
    level_reason: str | None


class WeightOptions(TypedDict):
    """What Click gives for who told a passage of evidence, and how good that is."""

    attribution: str | None
    source: str | None
    source_type: str | None
    source_place: str | None
    said_on: str | None
    access: str | None
    origin: str | None
    reliability: str | None
    credibility: str | None
    stance: str | None


class EvidenceOptions(WeightOptions):
    """What Click gives for one passage of evidence."""

    report: str | None
    quote: str | None
    nth: int | None
    citation: str | None
    sensitive: bool


def _text(name: str, meta: str, text: str, *more: str) -> Callable[[Any], Any]:
    return click.option(name, *more, metavar=meta, help=text)


def _choice(name: str, values: tuple[str, ...], text: str) -> Callable[[Any], Any]:
    return click.option(name, type=click.Choice(values), help=text)


def _many(name: str, meta: str, text: str) -> Callable[[Any], Any]:
    return click.option(name, metavar=meta, multiple=True, help=text)


_FIELDS = (
    _text("--title", "WORDS", "One line under 100 characters: the act and the place."),
    _text("--summary", "WORDS", "One to three sentences in your own words."),
    _text("--type", "TYPE", "What was done: arrest, order, market …", "type_"),
    _choice("--kind", KINDS, "One event, many told as one, or a series."),
    _choice("--status", STATUSES, "Whether it has happened."),
    _text("--date", "DATE", "When: EDTF (2016-03, 2016-03-06/2016-03-09) or words (`late March 2016`); `undated`."),
    _text("--counted-from", "DATE", "The day that words such as `last October` count from; else the report's."),
    _choice("--extent", EXTENTS, "At some time within the date, or throughout it."),
    _choice("--basis", BASES[:-1], "What the date rests on."),
    _many("--place", "NAME", "Where, the main place first; NAME:ROLE for another role than `scene`."),
    _choice("--precision", PRECISIONS, "How fine the place is; else as its level says."),
    _many("--institution", "NAME", "Which institution; NAME:ROLE for another role than `actor`."),
    _many("--open-place", "NAME", "A place that nobody can tell yet: kept open for `place resolve`."),
    _many("--open-institution", "NAME", "An institution that nobody can tell yet, likewise."),
    _many("--people", "GROUP=NUMBER", "How many: detained=2, killed=3-5, participants=~40, affected=dozens."),
    _many("--tag", "TAG", "A free word."),
    _text("--note", "WORDS", "A note of your own; it never leaves in a public export."),
    _choice("--level", LEVELS, "A verification level that you set; needs --level-reason."),
    _text("--level-reason", "WORDS", "Why you set it."),
)
_PASSAGE = (
    _text("--report", "NO.", "The report that the evidence is in, by number or uid."),
    _text("--quote", "WORDS", "The passage, as it stands in the report."),
    click.option("--nth", metavar="N", type=click.IntRange(1), help="Which place, where these words stand in several."),
    _text("--citation", "WORDS", "A book, page or interview; beside --report, where in it."),
)
_WEIGHT = (
    _text("--attribution", "WORDS", "The words that say who told it."),
    _text("--source", "HANDLE", "Which source of the report it is: `source 1`; `sources 2` if several; `outlet`."),
    _text("--source-type", "TYPE", "What kind of source: resident, official, state-media …"),
    _text("--source-place", "NAME", "Where the source is."),
    _text("--said-on", "DATE", "The day on which the source spoke: 2025-02-04."),
    _choice("--access", ACCESSES, "How the source knows."),
    _text("--origin", "NAME", "The outlet that first had it; else that of the report."),
    _choice("--reliability", RELIABILITIES, "Admiralty code of the source."),
    _choice("--credibility", CREDIBILITIES, "Admiralty code of the information."),
    _choice("--stance", STANCES, "Whether it supports or contradicts."),
)
_SENSITIVE = click.option("--sensitive", is_flag=True, help="It could point to a person.")
_GIVEN_SENSITIVE = click.option("--sensitive/--not-sensitive", default=None, help="Whether it could point to a person.")


def fields(command: Function) -> Function:
    """Give a command the fields of the record (FieldOptions)."""
    for option in reversed(_FIELDS):
        command = option(command)
    return command


def evidence(command: Function) -> Function:
    """Give a command the fields of one passage of evidence (EvidenceOptions)."""
    for option in reversed((*_PASSAGE, *_WEIGHT, _SENSITIVE)):
        command = option(command)
    return command


def weight(command: Function) -> Function:
    """Give a command what weighs a passage: WeightOptions, and `sensitive`, None if it is not given."""
    for option in reversed((*_WEIGHT, _GIVEN_SENSITIVE)):
        command = option(command)
    return command
