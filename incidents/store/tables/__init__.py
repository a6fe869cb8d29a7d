"""The tables as SQLModel; `metadata` holds them all. `from __future__ import annotations` would break them."""

from incidents.store.tables.base import Table
from incidents.store.tables.evidence import ClaimRow, EvidenceRow, ProposalRow
from incidents.store.tables.incident import (
    IncidentDecisionRow,
    IncidentInstitutionRow,
    IncidentPeopleRow,
    IncidentPlaceRow,
    IncidentRelationRow,
    IncidentRow,
    IncidentScopeRow,
    IncidentTagRow,
)
from incidents.store.tables.institution import (
    InstitutionClosureRow,
    InstitutionNameRow,
    InstitutionParentRow,
    InstitutionRow,
)
from incidents.store.tables.log import ChangeContentRow, ChangeRow, LogHeadRow, SearchPartRow, SettingRow
from incidents.store.tables.place import PlaceClosureRow, PlaceNameRow, PlaceParentRow, PlaceRow
from incidents.store.tables.report import (
    OutletNameRow,
    OutletRow,
    ReportRelationRow,
    ReportRow,
    ReportTextRow,
    SourceRow,
)
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

metadata = Table.metadata

__all__ = [
    "ChangeContentRow",
    "ChangeRow",
    "ClaimRow",
    "EvidenceRow",
    "IncidentDecisionRow",
    "IncidentFamilyRow",
    "IncidentInstitutionRow",
    "IncidentPeopleRow",
    "IncidentPlaceRow",
    "IncidentRelationKindRow",
    "IncidentRelationRow",
    "IncidentRow",
    "IncidentScopeRow",
    "IncidentTagRow",
    "IncidentTypeRow",
    "InstitutionClosureRow",
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
    "metadata",
]
