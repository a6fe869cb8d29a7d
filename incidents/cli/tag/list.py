"""`incidents tag list`."""

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import emit, say
from incidents.output.columns import names
from incidents.output.listings import TAG
from incidents.output.table import Head
from incidents.store.query.tags import tags

EXAMPLES = """
incidents tag list
incidents tag list --format csv
"""
HEADS = {
    "tag": Head("tag", 20, style="name"),
    "incidents": Head("incidents", right=True),
    "withdrawn": Head("withdrawn", right=True),
}


@make("list", EXAMPLES)
@options.form
@options.database
def command(form: str, database: str | None) -> None:
    """List the tags, each with the number of its incidents; `incidents list --tag TAG` shows these."""
    with reading(database) as reader:
        rows = list(tags(reader, names(TAG)))
        say(f"{len(rows)} tag{'s' * (len(rows) != 1)}")
        emit(printed(form, TAG, rows, HEADS))
