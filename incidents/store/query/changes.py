"""The changes of the log, as they are listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row, Sql, chunks, joined, marks, where


@dataclass(frozen=True, slots=True)
class Subjects:
    """Whose changes are wanted, by number; of a report those of its proposals too. Empty: of everything."""

    incidents: Sequence[int] = ()
    reports: Sequence[int] = ()
    proposals: Sequence[int] = ()
    by: str = ""
    since: str = ""
    """The first day (UTC)."""
    places: Sequence[str] = ()
    institutions: Sequence[str] = ()
    """By code."""

    @property
    def named(self) -> int:
        """How many subjects are named."""
        return sum(map(len, (self.incidents, self.reports, self.proposals, self.places, self.institutions)))


ALL_CHANGES = Subjects()
_OF_REPORT = "SELECT q.uid FROM proposal q JOIN report_text x ON x.id = q.text_id WHERE x.report_id IN ({})"


def changes(reader: Reader, columns: Sequence[str], of: Subjects = ALL_CHANGES, *, limit: int = 0) -> list[Row]:
    """The changes in their order; only the last ones."""
    asked = [one for one in (_subjects(of), *_who_when(of)) if one]
    which = where(asked)
    last = f" LIMIT {limit}" if limit else ""
    text = f"SELECT {', '.join(columns)} FROM change_listing{which.text} ORDER BY id DESC{last}"
    return list(reader.rows(text, which.values))[::-1]


def _subjects(of: Subjects) -> Sql | None:
    pairs = (
        ("incident", "SELECT uid FROM incident WHERE id IN ({})", of.incidents),
        ("report", "SELECT uid FROM report WHERE id IN ({})", of.reports),
        ("proposal", _OF_REPORT, of.reports),
        ("proposal", "SELECT uid FROM proposal WHERE id IN ({})", of.proposals),
        ("place", "SELECT code FROM place WHERE code IN ({})", of.places),
        ("institution", "SELECT code FROM institution WHERE code IN ({})", of.institutions),
    )
    named = [
        Sql(f"(subject_kind = '{kind}' AND subject_uid IN ({own.format(marks(some))}))", tuple(some))
        for kind, own, numbers in pairs
        for some in chunks(numbers)
    ]
    any_of = joined(" OR ", named)
    return Sql(f"({any_of.text})", any_of.values) if named else None


def _who_when(of: Subjects) -> Iterator[Sql]:
    if of.by:
        yield Sql("who = ?", (of.by,))
    if of.since:
        yield Sql("at >= ?", (of.since,))


def changes_numbered(reader: Reader, columns: Sequence[str], sequences: Sequence[int]) -> list[Row]:
    """The changes of this database with these numbers, in that order; one that is not there is left out."""
    here = "database = (SELECT database FROM log_head WHERE id = 1)"
    text = f"SELECT sequence, {', '.join(columns)} FROM change_listing WHERE {here} AND sequence IN ({{}})"
    rows = {row[0]: row[1:] for some in chunks(sequences) for row in reader.rows(text.format(marks(some)), some)}
    return [rows[sequence] for sequence in sequences if sequence in rows]
