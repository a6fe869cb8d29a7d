"""The filters that every reading command shares (DESIGN section 5)."""

from typing import NamedTuple


class Filter(NamedTuple):
    """What to read; empty means no condition. Places and institutions are codes of nodes: all below them counts.

    Several values of one option are alternatives; different options must all hold. `since` and `until` are ISO days,
    both inclusive. `window`: `overlap` (the default of the codebook's window rules), `certain`, `possible`.
    """

    provinces: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    window: str = "overlap"
    verification: tuple[str, ...] = ()
    at_least: str = ""
    disputed: bool = False
    reviewed: bool = False
    source_types: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    text: str = ""
    recorded_since: str = ""
    by: str = ""
    withdrawn: bool = False
    """Withdrawn ones instead of the standing ones."""
    limit: int | None = None
    sort: str = "date"
    """`date` (oldest first), `-date`, `id`, `-id`, `recorded`, `-recorded`, `level`, `-level`."""
