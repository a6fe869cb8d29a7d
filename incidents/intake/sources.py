"""On what a place or institution of the seeds rests: the words of its source columns, explained in seeds/README.md."""

from functools import cache

from incidents.intake.tables import read_table
from incidents.paths import shipped

_TABLES = {"place": ("places.csv", ("source",)), "institution": ("institutions.csv", ("source", "second"))}


def sources(noun: str, code: str) -> tuple[str, ...]:
    """The sources of the row with this code, the first one first; none of what the seeds do not have.

    One alone was not checked against a second one in its row. Raises BadInput where the seed file is wrong.
    """
    return _sources(noun).get(code, ())


@cache
def _sources(noun: str) -> dict[str, tuple[str, ...]]:
    name, columns = _TABLES[noun]
    rows = read_table(shipped("seeds") / name, ("code", *columns))
    return {row["code"]: tuple(" ".join(row[column] for column in columns).split()) for row in rows}
