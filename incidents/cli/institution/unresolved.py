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
    """List the names in reports that several institutions have, or none, and that are open in proposals and records.

    An abbreviation that two have (MSS) is here where the report does not say which, and what is an institution by the
    form of its name alone ("X Factory"): accepted it becomes one of its own. `institution resolve` settles a name
    wherever it is open; for an institution that is not there, `institution add` it first.
    """
    open_names.listed("institution", form, database)
