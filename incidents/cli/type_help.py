"""The types of incident, or the kinds of places or institutions, below the help of a command, from the seeds."""

import csv
from collections.abc import Iterator

import click

from incidents.cli.command import Exemplified
from incidents.model.scales import PLACE_LEVELS
from incidents.paths import shipped


class WithTypes(Exemplified):
    """A command whose help lists the types. A database may know more, which its users added."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The types with their definitions, then the examples."""
        with formatter.section("Types"):
            formatter.write_dl(list(_types()))
        super().format_epilog(ctx, formatter)


class WithPlaceKinds(Exemplified):
    """A command whose help lists the kinds of places, by their level."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The kinds of each level, then the examples."""
        levels: dict[str, list[str]] = {}
        for row in _rows("place_kinds.csv"):
            levels.setdefault(row["level"], []).append(row["code"])
        with formatter.section("Kinds, by level"):
            formatter.write_dl([(level, ", ".join(levels[level])) for level in PLACE_LEVELS if level in levels])
        super().format_epilog(ctx, formatter)


class WithInstitutionKinds(Exemplified):
    """A command whose help lists the kinds of institutions."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The kinds with what they are, then the examples."""
        kinds = (row for row in _rows("vocabularies.csv") if row["vocabulary"] == "institution-kind")
        with formatter.section("Kinds"):
            formatter.write_dl([(row["code"], row["definition"] or row["name"]) for row in kinds])
        super().format_epilog(ctx, formatter)


def _types() -> Iterator[tuple[str, str]]:
    yield from ((row["code"], row["definition"]) for row in _rows("types.csv"))


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (shipped("seeds") / table).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
