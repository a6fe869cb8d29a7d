"""The program `incidents`."""

import click

from incidents import __version__
from incidents.cli.commands import SECTIONS
from incidents.cli.group import Program

HELP = """Turn reports on a closed country into a chronology of dated, sourced incidents.

Every command has --help with examples. Data goes to standard output, words to standard error.
"""
EPILOG = """The database is --db or INCIDENTS_DB, else that of your configuration (incidents config), else
incidents.db in your data directory. Begin with: incidents demo
"""

app = Program(
    SECTIONS,
    name="incidents",
    help=HELP,
    epilog=EPILOG,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.params.append(
    click.Option(["--no-config"], is_flag=True, help="Follow no configuration file.  [env: INCIDENTS_CONFIG=none]")
)
app = click.version_option(__version__, prog_name="incidents", message="%(prog)s %(version)s")(app)
