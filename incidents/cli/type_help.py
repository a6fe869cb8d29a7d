"""The types of incident below the help of a command, from the seeds."""

import csv
from collections.abc import Iterator

import click

from incidents.cli.command import Exemplified
from incidents.paths import shipped


class WithTypes(Exemplified):
    """A command whose help lists the types. A database may know more, which its users added."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The types with their definitions, then the examples."""
        with formatter.section("Types"):
            formatter.write_dl(list(_types()))
        super().format_epilog(ctx, formatter)


def _types() -> Iterator[tuple[str, str]]:
    with (shipped("seeds") / "types.csv").open(encoding="utf-8", newline="") as file:
        yield from ((row["code"], row["definition"]) for row in csv.DictReader(file))
