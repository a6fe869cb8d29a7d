"""A command with its examples, which its help shows and a test runs, its exit codes, and its configured defaults."""

from collections.abc import Callable, Sequence
from typing import Any

import click

_FIRM = "\xa0"
"""A space at which no line ends: a code stays beside its meaning."""


class Exemplified(click.Command):
    """A Click command; `examples` are lines of a shell, each beginning with `incidents` or a pipe into it."""

    configured = True
    """Whether it takes defaults from the configuration, and fails where that is wrong."""

    def __init__(self, *args: Any, examples: str = "", exits: Sequence[int] = (), **extra: Any) -> None:
        """Make the command; `exits` are the codes that it can give, derived if none; all else goes to Click."""
        super().__init__(*args, **extra)
        self.examples = [line.strip() for line in examples.strip().splitlines()]
        self._exits = tuple(exits)

    @property
    def exits(self) -> tuple[int, ...]:
        """The exit codes that it can give, but for a bug and an interruption."""
        from incidents.cli.exit_codes import derived  # noqa: PLC0415  for help only

        return self._exits or derived([parameter.name or "" for parameter in self.params])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's; words that a command does not take name what to write instead."""
        ctx.allow_extra_args = True
        words = ctx.command_path.partition(" ")[2]
        if self.configured and not ctx.resilient_parsing:
            from incidents.cli.configuration import defaults  # noqa: PLC0415  the help of the program needs none

            ctx.default_map = defaults(words)
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            ctx.fail(_extra(words, left))
        return left

    def invoke(self, ctx: click.Context) -> Any:
        """Click's, once the configuration is seen to be right."""
        if self.configured:
            from incidents.cli.configuration import demand  # noqa: PLC0415  as above

            demand()
        return super().invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  Click's signature
        """The examples, as they are typed, and the exit codes."""
        from incidents.cli.exit_codes import told  # noqa: PLC0415  for help only

        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
        with formatter.section("Exit codes"):
            indent = " " * formatter.current_indent
            words = told(self.exits).replace(" ", _FIRM).replace(f";{_FIRM}", "; ")
            formatter.write(click.wrap_text(words, formatter.width, indent, indent).replace(_FIRM, " ") + "\n")


def _extra(words: str, left: list[str]) -> str:
    from incidents.cli.hints import for_extra  # noqa: PLC0415  only on the way to an error

    told = for_extra(words, left[0])
    extra = f"got unexpected extra argument{'s' * (len(left) > 1)} ({' '.join(left)})"
    return f"{extra}; {told}" if told else extra


def command(
    name: str, examples: str, kind: type[Exemplified] = Exemplified, *, exits: Sequence[int] = ()
) -> Callable[[Callable[..., Any]], Exemplified]:
    """Make a function a command of that name. Its help is the function's docstring; `exits` as `Exemplified` has it."""
    return click.command(name, cls=kind, examples=examples, exits=exits)
