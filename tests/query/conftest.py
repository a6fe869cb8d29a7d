"""One stocked database of each kind for all tests of the queries: they only read."""

from collections.abc import Iterator

import pytest

from incidents.store.location import Location
from incidents.store.query.connect import Reader, open_reader
from tests.query.stock import stock
from tests.store.conftest import postgresql_databases, server, sqlite_files
from tests.store.databases import Databases

__all__ = ["postgresql_databases", "server", "sqlite_files"]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def stocked(request: pytest.FixtureRequest) -> Location:
    """The stocked database; every test runs on both kinds."""
    made: Databases = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgresql_databases")
    location = made.seeded()
    stock(location)
    return location


@pytest.fixture
def reader(stocked: Location) -> Iterator[Reader]:
    with open_reader(stocked) as made:
        yield made
