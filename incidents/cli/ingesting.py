"""What `ingest` does once it knows its options; it loads everything that reads reports."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from incidents.actions.ingested import Accept, Ingested
from incidents.actions.reading import Read, read_all, reference
from incidents.cli.ingest_words import failures, many, open_words, short_names, summary
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import say, screen
from incidents.cli.writing import writable
from incidents.errors import BadInput, UsageProblem
from incidents.intake.files import Gathered, Item, gather
from incidents.intake.metadata import Metadata
from incidents.model.wording import worded
from incidents.output.listings import INGESTED
from incidents.output.safe import line
from incidents.output.table import Head, Row, text
from incidents.store.query.counts import waiting

HEADS = {
    "file": Head("file", 24, cut=True),
    "report_id": Head("report", right=True),
    "outlet": Head("outlet", 12, style="name"),
    "published": Head("published", 11),
    "result": Head("result"),
    "proposals": Head("found", right=True),
    "accepted": Head("accepted", right=True),
}
FOUND = (
    Head("file", 10, cut=True),
    Head("date", 12),
    Head("place", 12, style="name"),
    Head("type", 16),
    Head("title", 20),
)
_TABLES = (".csv", ".tsv")
_NAMED = 5
"""So many files that were left out are named, the rest only counted."""

metadata = Metadata


def gathered(names: Sequence[str], manifest: str | None, *, any_size: bool = False) -> Gathered:
    """What is to be read; what was left out is said.

    Raises:
        UsageProblem: nothing is named.
        BadInput: a path or a row of the manifest is wrong, or nothing in it is a report.
    """
    tables = [name for name in names if Path(name).suffix.lower() in _TABLES]
    if tables:
        raise BadInput(f"{tables[0]} looks like a table, not a report; did you mean --manifest {tables[0]}?")
    if not names and not manifest:
        raise UsageProblem("name a file, a folder, - for standard input, or a --manifest")
    found = gather(names, manifest, any_size=any_size)
    for words in found.left_out[:_NAMED]:
        say(f"left out: {words}")
    if len(found.left_out) > _NAMED:
        say(f"left out: {len(found.left_out) - _NAMED} more")
    if not found.items:
        raise BadInput(f"there is no report in {', '.join(names) or manifest}")
    return found


def read(items: Sequence[Item], said: Metadata) -> Iterator[Read]:
    """The reports with what is found in them; what cannot be read is said, and told at the end.

    Raises:
        BadInput: at the end, if some could not be read.
    """
    failed = 0
    for one in read_all(items, said):
        if one.report is None:
            failed += 1
            say(one.error)
        else:
            yield one
    if failed:
        raise BadInput(f"{failed} of {len(items)} reports could not be read")


def taken(
    items: Sequence[Item], said: Metadata, accepting: Accept, database: str | None, who: str | None
) -> Iterator[Ingested]:
    """The reports taken into the database, one after the other."""
    from incidents.actions.ingest import ingest  # noqa: PLC0415  a dry run writes nothing

    location, name = writable(database, who)
    yield from ingest(location, name, items, said, accepting)


def told(rows: Sequence[Ingested], said: Metadata, database: str | None) -> None:
    """Say what is open about the reports, why some failed, and how many proposals wait; after the progress bar.

    Raises:
        BadInput: some were not taken in.
    """
    if any(one.filed and one.filed.known for one in rows) and said != Metadata(otherwise=said.otherwise):
        say("what the options say was not applied to reports that were known before: they stay as they were")
    for words in open_words(rows):
        say(words)
    failed, reasons = sum(bool(one.error) for one in rows), failures(rows)
    if len(rows) == failed and len(reasons) == 1:
        raise BadInput(reasons[0])
    for words in reasons:
        say(words)
    with reading(database) as reader:
        say(summary(rows, waiting(reader)))
    if failed:
        some = f"{failed} of {len(rows)} reports could not be taken in; the others were"
        raise BadInput(some if failed < len(rows) else f"none of the {failed} reports could be taken in")


def shown(form: str, found: Iterable[Read]) -> Iterator[str]:
    """What a dry run found: an object a report in JSON, else the incidents in a table or the reports as rows."""
    if form == "table":
        return _table(list(found))
    if form in ("json", "jsonl"):
        from incidents.output.objects import array, dumped  # noqa: PLC0415  a table needs none
        from incidents.output.reading import read_object  # noqa: PLC0415

        objects = (read_object(one.report, one.extraction, reference(None)) for one in found if one.report)
        return array(objects) if form == "json" else (dumped(one) + "\n" for one in objects)
    return printed(form, INGESTED, (_row(Ingested(one)) for one in found), HEADS)


def listed(form: str, rows: Sequence[Ingested]) -> Iterator[str]:
    """What became of each report, in a format; for people with the name of the outlet and the date in words."""
    if form != "table":
        return printed(form, INGESTED, map(_row, rows), HEADS)
    short = short_names(one.read.name for one in rows)
    heads = {name: head for name, head in HEADS.items() if name != "accepted" or any(one.accepted for one in rows)}
    return printed(form, INGESTED, (_worded(_row(one), short) for one in rows), heads)


def _worded(row: tuple[Any, ...], short: dict[str, str]) -> tuple[Any, ...]:
    name, number, uid, outlet, published, *rest = row
    known = reference(None).outlet.get(outlet or "")
    return (short[name], number, uid, known.name if known else outlet, published and worded(published), *rest)


def _row(one: Ingested) -> tuple[Any, ...]:
    report, filed = one.read.report, one.filed
    problems = [one.error] if one.error else list(one.read.problems)
    result = "failed" if one.error else "known" if filed and filed.known else "new"
    proposals = one.proposals or one.read.extraction.proposals if result == "new" else ()
    return (
        one.read.name,
        filed.id if filed else None,
        filed.uid if filed else None,
        report.outlet if report else None,
        report.published if report else None,
        result,
        len(proposals),
        len(one.accepted),
        "; ".join(problems),
    )


def _table(found: Sequence[Read]) -> Iterator[str]:
    shown_ = screen()
    for words in open_words([Ingested(one) for one in found]):
        say(words)
    yield text(FOUND, list(_found(found)), shown_.table, colour=shown_.colour)
    incidents = many(sum(len(one.extraction.proposals) for one in found), "incident")
    say(f"{incidents} found in {many(len(found), 'report')}; nothing was stored")


def _found(found: Iterable[Read]) -> Iterator[Row]:
    places = reference(None).place
    for one in found:
        for own in (proposal.incident for proposal in one.extraction.proposals):
            where = own.places[0].place if own.places else ""
            name = places[where].name if where in places else where
            yield line(Path(one.name).name), own.when.in_words, name, own.type, line(own.title)
