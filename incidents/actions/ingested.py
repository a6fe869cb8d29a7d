"""What becomes of a report that is taken in; apart from `ingest`, so that a dry run loads nothing that writes."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from incidents.actions.reading import Read

if TYPE_CHECKING:  # a dry run has none of these
    from incidents.model.incident import Incident
    from incidents.model.proposal import StoredProposal
    from incidents.store.desk import Filed

Accept = Literal["none", "clear"]
"""Which proposals become incidents at once."""


class Ingested(NamedTuple):
    """What became of one report: `error` says why it was not taken in; `filed.known`: its bytes were there before."""

    read: Read
    filed: "Filed | None" = None
    proposals: "tuple[StoredProposal, ...]" = ()
    accepted: "tuple[Incident, ...]" = ()
    error: str = ""
