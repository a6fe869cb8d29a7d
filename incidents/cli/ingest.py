"""`incidents ingest`."""

import gc
from collections.abc import Iterator
from typing import Any, Literal, TypedDict, Unpack

import click

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.configuration import ingest_defaults
from incidents.cli.screen import emit, followed
from incidents.cli.startup import settled
from incidents.model.scales import HANDLINGS

EXAMPLES = """
incidents ingest reports/
incidents ingest rfa-2025-02-06.txt --published 2025-02-06 --outlet RFA
incidents ingest --manifest reports/manifest.csv --accept clear
incidents ingest reports/ --dry-run --format jsonl > read.jsonl
incidents ingest - --outlet "Daily NK" --published 2024-04 < rfa-2025-02-06.txt
"""


class Said(TypedDict):
    """What the options say of every report."""

    outlet: str
    published: str
    language: str
    url: str
    title: str
    handling: str


@make("ingest", EXAMPLES, exits=(0, 2, 3, 6))
@click.argument("path", nargs=-1)
@click.option("--manifest", metavar="FILE", help="A CSV table: file,outlet,published,language,url.")
@click.option("--outlet", metavar="NAME", default="", help="Who published it, by any name.")
@click.option("--published", metavar="DATE", default="", help="When: 2025-02-06, 2024-04, 2016~, 6 February 2025.")
@click.option("--language", metavar="CODE", default="", help="Its language: en, ko.")
@click.option("--url", metavar="URL", default="", help="Where it was published.")
@click.option("--title", metavar="WORDS", default="", help="Its title.")
@click.option(
    "--handling", type=click.Choice(("", *HANDLINGS)), default="", metavar="|".join(HANDLINGS), help="Who may see it."
)
@click.option(
    "--accept",
    type=click.Choice(("none", "clear")),
    default="none",
    show_default=True,
    help="Which proposals become incidents at once.",
)
@click.option("--any-size", is_flag=True, help="Read texts of more than 2 million characters too; it takes minutes.")
@options.dry_run
@options.form
@options.writer
@options.database
def command(  # noqa: PLR0913  Click gives each option by its name
    *,
    path: tuple[str, ...],
    manifest: str | None,
    accept: Literal["none", "clear"],
    any_size: bool,
    form: str,
    who: str | None,
    database: str | None,
    dry_run: bool,
    **said: Unpack[Said],
) -> None:
    """Read reports (files, folders, `-` for standard input) and propose the incidents in them.

    A folder is read by its manifest.csv if it has one. What the options say goes before the manifest, and that before
    the front matter of a text. Proposals wait for `review`; `--accept clear` takes those that have a date, a place or
    institution, a source and no open problem, marked `machine`. --dry-run needs and writes no database.
    """
    gc.disable()  # `settled` turns it on again: what start-up makes stays
    from incidents.actions.published import published  # noqa: PLC0415  help must not load what reads reports
    from incidents.cli import ingesting  # noqa: PLC0415  likewise

    gathered = ingesting.gathered(path, manifest, any_size=any_size)
    said["published"] = published(said["published"])
    known = ingesting.metadata(**said, otherwise=ingesting.metadata(**ingest_defaults()))
    if dry_run:
        found: Iterator[Any] = ingesting.read(gathered.items, known)
        emit(ingesting.shown(form, followed(settled(found), len(gathered.items))))
        return
    taken = ingesting.taken(gathered.items, known, accept, database, who)
    rows = list(followed(settled(taken), len(gathered.items)))
    emit(ingesting.listed(form, rows))
    ingesting.told(rows, known, database)
