"""`incidents outlet list`."""

from incidents.cli import options
from incidents.cli.command import command as make
from incidents.cli.listing import printed
from incidents.cli.reading import reading
from incidents.cli.screen import emit
from incidents.output.columns import names
from incidents.output.listings import OUTLET
from incidents.output.table import Head
from incidents.store.query.tree import listed

EXAMPLES = """
incidents outlet list
incidents outlet list --format csv
"""
HEADS = {
    "code": Head("code", style="name"),
    "name": Head("outlet", 20),
    "kind": Head("kind", 12),
    "country": Head("of"),
    "domains": Head("domains", 24),
    "reports": Head("reports", right=True),
}


@make("list", EXAMPLES)
@options.form
@options.database
def command(form: str, database: str | None) -> None:
    """List the outlets, with the number of their reports."""
    with reading(database) as reader:
        emit(printed(form, OUTLET, listed(reader, "outlet", names(OUTLET)), HEADS, roomy=("domains",)))
