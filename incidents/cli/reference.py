"""The reference of the commands as Markdown, made from what Click knows: docs/commands.md. Run it to print it."""

import sys
from inspect import cleandoc
from textwrap import fill

import click

from incidents.cli.app import app
from incidents.cli.command import Exemplified
from incidents.cli.commands import SECTIONS, Noun
from incidents.cli.exit_codes import MEANINGS, told

_HEAD = """# Commands

Made by `python -m incidents.cli.reference > docs/commands.md`; what each prints is in [output.md](output.md).

Data goes to standard output, words to standard error; `-` is standard input. What stands for options that are not
given is in [configuration.md](configuration.md). Each command names its exit codes:
{}.

`incidents [OPTIONS] COMMAND …` takes before the command:

{}"""


def reference() -> str:
    """The whole page."""
    context = click.Context(app, info_name="incidents")
    head = _HEAD.format(fill(told(MEANINGS), 118), _options(app, context))
    return head + "".join(_section(title) for title in SECTIONS)


def _section(title: str) -> str:
    return "".join(
        _noun(name, entry) if isinstance(entry, Noun) else _command((name,)) for name, entry in SECTIONS[title].items()
    )


def _noun(name: str, noun: Noun) -> str:
    verbs = ", ".join(f"`{verb}`" for verb in noun.verbs)
    return f"\n## incidents {name}\n\n{noun.help} Its verbs: {verbs}.\n" + "".join(
        _command((name, verb)) for verb in noun.verbs
    )


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
        *filter(None, [_options(found, context)]),
        _code(found.examples),
        f"Exit codes: {', '.join(map(str, found.exits))}.\n",
    ]
    return "\n".join(parts)


def _options(found: click.Command, context: click.Context) -> str:
    return "".join(_option(option, context) for option in found.params if isinstance(option, click.Option))


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
