"""`incidents place search`."""

import click

from incidents.cli import nouns, options
from incidents.cli.command import command as make

EXAMPLES = """
incidents place search hyesan
incidents place search 량강
incidents place search "Posong, Samsu"
"""


@make("search", EXAMPLES)
@click.argument("words")
@click.option("--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="Only the best N.")
@options.form
@options.database
def command(words: str, limit: int, form: str, database: str | None) -> None:
    """Find places by any of their names, in any spelling or language, or by code.

    What is called so comes first, then what begins so, then what has the words in its name; else the nearest names.
    """
    nouns.searched("place", words, limit, form, database)
