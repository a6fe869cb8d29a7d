"""Which incidents a filter gives, on both databases: the window rules of codebook section 3 first."""

import pytest

from incidents.model.filter import Filter
from incidents.store.query import chronology, counts
from incidents.store.query.connect import Reader
from incidents.store.query.search import expanded

ALL = "assessed month day third open-start open-end undated bare"
"""In the order of the chronology; `bare` has no date and no report."""


def tags(reader: Reader, chosen: Filter) -> str:
    ids = chronology.identities(reader, chosen)
    assert chronology.count(reader, chosen._replace(limit=None)) >= len(ids)
    return " ".join(row[0] for row in chronology.rows(reader, ("tags",), ids))


WINDOWS = [
    ("overlap", "", "", ALL),
    ("overlap", "2013-12-12", "2013-12-12", "assessed"),
    ("overlap", "2015-10-31", "2016-01-01", "month day"),
    ("overlap", "2015-11-01", "2015-12-31", ""),
    ("overlap", "2016-03-31", "2016-12-31", "third"),
    # an open start counts only by its latest day
    ("overlap", "2019-01-01", "2019-12-31", ""),
    ("overlap", "2020-12-31", "2021-01-01", "open-start"),
    # an open end reaches the last report of it
    ("overlap", "2024-04-02", "2024-12-31", "open-end"),
    ("overlap", "2024-04-03", "2024-12-31", ""),
    # an undated one is found by the day of its first report
    ("overlap", "2025-02-06", "2025-02-06", "undated"),
    ("overlap", "2025-02-07", "", "bare"),
    ("overlap", "", "2015-10-01", "assessed month"),
    # certain: wholly inside, undated never
    ("certain", "", "", "assessed month day third open-start open-end"),
    ("certain", "2015-10-01", "2015-10-31", "month"),
    ("certain", "2015-10-02", "2015-10-31", ""),
    ("certain", "2015-10-01", "2015-10-30", ""),
    ("certain", "2016-01-01", "2025-12-31", "day third"),
    ("certain", "2016-01-01", "", "day third open-end"),
    ("certain", "", "2020-12-31", "assessed month day third open-start"),
    # possible: any overlap, open ends unbounded, undated always
    ("possible", "2019-01-01", "2019-12-31", "open-start undated bare"),
    ("possible", "2021-01-01", "2021-12-31", "undated bare"),
    ("possible", "2030-01-01", "", "open-end undated bare"),
    ("possible", "2016-03-31", "2016-03-31", "third open-start undated bare"),
]


@pytest.mark.parametrize(("window", "since", "until", "expected"), WINDOWS)
def test_window(reader: Reader, window: str, since: str, until: str, expected: str) -> None:
    assert tags(reader, Filter(window=window, since=since, until=until)) == expected


@pytest.mark.parametrize(("window", "since", "until", "expected"), WINDOWS)
def test_window_with_a_place(reader: Reader, window: str, since: str, until: str, expected: str) -> None:
    """The same rules hold where another index drives the query."""
    chosen = Filter(places=("KP", "RU"), window=window, since=since, until=until)
    assert tags(reader, chosen) == " ".join(tag for tag in expected.split() if tag != "bare")


FILTERS = [
    # a place takes all below it, also by former and usual parents
    ({"places": ("KP",)}, "assessed month day third open-start undated"),
    ({"places": ("KP-10.hyesan",)}, "month"),
    ({"provinces": ("KP-10",)}, "month day"),
    ({"provinces": ("KP-14",)}, "third undated"),
    ({"provinces": ("KP-02",)}, "third undated"),
    ({"provinces": ("RU-IRK",)}, "open-end"),
    # a second place of an incident counts too, and an incident of two places once
    ({"provinces": ("KP-09",)}, "month"),
    ({"provinces": ("KP-09", "KP-10")}, "month day"),
    ({"provinces": ("KP-10",), "places": ("KP-09",)}, "month"),
    ({"provinces": ("KP-13",)}, ""),
    # an institution takes all below it
    ({"institutions": ("kp.wpk",)}, "undated"),
    ({"institutions": ("kp.wpk.cc", "kp.mss")}, "day undated"),
    ({"institutions": ("kp.mss",), "places": ("KP-10",)}, "day"),
    ({"institutions": ("kp.mss",), "places": ("KP-14",)}, ""),
    ({"types": ("order",)}, "month open-end"),
    ({"types": ("order", "arrest")}, "month third open-end"),
    ({"families": ("control",)}, "assessed month third open-end"),
    ({"families": ("control",), "provinces": ("KP-01", "KP-10")}, "assessed month"),
    ({"statuses": ("planned", "ongoing")}, "open-start open-end"),
    ({"kinds": ("aggregate",)}, "third"),
    ({"verification": ("unverified",)}, "month third bare"),
    ({"at_least": "unverified"}, ALL),
    ({"at_least": "multiple-source"}, "assessed"),
    ({"at_least": "confirmed"}, "assessed"),
    ({"disputed": True}, "undated"),
    ({"reviewed": True}, "assessed day third open-start open-end undated bare"),
    ({"source_types": ("media",)}, "day"),
    ({"source_types": ("resident",)}, "day open-start open-end undated"),
    ({"outlets": ("one-free-korea",)}, "day"),
    ({"outlets": ("rfa",)}, "day open-start undated"),
    ({"outlets": ("rfa", "daily-nk")}, "day open-start open-end undated"),
    ({"tags": ("day", "bare")}, "day bare"),
    ({"tags": ("Day",)}, ""),
    ({"by": "anna"}, "day"),
    ({"by": "nobody"}, ""),
    ({"recorded_since": "2020-01-01"}, ALL),
    ({"recorded_since": "2999-01-01"}, ""),
    ({"text": "leaflets leader"}, "day"),
    ({"text": "GUARD told"}, "day open-start"),
    ({"text": "삐라"}, "day"),
    ({"text": "nothing-of-the-kind"}, ""),
    ({"text": "'\" ; --"}, ""),
    ({"withdrawn": True}, "gone"),
    ({"withdrawn": True, "provinces": ("KP-10",)}, "gone"),
    ({"withdrawn": True, "provinces": ("KP-09",)}, ""),
    ({"withdrawn": True, "types": ("arrest",), "families": ("control",)}, "gone"),
    ({"withdrawn": True, "institutions": ("kp",)}, ""),
    ({"withdrawn": True, "since": "2016-01-02"}, ""),
    ({"provinces": ("KP-10",), "types": ("order",), "until": "2015-10-31", "statuses": ("occurred",)}, "month"),
]


@pytest.mark.parametrize(("given", "expected"), FILTERS, ids=lambda value: str(value)[:50])
def test_filter(reader: Reader, given: dict[str, object], expected: str) -> None:
    assert tags(reader, Filter(**given)) == expected  # type: ignore[arg-type]


SORTS = [
    ("date", None, ALL),
    ("-date", None, " ".join(reversed(ALL.split()))),
    ("date", 2, "undated bare"),
    ("-date", 2, "bare undated"),
    ("id", 3, "undated bare assessed"),
    ("-id", 2, "assessed bare"),
    ("recorded", 1, "assessed"),
    ("-recorded", None, "assessed bare undated open-end open-start third month day"),
    ("level", 1, "assessed"),
    ("-level", 1, "assessed"),
    ("date", 100, ALL),
]


@pytest.mark.parametrize(("sort", "limit", "expected"), SORTS)
def test_order_and_limit(reader: Reader, sort: str, limit: int | None, expected: str) -> None:
    assert tags(reader, Filter(sort=sort, limit=limit)) == expected


def test_every_sort_of_the_query_is_tested() -> None:
    assert set(chronology.SORTS) == {sort for sort, _, _ in SORTS}


def test_counts(reader: Reader) -> None:
    assert chronology.count(reader, Filter()) == 8
    assert chronology.count(reader, Filter(limit=1)) == 8
    assert chronology.undated(reader) == 2
    assert counts.waiting(reader) == 0


def test_matched_by_names_former_and_usual_parents_only(reader: Reader) -> None:
    ids = chronology.identities(reader, Filter(places=("KP-02",)))
    assert set(chronology.matched_by(reader, ("KP-02",), ids).values()) <= {
        "South Pyongan (former)",
        "South Pyongan (usage)",
    }
    assert len(chronology.matched_by(reader, ("KP-02",), ids)) == 2
    assert chronology.matched_by(reader, ("KP-14",), ids) == {}
    assert chronology.matched_by(reader, ("KP-02", "KP"), ids) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no Hangul", "no Hangul"),
        ("삐", "삐"),
        ("삐라", "삐라"),
        ("양강도 혜산", "양강 강도 혜산"),
        ("A양강도!", "A양강 강도!"),
    ],
)
def test_runs_of_hangul_become_bigrams(text: str, expected: str) -> None:
    assert expanded(text) == expected
