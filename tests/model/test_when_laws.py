"""The laws of dates as sets of days: order, overlap, containment, union, intersection."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.model.edtf import qualified, qualifiers, written
from incidents.model.scales import BASES, EXTENTS
from incidents.model.when import UNDATED, When

NEAR = st.dates(date(2015, 11, 1), date(2017, 2, 28))
ENDS = st.one_of(st.none(), NEAR, NEAR, NEAR, st.just(date.min), st.just(date.max))
"""Days near one another, so that dates meet, touch and hold one another; open ends, and those of the calendar."""
NAMED = st.sampled_from(["2016", "2016-05", "2016-21", "2016-24", "2016-40", "201X", "20XX", "2016-05-1X", "2016-1X"])


@st.composite
def spans(draw: st.DrawFn) -> str | None:
    first, last = draw(ENDS), draw(ENDS)
    if first and last and last < first:
        first, last = last, first
    return written(first, last)


@st.composite
def whens(draw: st.DrawFn) -> When:
    edtf = draw(st.one_of(spans(), spans(), NAMED))
    if edtf is None:
        return When(words=draw(st.sampled_from(["", "on Tuesday"])))
    marked = qualified(edtf, draw(st.sampled_from(["", "", "~", "?", "%"])))
    words, basis = draw(st.sampled_from(["", "then", "in May"])), draw(st.sampled_from(BASES[:-1]))
    return When.of(marked, words, basis=basis, extent=draw(st.sampled_from(EXTENTS)))


WHENS = whens()


def same(one: When, two: When) -> bool:
    """The same days, doubts, extent and basis: all but how it is written, and the words."""
    if not one.dated or not two.dated:
        return one.dated == two.dated
    return (one.days, one.qualifiers, one.extent, one.basis) == (two.days, two.qualifiers, two.extent, two.basis)


@given(WHENS, WHENS)
def test_the_order_is_total_and_equal_keys_are_equal_values(a: When, b: When) -> None:
    one, two = a.sort_key(), b.sort_key()
    assert (one < two) + (two < one) + (a == b) == 1
    assert (one == two) == (a == b)


@given(st.lists(WHENS, max_size=8))
def test_sorted_is_sorted_however_it_came(some: list[When]) -> None:
    backwards = some[::-1]
    assert sorted(some, key=When.sort_key) == sorted(backwards, key=When.sort_key)


@given(WHENS, WHENS)
def test_what_is_before_is_sorted_before_and_never_overlaps(a: When, b: When) -> None:
    if a.before(b):
        assert a.sort_key() < b.sort_key()
        assert not b.before(a)
        assert not a.overlaps(b)
    assert not a.before(a)


@given(WHENS, WHENS, WHENS)
def test_before_goes_on(a: When, b: When, c: When) -> None:
    assert not (a.before(b) and b.before(c)) or a.before(c)


@given(WHENS, WHENS)
def test_two_dated_ones_overlap_or_one_is_before_the_other(a: When, b: When) -> None:
    assert (a.overlaps(b), a.before(b), b.before(a)).count(True) == (a.dated and b.dated)


@given(WHENS, WHENS)
def test_overlap_is_mutual_and_its_days_are_the_intersection(a: When, b: When) -> None:
    assert a.overlaps(b) == b.overlaps(a) == a.intersection(b).dated
    assert a.overlaps(a) == a.dated


@given(WHENS, WHENS, WHENS)
def test_containment_is_reflexive_and_goes_on(a: When, b: When, c: When) -> None:
    assert a.contains(a)
    assert not (a.contains(b) and b.contains(c)) or a.contains(c)


@given(WHENS, WHENS)
def test_two_that_contain_one_another_have_the_same_days(a: When, b: When) -> None:
    mutual = a.contains(b) and b.contains(a)
    assert mutual == (a.dated == b.dated and (not a.dated or a.days == b.days))


@given(WHENS, WHENS)
def test_the_intersection_lies_in_both_and_the_union_holds_both(a: When, b: When) -> None:
    inner, outer = a.intersection(b), a.union(b)
    assert a.contains(inner)
    assert b.contains(inner)
    assert outer.contains(a)
    assert outer.contains(b)


@given(WHENS, WHENS, WHENS)
def test_no_smaller_span_holds_both_and_no_greater_one_lies_in_both(a: When, b: When, c: When) -> None:
    assert not (c.contains(a) and c.contains(b)) or c.contains(a.union(b))
    assert not (a.contains(c) and b.contains(c)) or a.intersection(b).contains(c)


@given(WHENS, WHENS)
def test_containment_is_told_by_union_and_intersection(a: When, b: When) -> None:
    held = a.contains(b)
    assert held == (a.union(b).contains(a) and a.contains(a.union(b)))
    assert held == a.intersection(b).contains(b)


@given(WHENS, WHENS)
def test_they_commute(a: When, b: When) -> None:
    assert a.intersection(b) == b.intersection(a)
    assert a.union(b) == b.union(a) or not (a.dated or b.dated)


@given(WHENS, WHENS, WHENS)
def test_they_associate(a: When, b: When, c: When) -> None:
    assert same(a.union(b).union(c), a.union(b.union(c)))
    assert same(a.intersection(b).intersection(c), a.intersection(b.intersection(c)))


@given(WHENS)
def test_they_are_idempotent(a: When) -> None:
    assert a.union(a) == a
    assert a.intersection(a) == (a if a.dated else UNDATED)


@given(WHENS)
def test_an_undated_one_adds_nothing_and_leaves_nothing(a: When) -> None:
    assert a.union(UNDATED) == a
    assert same(UNDATED.union(a), a)
    assert a.intersection(UNDATED) == UNDATED
    assert a.contains(UNDATED)
    assert UNDATED.contains(a) == (not a.dated)


@given(WHENS, WHENS)
def test_doubts_are_joined_and_the_weaker_basis_stands(a: When, b: When) -> None:
    for made in (a.union(b), a.intersection(b)):
        if a.dated and b.dated and made.dated:
            assert made.qualifiers == qualifiers(f"{a.edtf}{b.edtf}")
            assert made.basis == max(a.basis, b.basis, key=BASES.index)
            assert (made.extent == "throughout") == (a.extent == b.extent == "throughout")


@given(WHENS, WHENS)
def test_what_is_made_is_as_if_it_was_read(a: When, b: When) -> None:
    for made in (a.union(b), a.intersection(b)):
        assert made == When.of(made.edtf, made.words, basis=made.basis, extent=made.extent)


SIZES = ["none", "day", "week", "third", "month", "season", "half", "year", "decade", "century", "open"]


@given(WHENS, WHENS)
def test_what_lies_inside_is_no_coarser(a: When, b: When) -> None:
    if a.contains(b) and b.precision != "open":
        assert SIZES.index(b.precision) <= SIZES.index(a.precision)


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        (None, "none"),
        ("2016-03-06", "day"),
        ("2016-03-06~", "day"),
        ("2016-05-02/2016-05-08", "week"),
        ("2016-03-21/2016-03-31", "third"),
        ("2016-05", "month"),
        ("2016-XX", "year"),
        ("2016-21", "season"),
        ("2016-33", "season"),
        ("2023-01/2023-06", "half"),
        ("2016", "year"),
        ("199X", "decade"),
        ("1994/1998", "decade"),
        ("19XX", "century"),
        ("0001/9999", "century"),
        ("2020-10-10/..", "open"),
        ("../2020", "open"),
    ],
)
def test_precision(edtf: str | None, precision: str) -> None:
    assert When.of(edtf).precision == precision


@pytest.mark.parametrize(
    ("one", "two", "union", "intersection"),
    [
        ("2016", "2016-05", "2016", "2016-05"),
        ("2016-01", "2016-03", "2016-01/2016-03", None),
        ("2020-10-10/..", "../2020-12-31", "0001/9999", "2020-10-10/2020-12-31"),
        ("2016~", "2016-05?", "2016%", "2016-05%"),
        ("2016-21", "2016-05-20/2016-06-10", "2016-03-01/2016-06-10", "2016-05-20/2016-05-31"),
        ("2016-05-02", "2016-05-02/..", "2016-05-02/..", "2016-05-02"),
        ("../2016", "../2015-05", "../2016-12-31", "../2015-05-31"),
    ],
)
def test_union_and_intersection(one: str, two: str, union: str, intersection: str | None) -> None:
    assert When.of(one).union(When.of(two)).edtf == union
    assert When.of(one).intersection(When.of(two)).edtf == intersection


def test_the_words_of_both_stand_in_the_order_of_time() -> None:
    since, until = When.of("2016-03/..", "since March"), When.of("../2016-05", "by May")
    assert until.intersection(since).words == "since March … by May"
    assert since.union(When.of("2016/..", "since March")).words == "since March"


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        UNDATED.words = "then"  # type: ignore[misc]
