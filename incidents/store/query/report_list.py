"""Reports filtered and sorted, and the queue: how many are in which state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incidents.model.scales import REPORT_STATES
from incidents.store.query.connect import Reader
from incidents.store.query.search import standing_in
from incidents.store.query.sql import Row, Sql, joined, number, where, within

SORTS = {
    "id": "id",
    "published": "(SELECT COALESCE(published_from, published_to, '9999') FROM report n WHERE n.id = l.id), id",
    "outlet": "COALESCE(outlet, ''), id",
    "waiting": "proposals_waiting, id",
}
"""Orders by name; `-` before one turns it, and an undated report is then still the last."""
_TURNED = {
    "id": "id DESC",
    "published": "(SELECT COALESCE(published_to, published_from, '') FROM report n WHERE n.id = l.id) DESC, id DESC",
    "outlet": "COALESCE(outlet, '') DESC, id",
    "waiting": "proposals_waiting DESC, id",
}
_WINDOW = """l.id IN (SELECT id FROM report WHERE published IS NOT NULL
    AND COALESCE(published_from, '0001-01-01') <= ? AND COALESCE(published_to, '9999-12-31') >= ?)"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which reports are wanted, in which order; outlets by code, days as ISO text, empty for none."""

    states: Sequence[str] = ()
    outlets: Sequence[str] = ()
    since: str = ""
    until: str = ""
    text: str = ""
    withdrawn: bool = False
    sort: str = "id"
    limit: int | None = None

    @property
    def narrow(self) -> bool:
        """Whether it leaves some of the standing reports out."""
        return bool(self.states or self.outlets or self.since or self.until or self.text or self.withdrawn)


def reports(reader: Reader, columns: Sequence[str], asked: Asked) -> Iterator[Row]:
    """The reports that are asked for, in these columns of `report_listing`."""
    turned = asked.sort.startswith("-")
    order = (_TURNED if turned else SORTS)[asked.sort.removeprefix("-")]
    last = f" LIMIT {asked.limit}" if asked.limit else ""
    which = where(_conditions(asked, reader.dialect))
    text = f"SELECT {', '.join(columns)} FROM report_listing l{which.text} ORDER BY {order}{last}"
    return reader.rows(text, which.values)


def matching(reader: Reader, asked: Asked) -> int:
    """How many are asked for, whatever the limit."""
    which = where(_conditions(asked, reader.dialect))
    return number(reader, f"SELECT count(*) FROM report_listing l{which.text}", which.values)


def queue(reader: Reader) -> dict[str, int]:
    """How many standing reports are in each state, in the order of the states; those in none are left out."""
    rows = reader.rows("SELECT state, count(*) FROM report WHERE withdrawn = 0 GROUP BY state")
    found: dict[str, int] = dict(rows)
    return {state: found[state] for state in REPORT_STATES if state in found}


def _conditions(asked: Asked, dialect: str) -> Iterator[Sql]:
    yield Sql(f"l.withdrawn = {int(asked.withdrawn)}")
    if asked.states:
        yield within("l.state", asked.states)
    if asked.outlets:
        yield within("l.outlet_code", asked.outlets)
    if asked.since or asked.until:
        yield Sql(_WINDOW, (asked.until or "9999-12-31", asked.since or "0001-01-01"))
    if asked.text:
        yield joined("", [Sql("l.id IN ("), standing_in(asked.text, dialect, "report"), Sql(")")])
