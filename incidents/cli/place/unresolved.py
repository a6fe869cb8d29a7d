"""`incidents place unresolved`."""

from incidents.cli import open_names, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place unresolved
incidents place unresolved --format csv
"""


@make("unresolved", EXAMPLES)
@options.form
@options.database
def command(form: str, database: str | None) -> None:
    """List the names in reports that matched no place, or several, and are open in proposals and records.

    `place resolve` settles one wherever it is open; for a place that is not there, `place add` it first.
    """
    open_names.listed("place", form, database)
