"""The verbs that places and institutions have alike, each made once for both; their examples are their own."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal

import click

from incidents.cli import options, upkeep_options
from incidents.cli.command import Exemplified
from incidents.cli.command import command as make

if TYPE_CHECKING:  # help must not load what writes
    from incidents.cli.upkeep import Way

Function = Callable[..., Any]
Noun = Literal["place", "institution"]
_WRITES = (0, 2, 3, 4, 5, 6)
_A = {"place": "a place", "institution": "an institution"}


def alias(noun: Noun, examples: str) -> Exemplified:
    """`place alias`, `institution alias`."""

    @make("alias", examples, exits=_WRITES)
    @click.argument("verb", type=click.Choice(("add", "remove")))
    @click.argument(noun)
    @click.argument("name", nargs=-1, required=True)
    @upkeep_options.name_kind
    @upkeep_options.language
    @upkeep_options.since
    @upkeep_options.until
    @_written(noun)
    def command(
        thing: str, way: "Way", *, verb: Literal["add", "remove"], name: tuple[str, ...], **called: str
    ) -> None:
        """Add names to {a}, or remove them: spellings, abbreviations, former names.

        Filters, completion and the reading of reports know them at once. A name that several have is never linked by
        itself. --kind, --language, --since and --until are of the names that are added.
        """
        from incidents.cli import upkeep  # noqa: PLC0415  help must not load what writes

        upkeep.aliased(verb, thing, name, called, way)

    return command


def rename(noun: Noun, examples: str) -> Exemplified:
    """`place rename`, `institution rename`."""

    @make("rename", examples, exits=_WRITES)
    @click.argument(noun)
    @click.argument("name", default="")
    @upkeep_options.korean
    @upkeep_options.began
    @_written(noun)
    def command(thing: str, way: "Way", *, name: str, korean: str, since: str) -> None:
        """Give {a} another name, which it goes by from now on; the old ones still find it.

        With --from the old name is kept as a former one until that date, without it as an alias. What you change is
        yours: a new version of the reference data does not overwrite it, and `show` tells where it says otherwise.
        """
        from incidents.cli import upkeep  # noqa: PLC0415  as above

        upkeep.renamed(thing, name, korean, since, way)

    return command


def move(noun: Noun, examples: str) -> Exemplified:
    """`place move`, `institution move`."""

    @make("move", examples, exits=_WRITES)
    @click.argument(noun)
    @upkeep_options.under
    @upkeep_options.began
    @_written(noun)
    def command(thing: str, way: "Way", *, under: str, since: str) -> None:
        """Put {a} under another one, with all that is below it.

        With --from what happened until then is found under the old one too; without it the old one was wrong.
        """
        from incidents.cli import upkeep  # noqa: PLC0415  as above

        upkeep.moved(thing, under, since, way)

    return command


def merge(noun: Noun, examples: str) -> Exemplified:
    """`place merge`, `institution merge`."""

    @make("merge", examples, exits=_WRITES)
    @click.argument("kept")
    @click.argument("gone")
    @options.yes
    @_written(noun)
    def command(_: str, way: "Way", *, kept: str, gone: str, yes: bool) -> None:
        """Make one of two that are the same: GONE goes into KEPT, with its names, incidents and what is below it.

        Its names and its code find the kept one from then on. Before several records are changed, and where the two
        are of two kinds or one lies in the other, it asks; `undo` parts them again.
        """
        from incidents.cli import merging  # noqa: PLC0415  as above

        merging.merged(kept, gone, way, yes=yes)

    return command


def search(noun: Noun, examples: str) -> Exemplified:
    """`place search`, `institution search`."""

    @make("search", examples)
    @click.argument("words")
    @click.option(
        "--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="Only the best N."
    )
    @options.form
    @options.database
    @_about(noun)
    def command(words: str, limit: int, form: str, database: str | None) -> None:
        """Find {noun}s by any of their names, in any spelling or language, or by code.

        What is called so comes first, then what begins so, then what has words that begin so, at last the few whose
        names are only like it. Why each is there stands beside it.
        """
        from incidents.cli import searching  # noqa: PLC0415  help must not load what reads

        searching.searched(noun, words, limit, form, database)

    return command


def show(noun: Noun, examples: str) -> Exemplified:
    """`place show`, `institution show`."""

    @make("show", examples)
    @click.argument(noun, nargs=-1, required=True)
    @options.form
    @options.database
    @_about(noun)
    def command(form: str, database: str | None, **given: tuple[str, ...]) -> None:
        """Show everything about {noun}s, given by name or code: names, parents, what is below, incidents, sources."""
        from incidents.cli import nouns  # noqa: PLC0415  as above

        nouns.shown(noun, given[noun], form, database)

    return command


def _written(noun: Noun) -> Callable[[Function], Function]:
    """The options of every write, given as a `Way`; the function takes the words for the thing before it."""

    def decorated(function: Function) -> Function:
        @wraps(_about(noun)(function))
        def command(*, reason: str, database: str | None, who: str | None, dry_run: bool, **given: Any) -> None:
            from incidents.cli.upkeep import Way  # noqa: PLC0415  help must not load what writes

            function(given.pop(noun, ""), Way(noun, reason, database, who, dry_run), **given)

        return options.reason(options.dry_run(options.writer(options.database(command))))

    return decorated


def _about(noun: Noun) -> Callable[[Function], Function]:
    """The function with the noun in its help."""

    def decorated(function: Function) -> Function:
        function.__doc__ = (function.__doc__ or "").format(a=_A[noun], noun=noun)
        return function

    return decorated
