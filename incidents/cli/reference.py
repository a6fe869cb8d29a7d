"""The reference of the commands as Markdown, made from what Click knows: docs/commands.md. Run it to print it."""

import sys
from collections.abc import Iterator
from inspect import cleandoc

import click

from incidents.cli.app import app
from incidents.cli.command import Exemplified
from incidents.cli.commands import SECTIONS, Noun

_HEAD = """# Commands

Made by `python -m incidents.cli.reference > docs/commands.md`; what each prints is in [output.md](output.md).

Data goes to standard output, words to standard error; `-` is standard input. Exit codes: 0 done; 2 wrong usage;
3 database missing, locked, behind or not whole; 4 not found; 5 refused; 6 bad input; 70 a bug; 130 interrupted.
"""


def reference() -> str:
    """The whole page."""
    return _HEAD + "".join(_section(title) for title in SECTIONS)


def _section(title: str) -> str:
    return "".join(_command(words) for words in _words(title))


def _words(title: str) -> Iterator[tuple[str, ...]]:
    for name, entry in SECTIONS[title].items():
        yield from ((name, verb) for verb in entry.verbs) if isinstance(entry, Noun) else [(name,)]


def _command(words: tuple[str, ...]) -> str:
    context = click.Context(app, info_name="incidents")
    found: click.Command | None = app
    for word in words:
        found = found.get_command(context, word) if isinstance(found, click.Group) else None
        context = click.Context(found or app, info_name=word, parent=context)
    if not isinstance(found, Exemplified):
        raise TypeError(f"{words} is no command with examples")
    arguments = " ".join(p.make_metavar(context) for p in found.params if isinstance(p, click.Argument))
    parts = [
        f"\n## incidents {' '.join(words)}\n",
        _code([f"{context.command_path} [OPTIONS] {arguments}".rstrip()]),
        f"{cleandoc(found.help or '')}\n",
        "".join(_option(option, context) for option in found.params if isinstance(option, click.Option)),
        _code(found.examples),
    ]
    return "\n".join(parts)


def _option(option: click.Option, context: click.Context) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    meta = "" if option.is_flag else f" {_plain(option.make_metavar(context))}"
    default = f" Default: `{option.default}`." if option.show_default else ""
    repeated = " May be repeated." if option.multiple else ""
    return f"- {names}{meta} — {(option.help or '').replace('  ', ' ')}{default}{repeated}\n"


def _plain(meta: str) -> str:
    return f"`{meta.strip('[]')}`"


def _code(lines: list[str]) -> str:
    return "".join(["```\n", *(f"{line}\n" for line in lines), "```\n"])


if __name__ == "__main__":
    sys.stdout.write(reference())
