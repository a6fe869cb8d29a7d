"""The settings of a database; most writers need none of them."""

from sqlmodel import Field

from incidents.store.tables.base import TEXT, Table, words


class SettingRow(Table, table=True):
    """A setting of this database."""

    key: str = Field(primary_key=True, sa_type=TEXT)
    value: str = words()
