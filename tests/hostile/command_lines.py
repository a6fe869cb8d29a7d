"""Command lines for every option of every command, from the tree of commands itself: a new one is tried by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import click
from hypothesis import strategies as st

from incidents.cli.app import app
from tests.hostile.nasty import nasty, word_for

MOST_OPTIONS = 4
SELDOM = 0.08
DATABASE = "database"
WANTED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("add",): ("title", "type_"),
    ("link",): ("relation",),
    ("evidence", "add"): ("citation",),
    ("withdraw",): ("yes",),
}
"""Options that a command needs although Click does not know it."""


def commands(group: click.Group = app, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, (*words, name))
        elif found is not None:
            yield (*words, name), found


TREE: dict[tuple[str, ...], click.Command] = dict(commands())


_OFTEN = [words for words in sorted(TREE) for _ in range(1 if words == ("demo",) else 8 + len(TREE[words].params))]
"""The commands, those with many options more often; the one that takes seconds and has none seldom."""


def session(size: int, own: list[str]) -> st.SearchStrategy[list[list[str]]]:
    """So many command lines; `own` are numbers and codes that the database has.

    Which commands and options stand in it comes from one number: what Hypothesis chooses itself it repeats.
    """
    return st.integers(0, 2**40).flatmap(lambda seed: _session(Random(seed), size, own))  # noqa: S311  no secret


def _session(chance: Random, size: int, own: list[str]) -> st.SearchStrategy[list[list[str]]]:
    lines = [_line(_chosen(chance, chance.choice(_OFTEN)), own) for _ in range(size)]
    return st.tuples(*lines).map(list)


def options(command: click.Command) -> list[click.Option]:
    """The options of a command."""
    return [one for one in command.params if isinstance(one, click.Option)]


def options_in(line: list[str]) -> set[str]:
    """The options that a command line tries, as `list --place`."""
    words: tuple[str, ...] = next((words for words in TREE if tuple(line[: len(words)]) == words), ())
    given = {word.partition("=")[0] for word in line}
    tried = [one for one in options(TREE[words]) if given & {*one.opts, *one.secondary_opts}] if words else []
    return {f"{' '.join(words)} {one.opts[0]}" for one in tried}


@dataclass(frozen=True)
class Chosen:
    """What is to stand in a command line; a tame one has the words that its options ask for, so that it gets far."""

    words: tuple[str, ...]
    tame: bool
    options: list[click.Option]
    arguments: list[click.Argument]
    surplus: bool


def _chosen(chance: Random, words: tuple[str, ...]) -> Chosen:
    tame = chance.random() < 0.6
    given = options(TREE[words])
    wanted = WANTED.get(words, ())
    needed = [one for one in given if one.required or one.name in wanted]
    others = [one for one in given if one not in needed and one.name != DATABASE]
    found = [one for one in needed if tame or chance.random() > SELDOM]
    found += [one for one in given if one.name == DATABASE and chance.random() < SELDOM]
    found += chance.sample(others, min(chance.randint(0, MOST_OPTIONS), len(others)))
    arguments = [one for one in TREE[words].params if isinstance(one, click.Argument)]
    times = [chance.randint(1 if tame else 0, 3) if one.nargs < 0 else one.nargs for one in arguments]
    repeated = [one for one, number in zip(arguments, times, strict=True) for _ in range(number)]
    return Chosen(words, tame, found, repeated, not tame and chance.random() < SELDOM)


@st.composite
def _line(draw: st.DrawFn, chosen: Chosen, own: list[str]) -> list[str]:
    found = [*chosen.words]
    for option in chosen.options:
        name = draw(st.sampled_from([*option.opts, *option.secondary_opts]))
        values = 0 if option.is_flag or option.count else max(option.nargs, 1)
        found += [name, *(draw(_value(option, own, tame=chosen.tame)) for _ in range(values))]
    found += [draw(_value(argument, own, tame=chosen.tame)) for argument in chosen.arguments]
    return [*found, draw(nasty)] if chosen.surplus else found


def _value(param: click.Parameter, own: list[str], *, tame: bool) -> st.SearchStrategy[str]:
    if isinstance(param.type, click.Choice) and tame:
        return st.sampled_from([str(one) for one in param.type.choices])
    return word_for(param.name or "", own, tame=tame)
