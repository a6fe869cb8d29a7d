"""Asking on what a new incident rests: a passage of a report, or a citation."""

from collections.abc import Iterator
from typing import Any, cast

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from incidents.cli.asking.completing import completer
from incidents.cli.asking.prompting import Prompter, beside
from incidents.cli.fields import Desk
from incidents.cli.incident_options import EvidenceOptions
from incidents.cli.incident_values import evidence
from incidents.model.incident import Evidence
from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.find import number_of

_RECENT = 20
_LONG = 60


class Reports(Completer):
    """The numbers of the last reports, with outlet, day and title beside them."""

    def __init__(self, desk: Desk) -> None:
        rows = desk.reader.rows(
            f"SELECT id, outlet, published, title FROM report_listing ORDER BY id DESC LIMIT {_RECENT}"
        )
        self._reports = [(str(row[0]), cut(line(", ".join(filter(None, row[1:]))), _LONG)) for row in rows]

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """prompt_toolkit's: the numbers that begin so."""
        words = document.text_before_cursor.lstrip()
        for number, about in self._reports:
            if number.startswith(words):
                yield Completion(number, -len(words), display_meta=about)


def asked_evidence(prompter: Prompter, desk: Desk, report: str = "") -> Evidence | None:
    """One passage with who told it; None if nothing is named. `report` is one that is known already."""
    given: dict[str, Any] = {**dict.fromkeys(EvidenceOptions.__annotations__), "sensitive": False}
    hint = "its number, if it stands in one"
    report = prompter.until_right(
        "report", report, lambda words: _known(desk, words), completer=Reports(desk), hint=hint
    )
    found = _quoted(prompter, desk, given | {"report": report}) if report else None
    if found is None:
        hint = "a book, page or interview"
        citation = prompter.ask("citation", hint=hint)
        if not citation:
            return None
        given |= {"citation": citation}
    else:
        given |= {"report": report, "quote": found.quote}
    return _told_by(prompter, desk, given)


def _known(desk: Desk, words: str) -> str:
    return str(number_of(desk.reader, "report", words)) if words else ""


def _quoted(prompter: Prompter, desk: Desk, given: dict[str, Any]) -> Evidence | None:
    """The passage of the report; its words are shown as they stand there."""

    def read(words: str) -> Evidence | None:
        if not words:
            return None
        return evidence(desk.reader, desk.location, cast("EvidenceOptions", given | {"quote": words}))

    hint = "the passage, as it stands in the report"
    found = prompter.until_right("quote", "", read, hint=hint)
    if found:
        beside(f"“{cut(line(found.quote), _LONG)}”, characters {found.start}–{found.end}")
    return found


def _told_by(prompter: Prompter, desk: Desk, given: dict[str, Any]) -> Evidence | None:
    """With the words that say who told it, and what kind of source that is."""
    attribution = prompter.ask("told by", hint="the words that say who told it")
    given |= {"attribution": attribution or None}

    def read(words: str) -> Evidence | None:
        return evidence(desk.reader, desk.location, cast("EvidenceOptions", given | {"source_type": words or None}))

    hint = "resident, official, state-media …; else the outlet's own word"
    return prompter.until_right("source type", "", read, completer=completer(desk.reader, "source type"), hint=hint)
