"""A command with its examples, which its help shows and a test runs."""

from collections.abc import Callable
from typing import Any

import click


class Exemplified(click.Command):
    """A Click command; `examples` are lines of a shell, each beginning with `incidents` or a pipe into it."""

    def __init__(self, *args: Any, examples: str = "", **extra: Any) -> None:
        """Make the command; all else goes to Click."""
        super().__init__(*args, **extra)
        self.examples = [line.strip() for line in examples.strip().splitlines()]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  Click's signature
        """The examples, as they are typed."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def command(
    name: str, examples: str, kind: type[Exemplified] = Exemplified
) -> Callable[[Callable[..., Any]], Exemplified]:
    """Make a function a command of that name. Its help is the function's docstring."""
    return click.command(name, cls=kind, examples=examples)
