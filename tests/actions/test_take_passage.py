"""A passage that a reader selects: what its words tell is proposed, what they do not is open."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from incidents.actions import take_passage
from incidents.actions.decide import Verdict, settle
from incidents.actions.ingest import ingest
from incidents.actions.record import undo
from incidents.actions.sheet import Sheet
from incidents.actions.take_passage import propose_passage
from incidents.errors import BadInput, NotFound, Refused
from incidents.intake.files import Item
from incidents.intake.metadata import Metadata
from incidents.model.incident import PlaceLink
from incidents.model.proposal import StoredProposal
from incidents.store.location import Location
from incidents.store.unit import Unit, begin
from tests.actions.conftest import Program
from tests.actions.desk import WHO, holding, last_changes, of_type, rows, span

TEXT = """Markets closed in Hyesan

A resident of Ryanggang province told RFA on Feb. 4 that on Jan. 30 three men were arrested in Hyesan by the police.

Soldiers of the 10th Corps slept in the school at Samsu on Feb. 1, the resident said. It was cold.

Likewise Musan and Samsu (Jan. 3; Jan. 9).

Two\u00ad hundred “rafters” drifted past Hyesan on Feb. 2 .
"""


@pytest.fixture
def taken_in(full_copied: Program) -> Sheet:
    """The text above, ingested."""
    said = Metadata(outlet="RFA", published="2025-02-06")
    [_] = ingest(full_copied.location, WHO, [_item()], said)
    return holding(full_copied.location, "Markets closed in Hyesan")


def _item() -> Item:
    class Written(Item):
        def read(self) -> bytes:
            return TEXT.encode()

    return Written("markets.txt", None)


def take(location: Location, of: Sheet, words: str) -> StoredProposal:
    return propose_passage(location, WHO, of.report, *span(of, words))


def open_fields(made: StoredProposal) -> dict[str, tuple[str, ...]]:
    return {problem.field: problem.candidates for problem in made.proposal.problems}


def test_an_act_with_all_that_belongs_to_it(full_copied: Program, taken_in: Sheet) -> None:
    made = take(full_copied.location, taken_in, "on Jan. 30 three men were arrested in Hyesan")
    own = made.proposal.incident
    assert (own.type, own.when.edtf, own.places) == ("arrest", "2025-01-30", (PlaceLink("KP-10.hyesan"),))
    assert [(one.group, one.low) for one in own.people] == [("detained", 3)]
    [told] = own.evidence
    assert told.quote == "on Jan. 30 three men were arrested in Hyesan"
    assert (told.text, told.source_type, told.origin) == (taken_in.sha256, "resident", "rfa")
    for claim in told.claims:
        assert told.start <= claim.start < claim.end <= told.end  # type: ignore[operator]
    assert {claim.field for claim in told.claims} >= {"date", "place", "people"}
    assert (made.state, made.report, made.proposal.verification) == ("waiting", taken_in.uid, "single-source")
    assert set(open_fields(made)) <= {"title"}


def test_a_date_outside_the_passage_is_pointed_out(full_copied: Program, taken_in: Sheet) -> None:
    made = take(full_copied.location, taken_in, "three men were arrested in Hyesan by the police")
    assert made.proposal.incident.when.edtf == "2025-01-30"
    assert open_fields(made)["date"] == ("2025-01-30",)
    assert "date" not in {claim.field for claim in made.proposal.incident.evidence[0].claims}


def test_words_without_an_act(full_copied: Program, taken_in: Sheet) -> None:
    made = take(full_copied.location, taken_in, "slept in the school at Samsu on Feb. 1")
    own = made.proposal.incident
    assert (own.type, own.when.edtf, [link.place for link in own.places]) == ("other", "2025-02-01", ["KP-10.samsu"])
    assert own.evidence[0].source_type == "resident"
    assert {"date", "place"} <= {claim.field for claim in own.evidence[0].claims}
    assert open_fields(made)["type"] == ()


def test_between_several_dates_nothing_is_chosen(full_copied: Program, taken_in: Sheet) -> None:
    made = take(full_copied.location, taken_in, "Likewise Musan and Samsu (Jan. 3; Jan. 9).")
    own = made.proposal.incident
    assert own.when.edtf is None
    assert len(open_fields(made)["date"]) == 2
    assert {link.place for link in own.places} == {"KP-09.musan", "KP-10.samsu"}
    assert own.precision == "several"


def test_words_that_tell_nothing(full_copied: Program, taken_in: Sheet) -> None:
    made = take(full_copied.location, taken_in, "It was cold.")
    own = made.proposal.incident
    assert (own.title, own.type, own.when.edtf, own.places) == ("It was cold", "other", None, ())
    assert set(open_fields(made)) == {"title", "type", "date", "place"}
    assert len(open_fields(made)["place"]) == 1, "the place around is a candidate and no more"


def test_a_heading(full_copied: Program, taken_in: Sheet) -> None:
    made = take(full_copied.location, taken_in, "Markets closed in Hyesan")
    [told] = made.proposal.incident.evidence
    assert (told.start, told.source_type, told.attribution) == (0, "outlet", "")
    assert [link.place for link in made.proposal.incident.places] == ["KP-10.hyesan"]


def test_it_is_exactly_what_was_selected(full_copied: Program, taken_in: Sheet) -> None:
    start, end = span(taken_in, "\n\nTwo\u00ad hundred “rafters” drifted past Hyesan on Feb. 2 ")
    made = propose_passage(full_copied.location, WHO, taken_in.report, start, end)
    [told] = made.proposal.incident.evidence
    assert told.quote == "Two\u00ad hundred “rafters” drifted past Hyesan on Feb. 2"
    assert taken_in.text[told.start : told.end] == told.quote
    [date] = [claim for claim in told.claims if claim.field == "date"]
    assert taken_in.text[date.start : date.end] == "Feb. 2"


def test_a_whole_report(full_copied: Program) -> None:
    location = full_copied.location
    of = holding(location, "three neighboring villages")
    made = propose_passage(location, WHO, of.report, 0, len(of.text))
    own = made.proposal.incident
    assert own.evidence[0].quote == of.text.strip()
    assert len(own.title) < 100
    assert len(own.summary) <= 600
    assert own.summary.endswith("…")


def test_it_stands_where_its_words_do(full_copied: Program) -> None:
    location, words = full_copied.location, "Nobody was ever caught for it."
    made = take(location, holding(location, words), words)
    order = holding(location, words).proposals
    assert order[-1].id == made.id
    first = take(location, holding(location, words), "Handwriting Hunt Follows Leaflet")
    assert first.position == 0


def test_one_that_waits_already_is_refused(full_copied: Program) -> None:
    location = full_copied.location
    known = of_type(location, "three neighboring villages", "arrest")
    [told] = known.proposal.incident.evidence
    of, stood = holding(location, "three neighboring villages"), rows(location)
    with pytest.raises(Refused, match=f"proposal {known.id} of this passage"):
        propose_passage(location, WHO, of.report, told.start or 0, told.end or 0)
    assert rows(location) == stood
    settle(location, WHO, Verdict(reject=[known.id]))
    again = propose_passage(location, WHO, of.report, told.start or 0, told.end or 0)
    assert (again.state, again.proposal.incident.type) == ("waiting", "arrest")


def test_undo_takes_it_back_and_it_can_be_made_again(full_copied: Program, taken_in: Sheet) -> None:
    location = full_copied.location
    made = take(location, taken_in, "It was cold.")
    [(action, kind, content)] = last_changes(location, 1)
    assert (action, kind, set(content)) == ("take", "proposal", {"title", "state"})
    undo(location, WHO)
    assert rows(location)[made.id][3] == "superseded"
    again = take(location, taken_in, "It was cold.")
    assert (again.state, again.proposal) == ("waiting", made.proposal)


@pytest.mark.parametrize(
    ("start", "end", "error"),
    [(24, 26, Refused), (30, 30, Refused), (-1, 5, BadInput), (9, 5, BadInput), (0, 9999, BadInput)],
)
def test_what_is_no_passage(
    full_copied: Program, taken_in: Sheet, start: int, end: int, error: type[Exception]
) -> None:
    stood = rows(full_copied.location)
    with pytest.raises(error):
        propose_passage(full_copied.location, WHO, taken_in.report, start, end)
    assert rows(full_copied.location) == stood


def test_no_such_report(full_copied: Program) -> None:
    with pytest.raises(NotFound):
        propose_passage(full_copied.location, WHO, 999, 0, 5)


@pytest.mark.parametrize("text", ["\u200b\u200b!", "x", "- -", "12", "혜산에서 세 명이 체포됐다.", "“"])
def test_any_words_can_be_taken(full_copied: Program, text: str) -> None:
    said = Metadata(outlet="RFA", published="2025-02-06")
    item = type("Odd", (Item,), {"read": lambda _: f"{text}\n".encode()})("odd.txt", None)
    [one] = ingest(full_copied.location, WHO, [item], said)
    assert one.filed is not None, one.error
    made = propose_passage(full_copied.location, WHO, one.filed.id, 0, len(text))
    assert made.proposal.incident.evidence[0].quote == text.strip()
    assert made.proposal.incident.title


def test_what_somebody_else_took_just_before_waits_once(
    full_copied: Program, taken_in: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    location, words = full_copied.location, "on Jan. 30 three men were arrested in Hyesan"

    @contextmanager
    def late(*where: Location | str) -> Iterator[Unit]:
        monkeypatch.setattr(take_passage, "begin", begin)
        take(location, taken_in, words)
        with begin(location, WHO) as unit:
            yield unit

    monkeypatch.setattr(take_passage, "begin", late)
    with pytest.raises(Refused, match="waits already"):
        take(location, taken_in, words)
