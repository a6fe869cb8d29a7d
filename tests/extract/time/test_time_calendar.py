"""Named days as lookups."""

from datetime import date

from incidents.lexicon.calendar import Calendar
from incidents.model.reference import NamedDay

DAYS = (
    NamedDay("cn-war", "Victory Day", "fixed", "CN", 9, 3),
    NamedDay("kp-victory", "Victory Day", "fixed", "KP", 7, 27, since="1953"),
    NamedDay("kp-army-old", "Army Day", "fixed", "KP", 4, 25, since="1978", until="2017"),
    NamedDay("kp-army", "Army Day", "fixed", "KP", 2, 8, since="2018"),
    NamedDay("leap", "Leap Day", "fixed", "", 2, 29),
    NamedDay("moon", "Moon Day", "movable", "KP", occurrences=(("2015-09-27", ""), ("2016-09-15", ""))),
    NamedDay("battle", "5-day battle", "period", "KP", occurrences=(("2016-05-03", "2016-05-07"),)),
    NamedDay("drive", "drive", "period", "KP", occurrences=(("2015", ""), ("2016-05", "2016-06"))),
)
CALENDAR = Calendar(DAYS)


def day(text: str) -> tuple[date, date]:
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def test_a_name_of_several_countries_is_the_day_of_this_one() -> None:
    assert CALENDAR.codes("Victory Day") == ("kp-victory",)
    assert CALENDAR.before("Victory Day", date(2016, 9, 4)) == day("2016-07-27")


def test_a_day_that_moved_is_looked_up_by_its_years() -> None:
    assert CALENDAR.before("Army Day", date(2017, 12, 31)) == day("2017-04-25")
    assert CALENDAR.before("Army Day", date(2018, 3, 1)) == day("2018-02-08")
    assert CALENDAR.after("Army Day", date(2017, 12, 31)) == day("2018-02-08")
    assert CALENDAR.before("Victory Day", date(1953, 1, 1)) is None


def test_movable_days_and_periods_come_from_their_table() -> None:
    assert CALENDAR.before("Moon Day", date(2016, 9, 14)) == day("2015-09-27")
    assert CALENDAR.after("Moon Day", date(2015, 9, 28)) == day("2016-09-15")
    assert CALENDAR.after("Moon Day", date(2016, 9, 16)) is None
    assert CALENDAR.within("Moon Day", date(2016, 1, 1), date(2016, 12, 31)) == day("2016-09-15")
    assert CALENDAR.before("drive", date(2016, 5, 20)) == day("2016-05-01/2016-06-30")


def test_a_period_of_one_time_needs_no_day() -> None:
    assert CALENDAR.only("5-day battle") == day("2016-05-03/2016-05-07")
    assert CALENDAR.only("drive") is None
    assert CALENDAR.only("Moon Day") is None
    assert CALENDAR.lasts("drive")
    assert not CALENDAR.lasts("Moon Day")


def test_a_leap_day_is_found_in_leap_years_only() -> None:
    assert CALENDAR.before("Leap Day", date(2017, 3, 1)) == day("2016-02-29")
    assert CALENDAR.within("Leap Day", date(2017, 1, 1), date(2017, 12, 31)) is None
