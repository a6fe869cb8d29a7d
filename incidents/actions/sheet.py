"""A report on the desk: its kept text and all proposals of it, as a reviewer works on them; read lightly."""

from typing import NamedTuple

from incidents.errors import NotFound
from incidents.model.proposal import StoredProposal
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.proposals import proposals_of

_REPORT = "SELECT uid, outlet, published, title, state FROM report_listing WHERE id = ?"
_TEXT = "SELECT text, sha256 FROM report_text WHERE report_id = ? ORDER BY version DESC LIMIT 1"


class Sheet(NamedTuple):
    """A report with its newest text (empty, like its hash, where it has none) and its proposals of every state."""

    report: int
    uid: str
    outlet: str
    published: str | None
    title: str
    state: str
    text: str
    sha256: str
    proposals: tuple[StoredProposal, ...]


def sheet(location: Location, report: int) -> Sheet:
    """The sheet of a report by its number, its proposals in the order of the text.

    Raises:
        NotFound: there is no such report.
    """
    with open_reader(location) as reader:
        row = reader.one(_REPORT, (report,))
        if row is None:
            raise NotFound(f"there is no report {report}; `incidents report list` shows them.")
        uid, outlet, published, title, state = row
        text, digest = reader.one(_TEXT, (report,)) or ("", "")
        proposals = tuple(proposals_of(reader, report))
    return Sheet(report, uid, outlet or "", published, title or "", state, text, digest, proposals)
