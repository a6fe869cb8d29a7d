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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's; words that a command does not take name what to write instead."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            ctx.fail(_extra(ctx.command_path.partition(" ")[2], left))
        return left

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  Click's signature
        """The examples, as they are typed."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def _extra(words: str, left: list[str]) -> str:
    from incidents.cli.hints import for_extra  # noqa: PLC0415  only on the way to an error

    told = for_extra(words, left[0])
    extra = f"got unexpected extra argument{'s' * (len(left) > 1)} ({' '.join(left)})"
    return f"{extra}; {told}" if told else extra


def command(
    name: str, examples: str, kind: type[Exemplified] = Exemplified
) -> Callable[[Callable[..., Any]], Exemplified]:
    """Make a function a command of that name. Its help is the function's docstring."""
    return click.command(name, cls=kind, examples=examples)
