"""What begins as it was typed: the same of both kinds of database, and an index range where there may be many."""

from collections.abc import Iterator, Sequence

import pytest

from incidents.store.query.beginning import coded, named, numbered, shared, tags
from incidents.store.query.connect import Reader


@pytest.mark.parametrize(
    ("noun", "words", "level", "codes"),
    [
        ("place", "qqqq", "", []),
        ("place", "qqqq", "region", []),
        ("place", "hyes", "county", ["KP-10.hyesan"]),
        ("place", "HYES", "county", ["KP-10.hyesan"]),
        ("place", "yanggang", "province", ["KP-10"]),
        ("place", "량", "province", ["KP-10"]),
        ("place", "unsan", "county", ["KP-02.unsan", "KP-03.unsan"]),
        ("institution", "bowibu", "", ["kp.mss"]),
        ("outlet", "radio free a", "", ["rfa"]),
    ],
)
def test_names(reader: Reader, noun: str, words: str, level: str, codes: list[str]) -> None:
    found = named(reader, noun, words, level=level)
    assert sorted({one.code for one in found}) == codes


def test_a_word_is_found_where_no_name_begins_so(reader: Reader) -> None:
    assert {one.code for one in named(reader, "outlet", "free asia")} == {"rfa"}


def test_the_followed_country_stands_first(reader: Reader) -> None:
    countries = [one.code.startswith("KP") for one in named(reader, "place", "pak")]
    assert countries == sorted(countries, reverse=True)
    assert True in countries
    assert False in countries


def test_what_namesakes_share(reader: Reader) -> None:
    assert shared(reader, "place", ["Unsan", "Hyesan"]) == {"unsan"}
    assert shared(reader, "place", ["Hyesan"], "province") == set()


def test_codes(reader: Reader) -> None:
    assert {one.code for one in coded(reader, "place", "kp-10", "province")} == {"KP-10"}
    assert {one.code for one in coded(reader, "place", "kp-10.hyes", "county")} == {"KP-10.hyesan"}


def test_numbers(reader: Reader) -> None:
    assert [row[0] for row in numbered(reader, "incident", "", 3)] == [6, 7, 8]
    assert numbered(reader, "incident", "8", 3) == [(8, "The assessed one")]
    assert [row[0] for row in numbered(reader, "withdrawn", "", 9)] == [9]
    assert numbered(reader, "incident", "9", 9) == []
    assert numbered(reader, "incident", "0" * 30, 9) == []
    assert numbered(reader, "incident", "8" * 30, 9) == []
    assert numbered(reader, "change", "1", 2)[0][1]


def test_tags(reader: Reader) -> None:
    assert tags(reader, "da") == ["day"]
    assert tags(reader, "x") == []
    assert "day" in tags(reader, "")
    assert tags(reader, "") == sorted(set(tags(reader, "")))


@pytest.mark.parametrize("subject", ["incident", "withdrawn", "proposal", "report"])
def test_numbers_are_ranges_of_the_key(reader: Reader, subject: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if reader.dialect != "sqlite":
        pytest.skip("the plan of PostgreSQL depends on how much is in the tables")
    plans: list[str] = []
    asked = reader.rows

    def explained(sql: str, params: Sequence[object] = ()) -> Iterator[tuple[object, ...]]:
        plans.extend(row[3] for row in asked(f"EXPLAIN QUERY PLAN {sql}", params))
        return iter(())

    monkeypatch.setattr(reader, "rows", explained)
    assert numbered(reader, subject, "12", 5) == []
    assert plans
    assert not [step for step in plans if step.startswith("SCAN") or "B-TREE" in step], plans
