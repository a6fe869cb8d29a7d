"""Groups that import a command only when it is run."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from incidents.cli import failures
from incidents.cli.commands import Noun, Sections

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Lazy(click.Group):
    """A group over a table of commands; `words` are the words that lead to it."""

    def __init__(self, sections: Sections, words: tuple[str, ...] = (), **extra: Any) -> None:
        """Make the group; `extra` goes to Click."""
        super().__init__(**extra)
        self.sections = sections
        self.words = words
        self.entries = {name: entry for entries in sections.values() for name, entry in entries.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  Click's signature
        """The names, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  likewise
        """The command of that very name, imported now; None if there is none."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        words = (*self.words, cmd_name)
        if isinstance(entry, Noun):
            return Lazy({"Commands": entry.verbs}, words, name=cmd_name, help=entry.help, no_args_is_help=True)
        found: click.Command = import_module(".".join(("incidents.cli", *words))).command
        return found

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem[str]"]:
        """The commands that begin so, by the table, and the options; no command is imported for it."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  only completion needs it

        rows = [row for _, section in self._rows() for row in section if row[0].startswith(incomplete)]
        return [
            *(CompletionItem(name, help=text) for name, text in rows),
            *click.Command.shell_complete(self, ctx, incomplete),
        ]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Click's, but an unknown command names the nearest one."""
        name = args[0]
        if name not in self.entries and not name.startswith("-"):
            ctx.fail(self._unknown(args))
        return super().resolve_command(ctx, args)

    def _unknown(self, args: list[str]) -> str:
        """The error of a word that is no command: what to type instead, as far as that is known."""
        from incidents.cli import hints  # noqa: PLC0415  only on the way to an error

        told = "" if self.words else hints.for_command(args, list(self.entries))
        if told:
            return f"there is no command {args[0]!r}; type: {told}"
        return failures.unknown("command", args[0], self.entries)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  likewise
        """The sections of the table with their short helps."""
        longest = max(map(len, self.entries))
        for title, rows in self._rows():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(longest), text) for name, text in rows])

    def _rows(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for title, entries in self.sections.items():
            yield title, [(n, e.help if isinstance(e, Noun) else e) for n, e in entries.items()]


class Program(Lazy):
    """The group at the top, with the failure boundary around everything."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, or answer a shell that asks what can be typed, and leave the process with the exit code."""
        if asked := os.environ.get("_INCIDENTS_COMPLETE"):
            from incidents.cli.completing.shells import answer  # noqa: PLC0415  only completion needs it

            raise SystemExit(answer(self, asked))
        extra["standalone_mode"] = False
        raise SystemExit(failures.run(partial(self._run, *args, **extra)))

    def _run(self, args: Sequence[str] | None = None, **extra: Any) -> Any:
        words = sys.argv[1:] if args is None else list(args)
        failures.checked(words)
        return super().main(words, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Click's, which prints help and version; a reader that closes the pipe ends the program quietly."""
        with failures.closed_pipe(arrived=False):  # before a command has run there is nothing to be lost
            return super().make_context(*args, **extra)
        raise click.exceptions.Exit(0)

    def invoke(self, ctx: click.Context) -> Any:
        """Click's; likewise."""
        with failures.closed_pipe():
            return super().invoke(ctx)
