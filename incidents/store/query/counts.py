"""How much there is, whatever the filter."""

from incidents.store.query.connect import Reader
from incidents.store.query.sql import number


def waiting(reader: Reader) -> int:
    """How many proposals wait for review."""
    return number(reader, "SELECT count(*) FROM proposal WHERE state = 'waiting'")


def reports(reader: Reader) -> int:
    """How many reports there are."""
    return number(reader, "SELECT count(*) FROM report")
