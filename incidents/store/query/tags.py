"""Tags as they are listed, and who has one."""

from collections.abc import Iterator, Sequence

from incidents.errors import NotFound
from incidents.model.key import fold
from incidents.store.query.connect import Reader
from incidents.store.query.sql import Row

SUGGESTED = 3
_LISTED = {
    "tag": "g.tag",
    "incidents": "sum(CASE WHEN i.withdrawn = 0 THEN 1 ELSE 0 END)",
    "withdrawn": "sum(CASE WHEN i.withdrawn = 0 THEN 0 ELSE 1 END)",
}


def tags(reader: Reader, columns: Sequence[str]) -> Iterator[Row]:
    """All tags in their order, each with the number of its standing and of its withdrawn incidents."""
    asked = ", ".join(_LISTED[name] for name in columns)
    text = f"SELECT {asked} FROM incident_tag g JOIN incident i ON i.id = g.incident_id GROUP BY g.tag ORDER BY g.tag"
    return reader.rows(text)


def having(reader: Reader, tag: str) -> list[int]:
    """The numbers of the incidents with this tag, withdrawn ones too.

    Raises:
        NotFound: none has it; the sentence names the nearest tags.
    """
    found = [row[0] for row in reader.rows("SELECT incident_id FROM incident_tag WHERE tag = ? ORDER BY 1", (tag,))]
    if not found:
        raise NotFound(f"there is no tag {tag!r}; {_hint(reader, tag)}")
    return found


def _hint(reader: Reader, tag: str) -> str:
    from incidents.store.query.suggest import keyed, meant  # noqa: PLC0415  only on the way to an error

    known = keyed(((row[0], row[0]) for row in reader.rows("SELECT DISTINCT tag FROM incident_tag")), fold)
    near = meant(fold(tag), known, SUGGESTED)
    return f"did you mean {' or '.join(map(repr, near))}?" if near else "incidents tag list names them all"
