"""The tables as SQLModel; `metadata` holds them all. `from __future__ import annotations` would break them.

A module of tables is imported when one of its tables is first asked for: mapping all 43 classes takes a fifth of a
second, and taking a report in needs a third of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from incidents.store.tables.base import Table, table_name

if TYPE_CHECKING:
    from incidents.store.tables.evidence import ClaimRow, EvidenceRow
    from incidents.store.tables.incident import (
        IncidentDecisionRow,
        IncidentInstitutionRow,
        IncidentOpenRow,
        IncidentPeopleRow,
        IncidentPlaceRow,
        IncidentRelationRow,
        IncidentRow,
        IncidentScopeRow,
        IncidentTagRow,
    )
    from incidents.store.tables.institution import (
        InstitutionClosureRow,
        InstitutionFormerRow,
        InstitutionNameRow,
        InstitutionParentRow,
        InstitutionRow,
    )
    from incidents.store.tables.log import ChangeContentRow, ChangeRow, LogHeadRow, SearchPartRow
    from incidents.store.tables.outlet import OutletNameRow, OutletRow
    from incidents.store.tables.place import PlaceClosureRow, PlaceFormerRow, PlaceNameRow, PlaceParentRow, PlaceRow
    from incidents.store.tables.proposal import ProposalRow
    from incidents.store.tables.report import ReportRow, ReportTextRow, TextReadingRow
    from incidents.store.tables.setting import SettingRow
    from incidents.store.tables.source import ReportRelationRow, SourceRow
    from incidents.store.tables.vocabulary import (
        IncidentFamilyRow,
        IncidentRelationKindRow,
        IncidentTypeRow,
        InstitutionKindRow,
        InstitutionRoleRow,
        OutletKindRow,
        PeopleGroupRow,
        PlaceKindRow,
        PlaceRoleRow,
        ReportRelationKindRow,
        ScaleTermRow,
        SourceTypeRow,
    )

    metadata: sa.MetaData

_MODULES = {
    "evidence": "ClaimRow EvidenceRow".split(),
    "incident": (
        "IncidentDecisionRow IncidentInstitutionRow IncidentOpenRow IncidentPeopleRow IncidentPlaceRow "
        "IncidentRelationRow IncidentRow IncidentScopeRow IncidentTagRow"
    ).split(),
    "institution": (
        "InstitutionClosureRow InstitutionFormerRow InstitutionNameRow InstitutionParentRow InstitutionRow"
    ).split(),
    "log": "ChangeContentRow ChangeRow LogHeadRow SearchPartRow".split(),
    "place": "PlaceClosureRow PlaceFormerRow PlaceNameRow PlaceParentRow PlaceRow".split(),
    "outlet": "OutletNameRow OutletRow".split(),
    "proposal": "ProposalRow".split(),
    "report": "ReportRow ReportTextRow TextReadingRow".split(),
    "setting": ["SettingRow"],
    "source": "ReportRelationRow SourceRow".split(),
    "vocabulary": (
        "IncidentFamilyRow IncidentRelationKindRow IncidentTypeRow InstitutionKindRow InstitutionRoleRow "
        "OutletKindRow PeopleGroupRow PlaceKindRow PlaceRoleRow ReportRelationKindRow ScaleTermRow "
        "SourceTypeRow"
    ).split(),
}
_OF_CLASS = {name: module for module, names in _MODULES.items() for name in names}
_OF_TABLE = {table_name(name): module for name, module in _OF_CLASS.items()}


def __getattr__(name: str) -> Any:
    if name == "metadata":
        return load()
    if name in _OF_CLASS:
        return getattr(_module(_OF_CLASS[name]), name)
    raise AttributeError(name)


def table_of(name: str) -> sa.Table:
    """The table `name` (`report_text`); its module is imported if it was not yet."""
    _module(_OF_TABLE[name])
    return Table.metadata.tables[name]


def load() -> sa.MetaData:
    """Import every table. A flush of the ORM needs it: it follows foreign keys from table to table."""
    for module in _MODULES:
        _module(module)
    return Table.metadata


def _module(name: str) -> Any:
    return import_module(f"incidents.store.tables.{name}")


__all__ = [
    "ChangeContentRow",
    "ChangeRow",
    "ClaimRow",
    "EvidenceRow",
    "IncidentDecisionRow",
    "IncidentFamilyRow",
    "IncidentInstitutionRow",
    "IncidentOpenRow",
    "IncidentPeopleRow",
    "IncidentPlaceRow",
    "IncidentRelationKindRow",
    "IncidentRelationRow",
    "IncidentRow",
    "IncidentScopeRow",
    "IncidentTagRow",
    "IncidentTypeRow",
    "InstitutionClosureRow",
    "InstitutionFormerRow",
    "InstitutionKindRow",
    "InstitutionNameRow",
    "InstitutionParentRow",
    "InstitutionRoleRow",
    "InstitutionRow",
    "LogHeadRow",
    "OutletKindRow",
    "OutletNameRow",
    "OutletRow",
    "PeopleGroupRow",
    "PlaceClosureRow",
    "PlaceFormerRow",
    "PlaceKindRow",
    "PlaceNameRow",
    "PlaceParentRow",
    "PlaceRoleRow",
    "PlaceRow",
    "ProposalRow",
    "ReportRelationKindRow",
    "ReportRelationRow",
    "ReportRow",
    "ReportTextRow",
    "ScaleTermRow",
    "SearchPartRow",
    "SettingRow",
    "SourceRow",
    "SourceTypeRow",
    "Table",
    "TextReadingRow",
    "load",
    "metadata",
    "table_of",
]
