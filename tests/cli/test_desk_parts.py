"""The parts of the review screen that need no terminal: wrapping, marks, selecting, the table of keys, moving about."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.actions.sheet import Sheet
from incidents.cli.desk import keys, selecting
from incidents.cli.desk.choosing import THEN
from incidents.cli.desk.deciding import ACTIONS
from incidents.cli.desk.documentation import documentation
from incidents.cli.desk.fragments import fitted, size, spread
from incidents.cli.desk.glyphs import columns, shown
from incidents.cli.desk.marked import Styled, brackets, segments
from incidents.cli.desk.page import Page
from incidents.cli.desk.paging import PIECE, Paged, Row
from incidents.cli.desk.selecting import Selection
from incidents.cli.desk.state import View, arrived, candidates, next_waiting, refreshed, stepped
from incidents.cli.proposal_names import Names
from incidents.model.finding import Mark, MarkKind
from incidents.model.incident import Incident
from incidents.model.proposal import Problem, Proposal, StoredProposal
from incidents.model.scales import ProposalState
from incidents.output.width import width

DOCS = Path(__file__).parents[2] / "docs"
TEXTS = st.text(st.sampled_from("ab \n\r\t혜산é\u0301\u202e\u200b,.“"), max_size=300)


@given(TEXTS, st.integers(2, 40))
def test_rows_hold_the_text_once_and_fit(text: str, wide: int) -> None:
    paged = Paged(text, wide)
    rows = paged.rows(0, len(text) + 1)
    assert all(a.end <= b.start for a, b in pairwise(rows))
    held = {at for row in rows for at in range(row.start, row.end)}
    assert all(text[at] in " \t\n\r" for at in range(len(text)) if at not in held)
    assert all(sum(map(columns, text[row.start : row.end])) <= wide for row in rows)


@given(TEXTS, st.integers(2, 40), st.integers(0, 300), st.integers(0, 30))
def test_down_and_up_again_is_the_same_row(text: str, wide: int, offset: int, by: int) -> None:
    paged = Paged(text, wide)
    here = paged.row_of(min(offset, len(text)))
    below = paged.moved(here, by)
    rows = paged.rows(here, by + 1)
    assert below == rows[-1].start
    assert paged.moved(below, -(len(rows) - 1)) == here


@pytest.mark.parametrize("filler", ["word ", "혜산시 ", "x", "e\u0301"])
def test_a_line_of_millions_is_wrapped_in_pieces(filler: str) -> None:
    text = filler * (2_000_000 // len(filler))
    paged = Paged(text, 70)
    rows = paged.rows(1_000_000, 20)
    assert rows[0].start <= 1_000_000 < rows[0].end + 1
    assert all(row.end - row.start <= PIECE for row in rows)
    assert paged.moved(rows[5].start, -5) == rows[0].start
    assert paged.rows(len(text), 5)[-1].end == len(text)


def test_no_text_is_one_empty_row() -> None:
    assert Paged("", 70).rows(0, 5) == [Row(0, 0)]
    assert Paged("", 70).moved(0, 3) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("tab\there", "tab here"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("a\u202eb\u2066c\u200dd\ufeffe", "abcde"),
        ("혜산\u3000시", "혜산 시"),
    ],
)
def test_what_commands_a_terminal_is_not_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


MARKS = st.lists(
    st.builds(
        lambda start, length, kind: Mark(start, start + length, kind),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(["time", "place", "institution", "attribution", "act", "people"]),
    ),
    max_size=12,
)


@given(MARKS)
def test_segments_lie_apart_and_cover_every_mark_that_is_shown(marks: list[Mark]) -> None:
    found = segments(marks)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {at for one in found for at in range(one.start, one.end)}
    assert covered == {at for one in marks if one.kind != "people" for at in range(one.start, one.end)}
    acts = {at for one in marks if one.kind == "act" for at in range(one.start, one.end)}
    assert {at for one in found if one.kind == "act" for at in range(one.start, one.end)} == acts


@given(MARKS)
def test_brackets_close_what_they_open(marks: list[Mark]) -> None:
    together = "".join(text for _, text in sorted(brackets(marks).items()))
    counts = Counter(together)
    assert all(counts[a] == counts[b] for a, b in ("{}", "[]", "<>"))
    assert counts["*"] % 2 == counts["/"] % 2 == 0


def test_a_row_shows_marks_passage_and_selection() -> None:
    text = "On Jan. 1 in Posong."
    kinds: list[tuple[int, int, MarkKind]] = [(3, 9, "time"), (13, 19, "place")]
    marks = [Mark(*one) for one in kinds]
    row = Row(0, len(text))
    coloured = Styled(text, segments(marks), {}, (10, 20), (13, 16)).fragments(row)
    assert coloured == [
        ("", "On "),
        ("class:time", "Jan. 1"),
        ("", " "),
        ("class:passage", "in "),
        ("class:place class:passage class:selected", "Pos"),
        ("class:place class:passage", "ong"),
        ("class:passage", "."),
    ]
    bracketed = Styled(text, (), brackets(marks)).fragments(row)
    assert "".join(words for _, words in bracketed) == "On {Jan. 1} in [Posong]."


TEXT = (
    "A guard found it on Jan. 1 in Posong. “It was late,” Mr. Kim said. They left.\n\n"
    "The U.S. Army was told. 둘째 문장."
)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, "A guard found it on Jan. 1 in Posong."),
        (40, "“It was late,” Mr. Kim said."),
        (70, "They left."),
        (77, "The U.S. Army was told."),
        (104, "둘째 문장."),
    ],
)
def test_the_sentence_at_an_offset(at: int, expected: str) -> None:
    start, end = selecting.sentence(TEXT, at)
    assert TEXT[start:end] == expected


def test_sentences_one_after_the_other_and_back() -> None:
    here = Selection(0)
    seen = []
    for _ in range(5):
        seen.append(TEXT[slice(*selecting.span(TEXT, here))])
        here = selecting.moved(TEXT, here, "sentence")
    assert len(set(seen)) == 5
    assert seen[-1] == "둘째 문장."
    for _ in range(4):
        here = selecting.moved(TEXT, here, "sentence back")
    assert here.cursor == 0


def test_a_selection_with_a_beginning_grows_and_shrinks_at_both_ends() -> None:
    here = selecting.begun(TEXT, Selection(2))
    for motion in ("word", "word", "right", "left"):
        here = selecting.moved(TEXT, here, motion)
    assert TEXT[slice(*selecting.span(TEXT, here))] == "guard found"
    here = selecting.moved(TEXT, selecting.turned(TEXT, here), "word back")
    assert TEXT[slice(*selecting.span(TEXT, here))] == "A guard found"
    assert selecting.begun(TEXT, here).anchor is None


@given(TEXTS, st.lists(st.sampled_from([*selecting.MOTIONS, "begin", "turn"]), max_size=20))
def test_no_motion_leaves_the_text(text: str, motions: list[str]) -> None:
    here = Selection(0)
    for motion in motions:
        step = {"begin": selecting.begun, "turn": selecting.turned}.get(motion)
        here = step(text, here) if step else selecting.moved(text, here, motion)
        start, end = selecting.span(text, here)
        assert 0 <= start <= end <= len(text)
        assert 0 <= here.cursor <= len(text)


def test_every_key_does_one_thing_and_every_thing_has_its_code() -> None:
    for part in keys.PARTS.values():
        pressed = [one for key in part for one in key.keys]
        assert len(pressed) == len(set(pressed))
    done = {key.does for key in keys.DECIDING} - {"candidate"}
    assert done == set(ACTIONS)
    assert {"edit", "reject", "reject_rest", "attach", "unite", "split"} == set(THEN)
    motions = {key.does for key in keys.SELECTING} - {"begin", "turn", "take", "leave"}
    assert motions - set(selecting.MOTIONS) == {"row down", "row up", "page down", "page up"}


def test_the_page_of_the_screen_is_up_to_date() -> None:
    """`python -m incidents.cli.desk.documentation > docs/review.md` writes it."""
    assert (DOCS / "review.md").read_text(encoding="utf-8") == documentation()


@given(st.lists(st.tuples(st.just(""), TEXTS), max_size=4), st.integers(1, 60))
def test_a_row_is_fitted_to_its_columns(row: list[tuple[str, str]], wide: int) -> None:
    assert size(fitted(row, wide)) == wide
    assert size(spread(row, [], wide)) == wide or width("".join(t for _, t in row)) > wide


def stored(number: int, state: ProposalState = "waiting", *problems: Problem) -> StoredProposal:
    proposal = Proposal(Incident(f"title {number}", "arrest"), problems=problems)
    return StoredProposal(number, f"uid {number}", "report", "sha", proposal, state)


def view(*states: ProposalState) -> View:
    some = tuple(stored(number, state) for number, state in enumerate(states, 1))
    sheet = Sheet(1, "uid", "RFA", None, "", "new", "text", "sha", some)
    return View((1,), Page("RFA", "", "title", sheet, Names(), 0))


@pytest.mark.parametrize(
    ("states", "current", "expected"),
    [
        (("waiting", "waiting"), 0, 1),
        (("waiting", "accepted", "waiting"), 0, 2),
        (("waiting", "accepted"), 1, 0),
        (("accepted", "rejected"), 0, None),
        ((), 0, None),
    ],
)
def test_the_next_that_waits(states: tuple[ProposalState, ...], current: int, expected: int | None) -> None:
    there = next_waiting(replace(view(*states), current=current))
    assert (there.current if there else None) == expected


def test_steps_end_at_both_ends_and_arriving_skips_what_is_decided() -> None:
    some = view("accepted", "waiting")
    assert arrived(some, 0, some.page).current == 1
    assert stepped(some, -1) is None
    assert stepped(replace(some, current=1), 1) is None
    assert arrived(view(), 0, view().page).proposal is None


def test_a_report_read_again_keeps_the_proposal_that_was_shown() -> None:
    before = replace(view("waiting", "waiting"), current=1)
    grown = view("waiting", "waiting", "waiting").page
    moved = grown._replace(sheet=grown.sheet._replace(proposals=(stored(9), *grown.sheet.proposals)))
    after = refreshed(before, moved)
    assert after.proposal is not None
    assert after.proposal.id == 2


def test_candidates_are_numbered_through_all_open_points() -> None:
    problems = Problem("which?", "place", candidates=("A", "B")), Problem("when?", "date", candidates=("2015",))
    assert [(one.key, one.value) for one in candidates(stored(1, "waiting", *problems))] == [
        ("1", "A"),
        ("2", "B"),
        ("3", "2015"),
    ]
    assert candidates(stored(1, "accepted", *problems)) == []
    many = Problem("which?", "place", candidates=tuple(map(str, range(14))))
    assert [one.key for one in candidates(stored(1, "waiting", many))] == list("1234567890")
