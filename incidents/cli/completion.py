"""`incidents completion`."""

import os
import sys
from pathlib import PurePath

import click

from incidents.cli.command import Exemplified
from incidents.cli.command import command as make
from incidents.cli.streams import tell, write_out
from incidents.errors import UsageProblem

EXAMPLES = """
incidents completion bash > incidents.bash
incidents completion zsh
incidents completion fish
"""
SHELLS = ("bash", "zsh", "fish")


class Unconfigured(Exemplified):
    """A command that needs no configuration."""

    configured = False


@make("completion", EXAMPLES, Unconfigured, exits=(0, 2, 6))
@click.argument("shell", type=click.Choice(SHELLS), required=False)
def command(shell: str | None) -> None:
    """Print the script that lets a shell complete commands, options, places, institutions, numbers and the like.

    Its first lines say where to put it. Without a name it is for the shell that SHELL names.
    """
    from incidents.cli.completing.shells import script  # noqa: PLC0415  help needs nothing of it

    name = shell or PurePath(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise UsageProblem(f"say for which shell: incidents completion {'|'.join(SHELLS)}")
    text = script(name)
    write_out(text)
    if sys.stdout.isatty():
        for line in text.splitlines()[:6]:
            if line.startswith("# "):
                tell(line[2:])
