"""Named days as lookups."""

from datetime import date

import pytest

from incidents.lexicon.calendar import Ambiguous, Calendar
from incidents.model.reference import NamedDay

DAYS = (
    NamedDay("cn-war", "Victory Day", "fixed", "CN", 9, 3),
    NamedDay("kp-victory", "Victory Day", "fixed", "KP", 7, 27, since="1953"),
    NamedDay("kp-army-old", "Army Day", "fixed", "KP", 4, 25, since="1978", until="2017", event_year=1932),
    NamedDay("kp-army", "Army Day", "fixed", "KP", 2, 8, since="2018", event_year=1948),
    NamedDay("children", "Children's Day", "fixed", "", 6, 1),
    NamedDay("kr-children", "Children's Day", "fixed", "KR", 5, 5),
    NamedDay("kr-memorial", "Memorial Day", "fixed", "KR", 6, 6),
    NamedDay("us-memorial", "Memorial Day", "movable", "US", occurrences=(("2016-05-30", ""), ("2017-05-29", ""))),
    NamedDay("cn-moon", "New Moon", "movable", "CN", occurrences=(("2015-09-27", ""), ("2016-09-15", ""))),
    NamedDay("kr-moon", "New Moon", "movable", "KR", occurrences=(("2015-09-27", ""), ("2016-09-16", ""))),
    NamedDay("leap", "Leap Day", "fixed", "", 2, 29),
    NamedDay("moon", "Moon Day", "movable", "KP", occurrences=(("2015-09-27", ""), ("2016-09-15", ""))),
    NamedDay("battle", "5-day battle", "period", "KP", occurrences=(("2016-05-03", "2016-05-07"),)),
    NamedDay("drive", "drive", "period", "KP", occurrences=(("2015", ""), ("2016-05", "2016-06"))),
    NamedDay("march", "march", "period", "KP", occurrences=(("1994~", "1998~"),)),
    NamedDay("kp-meeting-8-09", "Ninth Meeting", "event", "KP", occurrences=(("2016-05-03", "2016-05-04"),)),
)
CALENDAR = Calendar(DAYS)


def day(text: str) -> tuple[date, date]:
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def test_a_name_of_several_countries_is_the_day_of_this_one_unless_another_is_named() -> None:
    assert CALENDAR.named("Victory Day").before(date(2016, 9, 4)) == day("2016-07-27")
    assert CALENDAR.named("Victory Day", "CN").before(date(2016, 9, 4)) == day("2016-09-03")
    assert CALENDAR.named("Victory Day", "RU").before(date(2016, 9, 4)) == day("2016-07-27")


def test_a_day_of_everywhere_comes_before_that_of_another_country() -> None:
    assert CALENDAR.named("Children's Day").before(date(2016, 9, 4)) == day("2016-06-01")
    assert CALENDAR.named("Children's Day", "KR").before(date(2016, 9, 4)) == day("2016-05-05")


def test_days_of_two_other_countries_must_agree() -> None:
    with pytest.raises(Ambiguous, match=r"2016-06-06 \(KR\) or 2016-05-30 \(US\)"):
        CALENDAR.named("Memorial Day").before(date(2016, 9, 4))
    assert CALENDAR.named("Memorial Day", "US").before(date(2016, 9, 4)) == day("2016-05-30")
    assert CALENDAR.named("New Moon").before(date(2016, 1, 1)) == day("2015-09-27")
    with pytest.raises(Ambiguous):
        CALENDAR.named("New Moon").within(date(2016, 1, 1), date(2016, 12, 31))


def test_a_day_that_moved_is_looked_up_by_its_years() -> None:
    army = CALENDAR.named("Army Day")
    assert army.before(date(2017, 12, 31)) == day("2017-04-25")
    assert army.before(date(2018, 3, 1)) == day("2018-02-08")
    assert army.after(date(2017, 12, 31)) == day("2018-02-08")
    assert CALENDAR.named("Victory Day").before(date(1953, 1, 1)) is None


def test_movable_days_and_periods_come_from_their_table() -> None:
    moon = CALENDAR.named("Moon Day")
    assert moon.before(date(2016, 9, 14)) == day("2015-09-27")
    assert moon.after(date(2015, 9, 28)) == day("2016-09-15")
    assert moon.after(date(2016, 9, 16)) is None
    assert moon.within(date(2016, 1, 1), date(2016, 12, 31)) == day("2016-09-15")
    assert CALENDAR.named("drive").before(date(2016, 5, 20)) == day("2016-05-01/2016-06-30")


def test_a_period_of_one_time_needs_no_day() -> None:
    assert CALENDAR.named("5-day battle").only == day("2016-05-03/2016-05-07")
    assert CALENDAR.named("drive").only is None
    assert CALENDAR.named("Moon Day").only is None
    assert CALENDAR.named("drive").lasting
    assert not CALENDAR.named("Moon Day").lasting
    assert CALENDAR.named("march").rough
    assert not CALENDAR.named("drive").rough


def test_a_leap_day_is_found_in_leap_years_only() -> None:
    leap = CALENDAR.named("Leap Day")
    assert leap.before(date(2017, 3, 1)) == day("2016-02-29")
    assert leap.within(date(2017, 1, 1), date(2017, 12, 31)) is None


def test_an_event_is_known_by_its_number_and_its_name_stands_apart() -> None:
    meeting = CALENDAR.numbered("kp-meeting", 8, 9)
    assert meeting
    assert meeting.only == day("2016-05-03/2016-05-04")
    assert CALENDAR.numbered("kp-meeting", 8, 10) is None
    assert CALENDAR.numbered("kp-army") is None
    assert CALENDAR.events == ("Ninth Meeting",)
    assert "Ninth Meeting" not in CALENDAR.names


def test_an_anniversary_is_counted_from_what_it_remembers_in_the_years_when_it_was_kept() -> None:
    army = CALENDAR.named("Army Day")
    assert army.anniversary(70, date(2018, 1, 1)) == day("2018-02-08")
    assert army.anniversary(70, date(2003, 1, 1)) == day("2002-04-25")
    assert army.anniversary(85, date(2024, 1, 1)) == day("2017-04-25")
    assert army.anniversary(20, date(1968, 1, 1)) is None
    assert army.anniversary(9999, date(1968, 1, 1)) is None
    assert CALENDAR.named("Victory Day").anniversary(70, date(2023, 1, 1)) is None
    assert CALENDAR.named("Moon Day").anniversary(1, date(2023, 1, 1)) is None
    with pytest.raises(Ambiguous, match="2002-04-25 or 2018-02-08"):
        army.anniversary(70, None)


def test_before_the_first_year_of_all_that_a_name_means_it_is_too_early() -> None:
    assert CALENDAR.named("Army Day").too_early(date(1977, 12, 31))
    assert not CALENDAR.named("Army Day").too_early(date(1978, 1, 1))
    assert not CALENDAR.named("Leap Day").too_early(date(1900, 1, 1))
    assert not CALENDAR.named("Moon Day").too_early(date(1900, 1, 1))
