"""`--since` and `--until`: the small reader, and words that count from today."""

import subprocess
import sys
from datetime import UTC, date, datetime
from datetime import time as clock
from time import tzset

import pytest

from incidents.cli.days import first_day, last_day, loose, point
from incidents.cli.typed import since
from incidents.errors import UsageProblem
from tests.cli.conftest import Program

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(since, "now", lambda: datetime.combine(TODAY, clock(12), UTC))


@pytest.mark.parametrize("text", ["2016", "2016-05", "2016-05-06", "2016-21", "201X", "../2016", "2016-05/2016-06", ""])
def test_edtf_is_left_alone(text: str) -> None:
    assert loose(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("Feb 30", "last May", "soon", "3/4/2016", "1 2 May 2016", "May 2016 to 2017", "mid 2016"),
        *("../May 2016", "May 2016/..", "~May 2016", "2016년 May 이전", "$5 May 2016", "2016.5/6"),
    ],
)
def test_what_the_small_reader_does_not_know_is_left_alone(text: str) -> None:
    assert loose(text) == text


REFUSED = [
    ("soon", "--since 'soon' is no date; write 2019, 2019-05, "),
    ("now", "--since 'now' is no date; write "),
    ("1 2 May 2016", "--since '1 2 May 2016' is no date; write "),
    ("요즘", "--since '요즘' is no date; write "),
    ("2019-13", "--since '2019-13' is no date (there is no month 13); write "),
    ("2016-17", "--since '2016-17' is no date (there is no month 17); write "),
    ("2016-05-02T10:00", "has a time of day: a date goes no finer than the day (2016-05-02)); write "),
    ("31 June 2016", "--since '31 June 2016' is no date ('2016-06-31' is no day of the calendar); write "),
    ("[2016,2017]", "is a set or list of dates: write the span that holds them"),
    ("6/3/2016", "--since “6/3/2016” has two readings, 2016-03-06 or 2016-06-03: write the one that is meant"),
    ("Feb 30", "--since “Feb 30” does not exist: the calendar has no such day; write "),
    ("the next day", "--since “the next day” has no date: nothing dated stands before it to count from; write "),
    ("by 2016", "--since “by 2016” is by 31 Dec 2016: open at the end that it is for"),
    ("../2016", "--since '../2016' is open at the end that it is for; write "),
    ("undated", "--since “undated” names no day"),
    ("", "--since is empty; write "),
    (" ", "--since is empty; write "),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_is_no_date_is_refused_with_a_way_out(text: str, reason: str) -> None:
    with pytest.raises(UsageProblem) as refused:
        first_day("--since", text)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-3", "2016-03-01", "2016-03-31"),
        ("2016-3-6", "2016-03-06", "2016-03-06"),
        ("2016.03.06", "2016-03-06", "2016-03-06"),
        ("2016/3/6", "2016-03-06", "2016-03-06"),
        ("1 January 2016", "2016-01-01", "2016-01-01"),
        ("1st of January, 2016", "2016-01-01", "2016-01-01"),
        ("January 1, 2016", "2016-01-01", "2016-01-01"),
        ("Jan 2016", "2016-01-01", "2016-01-31"),
        ("2016 Jan.", "2016-01-01", "2016-01-31"),
        ("SEPT 2016", "2016-09-01", "2016-09-30"),
        ("early January 2016", "2016-01-01", "2016-01-10"),
        ("mid-Jan 2016", "2016-01-11", "2016-01-20"),
        ("late Feb 2016", "2016-02-21", "2016-02-29"),
        ("spring 2016", "2016-03-01", "2016-05-31"),
        ("2016-33", "2016-01-01", "2016-03-31"),
        ("199X", "1990-01-01", "1999-12-31"),
    ],
)
def test_loose_forms_say_nothing(text: str, first: str, last: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert (first_day("--since", text), last_day("--until", text)) == (first, last)
    assert capsys.readouterr() == ("", "")


WORDS = [
    ("last month", "2026-10-01", "2026-10-31", ", counted from today"),
    ("yesterday", "2026-11-21", "2026-11-21", ", counted from today"),
    ("last October", "2026-10-01", "2026-10-31", ", counted from today"),
    ("last May", "2026-05-01", "2026-05-31", ", counted from today"),
    ("Tuesday", "2026-11-17", "2026-11-17", ", counted from today"),
    ("three weeks ago", "2026-10-26", "2026-11-01", ", counted from today"),
    ("Day of the Sun 2016", "2016-04-15", "2016-04-15", ""),
    ("mid 2016", "2016-05-01", "2016-08-31", ""),
    ("Q3 2014", "2014-07-01", "2014-09-30", ""),
    ("May 2016 to 2017", "2016-05-01", "2017-12-31", ""),
    ("지난달", "2026-10-01", "2026-10-31", ", counted from today"),
    ("2016년 3월", "2016-03-01", "2016-03-31", ""),
]


@pytest.mark.parametrize(("text", "first", "last", "counted"), WORDS)
def test_words_count_from_today_and_what_they_are_is_said(
    text: str, first: str, last: str, counted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (first_day("--since", text), last_day("--until", text)) == (first, last)
    said = capsys.readouterr().err.splitlines()
    assert [one.partition(" is ")[0] for one in said] == [f"--since “{text}”", f"--until “{text}”"]
    assert all(one.endswith(counted) and ("counted" in one) == bool(counted) for one in said)


def test_the_day_is_said_in_one_line_beside_the_list(stocked: Program) -> None:
    told = stocked("list", "--since", "last month", "--until", "next year")
    assert told.stderr.startswith(
        "--since “last month” is 1 Oct 2026, counted from today\n"
        "--until “next year” is 31 Dec 2027, counted from today\n0 of "
    )


def test_a_window_of_words_that_runs_backwards_is_refused(stocked: Program) -> None:
    assert "--since last month is after --until last year" in stocked.said(
        "list", "--since", "last month", "--until", "last year", code=2
    )


@pytest.mark.parametrize("command", [("history",), ("report", "list")])
def test_words_are_read_wherever_days_are_asked_for(stocked: Program, command: tuple[str, ...]) -> None:
    assert "--since “yesterday” is 21 Nov 2026, counted from today" in stocked.said(*command, "--since", "yesterday")


@pytest.mark.parametrize(
    ("hour", "zone", "here"), [(23, "Asia/Seoul", "23 Nov"), (1, "America/New_York", "21 Nov"), (12, "UTC", "22 Nov")]
)
def test_history_counts_from_the_day_in_utc_as_its_times_are(
    stocked: Program, monkeypatch: pytest.MonkeyPatch, hour: int, zone: str, here: str
) -> None:
    monkeypatch.setattr(since, "now", lambda: datetime.combine(TODAY, clock(hour), UTC))
    monkeypatch.setenv("TZ", zone)
    tzset()
    told, listed = (stocked.said(*command, "--since", "today") for command in (("history",), ("report", "list")))
    recorded = stocked.said("list", "--recorded-since", "today")
    monkeypatch.undo()
    tzset()
    assert "--since “today” is 22 Nov 2026, counted from today (UTC)" in told
    assert "--recorded-since “today” is 22 Nov 2026, counted from today (UTC)" in recorded
    assert f"--since “today” is {here} 2026, counted from today\n" in listed


LIGHT = """
import sys
from incidents.cli.days import first_day
for text in ("2019-05", "31 May 2019", "mid-Jan 2016", "spring 2016", "201X", "2019-13"):
    try:
        first_day("--since", text)
    except Exception:
        assert text == "2019-13"
heavy = "incidents.extract", "incidents.lexicon", "incidents.actions"
print(*(name for name in sys.modules if name.startswith(heavy)))
"""


def test_dates_load_no_lexicon() -> None:
    loaded = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


@pytest.mark.parametrize(("text", "edtf"), [("4 Feb 2025", "2025-02-04"), ("Feb 2025", "2025-02"), ("2025~", "2025~")])
def test_a_point_is_no_finer_than_it_was_given(text: str, edtf: str) -> None:
    assert point("--said-on", text) == edtf


@pytest.mark.parametrize("text", ["yesterday", "last month", "지난달", "../2016", "30 February 2016"])
def test_a_point_of_a_record_never_counts_from_today(text: str) -> None:
    with pytest.raises(UsageProblem, match=r"--said-on .*; write 2019, .* or “31 May 2019”$"):
        point("--said-on", text)


@pytest.mark.parametrize(
    "words", [("list", "--since", ""), ("history", "--since", ""), ("report", "list", "--until", "")]
)
def test_an_empty_day_is_refused(stocked: Program, words: tuple[str, ...]) -> None:
    assert "is empty" in stocked.said(*words, code=2)


def test_an_empty_date_is_no_undated_incident(stocked: Program) -> None:
    words = ("add", "--title", "Rice was sold", "--type", "market", "--place", "Hyesan", "--date", "")
    assert "the date is empty; write `undated`" in stocked.said(*words, code=2)
