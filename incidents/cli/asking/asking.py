"""Asking for the fields of a new incident, one after the other, each prefilled with what is known."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from incidents.actions.dates import NoDay
from incidents.cli.asking.completing import completer
from incidents.cli.asking.passages import asked_evidence
from incidents.cli.asking.prompting import LeftOff, Prompter, beside
from incidents.cli.asking.whole import described, whole
from incidents.cli.days import loose
from incidents.cli.fields import Desk, Put, put, shown
from incidents.cli.screen import say
from incidents.errors import BadInput, UsageProblem
from incidents.model.incident import Incident
from incidents.model.wording import worded
from incidents.output.safe import line
from incidents.store.query.find import number_of

T = TypeVar("T")
NOTHING = "nothing was recorded"
SENTENCE = "leaflets found in Hyesan on 1 January 2016"
NEAR = 3
"""So many that it is like are named."""


class Question(NamedTuple):
    """A field that is asked for, what it is called, and what it takes."""

    field: str
    label: str
    hint: str


QUESTIONS = (
    Question("type", "type", "what was done: arrest, market …; Tab completes"),
    Question("title", "title", "the act and the place, under 100 characters"),
    Question("date", "date", "2016-03, 2016-03-06/2016-03-09, or words: mid-March 2024"),
    Question("place", "place", "any spelling, the main one first: Hyesan; Musan:to"),
    Question("institution", "institution", "who did it: bowibu; Workers' Party:authority"),
    Question("people", "people", "detained=2; killed=3-5; participants=~40; affected=dozens"),
)
LAST = Question("tag", "tags", "free words: border; market")


class Known(NamedTuple):
    """What is known beside the draft: fields given by options, words that could not be read by field, a report."""

    given: Collection[str] = ()
    unread: Mapping[str, str] = {}
    report: str = ""


def greet() -> None:
    """Say how to go on and how to leave."""
    say("A new incident. Enter goes on and leaves empty what may be; ^C leaves, and nothing is recorded.")


def in_a_sentence(read: Callable[[str], T]) -> T:
    """What `read` makes of what happened in one sentence, if the user likes to tell it so. Raises LeftOff."""
    return Prompter(NOTHING).until_right("in a sentence", "", read, hint=f"{SENTENCE}; or Enter")


def asked(desk: Desk, draft: Incident, known: Known) -> Incident:
    """The incident that a person makes of `draft`; the fields given by options are not asked for.

    Raises:
        LeftOff: the user left, or does not want it recorded.
    """
    prompter = Prompter(NOTHING)
    incident = draft
    for question in QUESTIONS:
        if question.field not in known.given:
            incident = _answered(prompter, desk, question, incident, known.unread.get(question.field, ""))
    if not incident.evidence:
        found = asked_evidence(prompter, desk, known.report)
        incident = replace(incident, evidence=(found,) if found else ())
    return incident if LAST.field in known.given else _answered(prompter, desk, LAST, incident)


def agreed(desk: Desk, incident: Incident) -> str:
    """Show the whole record and what is near it; `yes`, or `edit` to have it in an editor first.

    Raises:
        LeftOff: it is not to be recorded.
    """
    for text in whole(desk.reader, incident):
        say(text)
    for sentence in _near(desk, incident):
        beside(sentence)
    prompter = Prompter(NOTHING)
    return prompter.until_right("record it? [Y/n/e]", "", _decided, hint="yes, no, or e for your editor", anew=True)


def _near(desk: Desk, incident: Incident) -> Iterator[str]:
    """What it may be told of already, and why."""
    from incidents.actions.nearby import nearby  # noqa: PLC0415  once all is asked

    for one in nearby(desk.location, incident, NEAR):
        yield f"like {one.id}: {line(one.title)} ({worded(one.edtf)}): {', '.join(one.reasons)}"


def _decided(words: str) -> str:
    answer = words.lower()
    if answer in ("", "y", "yes"):
        return "yes"
    if answer in ("e", "edit"):
        return "edit"
    if answer in ("n", "no"):
        raise LeftOff(NOTHING)
    raise BadInput("type y, n or e")


def _answered(prompter: Prompter, desk: Desk, question: Question, incident: Incident, unread: str = "") -> Incident:
    found = prompter.until_right(
        question.label,
        shown(desk.reader, question.field, incident) or unread,
        lambda words: _put(prompter, desk, question.field, words, incident),
        completer=completer(desk.reader, question.field),
        hint=question.hint,
    )
    if understood := found.understood or described(desk.reader, question.field, found.incident):
        beside(understood)
    return found.incident


def _put(prompter: Prompter, desk: Desk, field: str, words: str, incident: Incident) -> Put:
    """The answer in its field; a date that counts from a day asks for that day."""
    try:
        found = _put_once(desk, field, words, incident)
    except BadInput as error:
        if not isinstance(error.__cause__, NoDay):
            raise
        beside(f"“{words}” counts from a day")
        hint = "a day, as 2025-02-06, or the number of the report"
        counting = prompter.until_right("counted from", "", lambda day: _counted_from(desk, day), hint=hint)
        found = _put_once(counting, field, words, incident)
    if not words and field in ("type", "title"):
        raise BadInput(f"an incident needs a {field}")
    return found._replace(understood="") if found.understood.casefold() == words.casefold() else found


def _put_once(desk: Desk, field: str, words: str, incident: Incident) -> Put:
    return put(desk.reader, desk.location, field, words, incident, desk.reports, counted_from=desk.counted_from)


def _counted_from(desk: Desk, day: str) -> Desk:
    """The desk with the day that dates count from, given itself or by the number of a report."""
    if day.isdecimal() and len(day) != len("2016"):
        number = number_of(desk.reader, "report", day)
        row = desk.reader.one("SELECT published FROM report WHERE id = ?", (number,))
        if not row or not row[0]:
            raise UsageProblem(f"the day of report {number} is not known")
        return desk._replace(counted_from=row[0])
    if not day:
        raise UsageProblem("give a day, or write the date out")
    return desk._replace(counted_from=loose(day))
