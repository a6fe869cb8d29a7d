"""`incidents institution unresolved`."""

from incidents.cli import open_names, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents institution unresolved
incidents institution unresolved --format csv
"""


@make("unresolved", EXAMPLES)
@options.form
@options.database
def command(form: str, database: str | None) -> None:
    """List the names in reports that several institutions have, and that are open in proposals and records.

    `institution resolve` settles one wherever it is open. An abbreviation that two have (MSS) is here where the report
    does not say which.
    """
    open_names.listed("institution", form, database)
