"""What the screen shows of one report: its sheet, and the names of all codes in it. Loaded by the light reader."""

from typing import NamedTuple

from incidents.actions.sheet import Sheet, sheet
from incidents.cli.proposal_names import Names, named
from incidents.cli.titles import headings
from incidents.model.codec import proposal_to_plain
from incidents.model.proposal import StoredProposal
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.reviewing import waiting


class Page(NamedTuple):
    """Outlet, publication date (EDTF or nothing), what the report goes by, its sheet, names of codes, what waits."""

    outlet: str
    published: str
    title: str
    sheet: Sheet
    names: Names
    waiting: int

    @property
    def proposals(self) -> tuple[StoredProposal, ...]:
        """Its proposals, of every state; not those whose making was undone."""
        return self.sheet.proposals


def load(location: Location, report: int) -> Page:
    """The page of a report by its number.

    Raises:
        NotFound, DatabaseProblem: it is not there, or the database cannot be read.
    """
    found = sheet(location, report)
    found = found._replace(proposals=tuple(one for one in found.proposals if not _unmade(one)))
    with open_reader(location) as reader:
        names = Names()
        for one in found.proposals:
            names.update(named(reader, proposal_to_plain(one.proposal)))
        return Page(*headings(reader, [report])[report], found, names, waiting(reader))


def _unmade(one: StoredProposal) -> bool:
    """Whether what made it was undone. One that was united with another, or is not found any more, has a reason."""
    return one.state == "superseded" and not one.reason
