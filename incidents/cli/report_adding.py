"""What `report add` does once it knows its options."""

from typing import TYPE_CHECKING, cast

from incidents.actions.published import published
from incidents.cli.configuration import ingest_defaults
from incidents.cli.reading import reading
from incidents.cli.report_words import many
from incidents.cli.screen import say
from incidents.cli.startup import unwatched
from incidents.cli.writing import done, writable
from incidents.errors import BadInput, UsageProblem
from incidents.intake.files import gather
from incidents.intake.metadata import Metadata, date_in_url, find_outlet
from incidents.model.report import Report
from incidents.model.scales import Handling
from incidents.store.query.names import one as code_of

if TYPE_CHECKING:
    from incidents.cli.report.add import Given

_HOW = "by hand"


def added(  # noqa: PLR0913  who records what how
    given: "Given",
    text: str | None,
    note: str,
    database: str | None,
    who: str | None,
    *,
    another: bool,
    dry_run: bool,
) -> None:
    """Record the report, and say its number and what was proposed of its text.

    Raises:
        UsageProblem: nothing is given by which it could be found again.
        BadInput: its text cannot be read.
    """
    plain = {name: str(words).strip() for name, words in given.items()}
    said = Metadata(**plain)  # type: ignore[arg-type]  # all are words
    if not said.title and not said.url:
        raise UsageProblem("a report needs at least a --title or a --url, by which it can be found again")
    if not all(words.isprintable() for words in (said.title, said.url, said.language)):
        raise UsageProblem("a title, address or language is one line without control characters")
    day = published(said.published)
    location, name = writable(database, who, dry_run=dry_run)
    with reading(database) as reader:
        outlet = code_of(reader, "outlet", said.outlet) if said.outlet else ""
    with unwatched():
        from incidents.actions.report_by_hand import add_report  # noqa: PLC0415  heavy, after what can be mistyped

        known = Metadata(outlet, day, said.language, said.url, said.title, said.handling, _otherwise())
        report = _read(text, known) if text else _bare(known)
        found = add_report(location, name, report, note=note, another=another, dry_run=dry_run)
    number = "" if dry_run else f" {found.id}"
    goes_by = f"“{said.title}”" if said.title else said.url
    say(f"{done('recorded', dry_run=dry_run)}: report{number} {goes_by}" + ("" if text else ", without a text"))
    for problem in report.problems if text else ():
        say(problem)
    if found.proposals:
        waits = f"{many(len(found.proposals), 'proposal')} {done('waiting', dry_run=dry_run)}"
        say(waits if dry_run else f"{waits}: incidents review {found.id} --list shows them")


def _otherwise() -> Metadata:
    """What the configuration says of reports; the outlet of what is read from files is none of what is not."""
    own = ingest_defaults()
    return Metadata(language=own["language"], handling=own["handling"])


def _bare(said: Metadata) -> Report:
    """A report without a text."""
    known = said.over(said.otherwise) if said.otherwise else said
    outlet = known.outlet or _outlet_of(known.url)
    return Report(
        name=known.title or known.url,
        data=b"",
        text="",
        sha256="",
        outlet=outlet or None,
        published=known.published or date_in_url(known.url),
        language=known.language or None,
        url=known.url or None,
        title=known.title,
        handling=cast("Handling", known.handling or "public"),
        how=_HOW,
    )


def _outlet_of(url: str) -> str:
    """The code of the outlet that has the domain of an address; nothing where none is known."""
    if not url:
        return ""
    from incidents.actions.reading import reference  # noqa: PLC0415  few have an address and no outlet

    found = find_outlet("", url, reference(None).outlets)
    return found.code if found else ""


def _read(text: str, known: Metadata) -> Report:
    from incidents.actions.reading import reference  # noqa: PLC0415  a report without a text needs none
    from incidents.intake.report import read_report  # noqa: PLC0415  likewise

    items = gather([text]).items
    if len(items) != 1:
        raise BadInput(f"{text} holds {len(items)} texts; `incidents ingest {text}` takes in several at once.")
    return read_report(items[0].name, items[0].read(), known, reference(None).outlets, how=_HOW)
