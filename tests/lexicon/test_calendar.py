"""The calendar that ships: days by their names, lunar ones against a computation of their own, meetings by number."""

from datetime import date
from itertools import pairwise

import pytest

from incidents.intake.seeds import languages, read_phrases, read_reference
from incidents.lexicon.calendar import Calendar

CALENDAR = Calendar(read_reference().days)

FIXED = """
Day of the Sun|04-15|2016 2024
태양절|04-15|2016 2024
Kim Il Sung's birthday|04-15|1990 2023
김일성 생일|04-15|1990 2023
Day of the Shining Star|02-16|2012 2025
광명성절|02-16|2012 2025
김정일 생일|02-16|1995 2010
Party Foundation Day|10-10|2015 2020
당 창건일|10-10|2015 2020
당창건기념일|10-10|2015 2020
노동당 창건일|10-10|2005 2025
Foundation Day|09-09|2018 2023
정권수립일|09-09|2018 2023
9·9절|09-09|1998 2008
공화국 창건일|09-09|1998 2008
Victory Day|07-27|1953 2023
전승절|07-27|1953 2023
정전협정 체결일|07-27|2013 2020
Liberation Day|08-15|1945 2015
해방절|08-15|1950 2022
조국해방의 날|08-15|2001 2022
광복절|08-15|1950 2022
KPRA Founding Day|04-25|2018 2022
조선인민혁명군 창건일|04-25|2018 2022
Songun Day|08-25|2014 2021
선군절|08-25|2014 2021
Constitution Day|12-27|1972 2022
헌법절|12-27|1972 2022
Mother's Day|11-16|2012 2023
어머니날|11-16|2012 2023
Children's Union Foundation Day|06-06|2012 2017
소년단 창립절|06-06|2012 2017
International Children's Day|06-01|2012 2017
Children's Day|06-01|2012 2017
6·1절|06-01|2012 2017
International Women's Day|03-08|2005 2024
국제부녀절|03-08|2005 2024
3·8절|03-08|2005 2024
May Day|05-01|2005 2024
5·1절|05-01|2005 2024
국제노동절|05-01|2005 2024
Anniversary of Kim Il Sung's death|07-08|1995 2024
Anniversary of Kim Jong Il's death|12-17|2012 2021
김정일 사망일|12-17|2012 2021
Kim Jong Un's birthday|01-08|2014 2024
김정은 생일|01-08|2014 2024
New Year's Day|01-01|1946 2049
양력설|01-01|1946 2049
신정|01-01|1946 2049
새해 첫날|01-01|1946 2049
Youth Day|08-28|1991 2021
청년절|08-28|1991 2021
Missile Industry Day|11-18|2023 2024
Christmas|12-25|1950 2024
현충일|06-06|1960 2024
개천절|10-03|1960 2024
어버이날|05-08|1960 2024
"""

MOVED = """
KPA Founding Day|1960-02-08 1977-02-08 1978-04-25 2017-04-25 2018-02-08 2024-02-08
건군절|1960-02-08 1977-02-08 1978-04-25 2017-04-25 2018-02-08 2024-02-08
Tree Planting Day|2000-03-02 2022-03-02 2023-03-14 2024-03-14
식수절|2000-03-02 2022-03-02 2023-03-14 2024-03-14
Navy Day|1950-08-28 1992-08-28 1993-06-05 2013-06-05 2015-08-28
공군절|1972-08-20 2011-08-20 2012-11-29
"""

BORN = """
Day of the Sun|1911|1912-04-15
Day of the Shining Star|1941|1942-02-16
Kim Jong Suk's birthday|1916|1917-12-24
Kim Jong Un's birthday|1981|1982-01-08
Songun Day|1959|1960-08-25
Land Reform Law Day|1945|1946-03-05
Law on Sex Equality Day|1945|1946-07-30
Railway Day|1962|1963-05-11
Education Day|1976|1977-09-05
Children's Union Day|1945|1946-06-06
Youth League founding day|1945|1946-01-17
International Women's Day|1913|1914-03-08
May Day|1889|1890-05-01
International Children's Day|1949|1950-06-01
"""

ABROAD_SINCE = """
Army Day|CN|1932|1933-08-01
Founding Day of the Communist Party of China|CN|1920|1921-07-01
Hangul Day|KR|1944|1945-10-09
Children's Day|KR|1945|1946-05-05
Defender of the Fatherland Day|RU|1921|1922-02-23
Independence Day|US|1775|1776-07-04
"""

KEPT = """
founding anniversary of the WPK|76|2024-10-08|2021-10-10
founding anniversary of the DPRK|75|2024-10-08|2023-09-09
founding anniversary of the Korean People's Army|75|2024-10-08|2023-02-08
founding anniversary of the Korean People's Army|75|2007-04-01|2007-04-25
founding anniversary of the KPRA|90|2022-04-01|2022-04-25
birthday of Kim Il Sung|110|2024-10-08|2022-04-15
death anniversary of Kim Jong Il|10|2024-10-08|2021-12-17
armistice anniversary|70|2024-10-08|2023-07-27
당 창건|79|2024-10-08|2024-10-10
"""

YEARS = (1954, 1966, 1978, 1988, 1997, 2004, 2012, 2013, 2016, 2024, 2027, 2040)

COMPUTED = """
Lunar New Year|KP|02-04 01-22 02-07 02-18 02-08 01-22 01-23 02-10 02-08 02-10 02-07 02-12
설|KP|02-04 01-22 02-07 02-18 02-08 01-22 01-23 02-10 02-08 02-10 02-07 02-12
First Full Moon Day|KP|02-18 02-05 02-21 03-03 02-22 02-05 02-06 02-24 02-22 02-24 02-21 02-26
Dano|KP|06-05 06-23 06-10 06-18 06-09 06-22 06-24 06-13 06-09 06-10 06-09 06-14
Chuseok|KP|09-11 09-29 09-17 09-25 09-16 09-28 09-30 09-19 09-15 09-17 09-15 09-21
추석|KR|09-11 09-29 09-17 09-25 09-16 09-28 09-30 09-19 09-15 09-17 09-15 09-21
Lunar New Year|CN|02-03 01-21 02-07 02-17 02-07 01-22 01-23 02-10 02-08 02-10 02-06 02-12
Mid-Autumn Festival|CN|09-11 09-29 09-17 09-25 09-16 09-28 09-30 09-19 09-15 09-17 09-15 09-20
한식|KP|04-06 04-06 04-06 04-05 04-05 04-05 04-05 04-05 04-05 04-05 04-06 04-05
청명|KP|04-05 04-05 04-05 04-04 04-05 04-04 04-04 04-05 04-04 04-04 04-05 04-04
동짓날|KP|12-22 12-22 12-22 12-22 12-22 12-21 12-21 12-22 12-21 12-21 12-22 12-21
"""
"""New moons and solar longitudes by PyEphem for UTC+9 (Korea) and UTC+8 (China): not what the seeds were made with."""

ABROAD = """
Victory Day|RU|2024-05-09
Victory Day|CN|2015-09-03
National Day|CN|2024-10-01
Constitution Day|KR|2024-07-17
Armed Forces Day|KR|2024-10-01
Liberation Day|KR|2024-08-15
Foundation Day|KR|2024-10-03
Children's Day|KR|2024-05-05
Memorial Day|KR|2024-06-06
Memorial Day|US|2024-05-27
Independence Day|US|2024-07-04
Buddha's Birthday|KR|2024-05-15
"""

MEETINGS = [
    (("kp-party-congress", 5), "1970-11-02", "1970-11-13"),
    (("kp-party-congress", 6), "1980-10-10", "1980-10-14"),
    (("kp-party-congress", 7), "2016-05-06", "2016-05-09"),
    (("kp-party-congress", 8), "2021-01-05", "2021-01-12"),
    (("kp-party-congress", 9), "2026-02-19", "2026-02-25"),
    (("kp-party-conference", 4), "2012-04-11", "2012-04-11"),
    (("kp-plenary", 7, 5), "2019-12-28", "2019-12-31"),
    (("kp-plenary", 8, 9), "2023-12-26", "2023-12-30"),
    (("kp-spa-session", 14, 10), "2024-01-15", "2024-01-15"),
]

BATTLES = [
    ("100-day battle", "2004-01-01", "1980-01-01"),
    ("100-day battle", "2005-08-01", "2005-07-03"),
    ("100일 전투", "2010-01-01", "2009-09-23"),
    ("70-day battle", "2000-01-01", "1974-10-01"),
    ("70일전투", "2016-03-01", "2016-02-23"),
    ("200일 전투", "2016-07-01", "2016-06-01"),
    ("150-day battle", "2020-01-01", "2009-04-20"),
    ("80일 전투", "2021-01-01", "2020-10-12"),
]


def rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().splitlines()]


def in_year(name: str, year: int, country: str = "") -> date | None:
    found = CALENDAR.named(name, country).within(date(year, 1, 1), date(year, 12, 31))
    return found[0] if found else None


@pytest.mark.parametrize(("name", "day", "years"), rows(FIXED), ids=lambda cell: cell)
def test_a_fixed_day_by_its_names(name: str, day: str, years: str) -> None:
    for year in years.split():
        assert in_year(name, int(year)) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(("name", "days"), rows(MOVED), ids=lambda cell: cell)
def test_a_day_that_was_moved(name: str, days: str) -> None:
    for day in map(date.fromisoformat, days.split()):
        assert in_year(name, day.year) == day


@pytest.mark.parametrize(("name", "year", "first"), rows(BORN), ids=lambda cell: cell)
def test_a_day_of_this_country_is_not_there_before_what_it_remembers(name: str, year: str, first: str) -> None:
    assert in_year(name, int(year), "KP") is None
    assert in_year(name, int(year) + 1, "KP") == date.fromisoformat(first)


@pytest.mark.parametrize(("name", "country", "year", "first"), rows(ABROAD_SINCE), ids=lambda cell: cell)
def test_nor_is_one_of_another(name: str, country: str, year: str, first: str) -> None:
    assert in_year(name, int(year), country) is None
    assert in_year(name, int(year) + 1, country) == date.fromisoformat(first)


@pytest.mark.parametrize(("name", "number", "now", "found"), rows(KEPT), ids=lambda cell: cell)
def test_the_nth_anniversary_is_so_many_years_after_what_it_remembers(
    name: str, number: str, now: str, found: str
) -> None:
    days = CALENDAR.named(name).anniversary(int(number), date.fromisoformat(now))
    assert days
    assert days[0] == date.fromisoformat(found)


@pytest.mark.parametrize(("name", "country", "days"), rows(COMPUTED), ids=lambda cell: cell[:24])
def test_days_of_the_moon_and_the_sun_against_a_second_computation(name: str, country: str, days: str) -> None:
    for year, day in zip(YEARS, days.split(), strict=True):
        assert in_year(name, year, country) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize("name", ["Lunar New Year", "Chuseok", "First Full Moon Day", "Dano", "Hansik", "Chongmyong"])
def test_the_tables_have_every_year(name: str) -> None:
    assert [year for year in range(1945, 2051) if in_year(name, year) is None] == []


@pytest.mark.parametrize(("name", "country", "day"), rows(ABROAD), ids=lambda cell: cell)
def test_the_day_of_a_country_that_is_named(name: str, country: str, day: str) -> None:
    assert in_year(name, int(day[:4]), country) == date.fromisoformat(day)


@pytest.mark.parametrize(("key", "first", "last"), MEETINGS)
def test_a_meeting_by_its_number(key: tuple[str, int], first: str, last: str) -> None:
    found = CALENDAR.numbered(*key)
    assert found
    assert found.only == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("name", "at", "began"), BATTLES)
def test_of_battles_with_one_name_the_last_that_had_begun(name: str, at: str, began: str) -> None:
    found = CALENDAR.named(name).before(date.fromisoformat(at))
    assert found
    assert found[0] == date.fromisoformat(began)


def test_meetings_stand_in_order_and_do_not_overlap() -> None:
    for series, terms in (
        ("kp-party-congress", ((),)),
        ("kp-plenary", ((7,), (8,))),
        ("kp-spa-session", ((13,), (14,))),
    ):
        held = [
            found.only
            for term in terms
            for number in range(1, 20)
            if (found := CALENDAR.numbered(series, *term, number)) and found.only
        ]
        assert len(held) > 8
        assert all(one[0] <= one[1] < other[0] for one, other in pairwise(held))


@pytest.mark.parametrize("language", languages())
def test_names_with_a_class_of_their_own_are_names_and_their_classes_are_read(language: str) -> None:
    phrases = read_phrases(language)
    rows = phrases.get("day_names", ())
    patterns = " ".join(row["pattern"] for row in phrases["time_patterns"])
    assert {row["name"] for row in rows} <= {*CALENDAR.names, *CALENDAR.events}
    assert [name for row in rows for name in row["class"].split() if f"<{name}" not in patterns] == []
