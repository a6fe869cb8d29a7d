"""`place` and `institution`: `unresolved`, `resolve`."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.cli.things import log, names

FIRST = (
    "A trader was arrested in Unsan on Feb. 4, a resident told us. Police raided a market in Hoengpo-ri on Feb. 3.\n"
)
SECOND = "Leaflets were found in Hoengpo-ri on Feb. 1, a resident of Ryanggang told us.\n"
THIRD = "A mine collapsed in Hoengpo-ri on Feb. 2, killing three, a source in Hyesan said.\n"
MSS = "On Feb. 4, the MSS arrested a trader in Hyesan, a resident of Ryanggang told us.\n"


@pytest.fixture
def read(copied: Program) -> Program:
    """The stocked database with three reports of which the proposals wait."""
    for text in (FIRST, SECOND, THIRD):
        copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=text)
    return copied


def unresolved(program: Program, noun: str = "place") -> dict[str, dict[str, Any]]:
    return {row["words"]: row for row in json.loads(program.out(noun, "unresolved", "--format", "json"))}


def numbers(row: dict[str, Any], column: str) -> list[int]:
    return [int(number) for number in row[column].split("; ")]


def proposal(program: Program, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(program.out("review", "--show", str(number), "--format", "jsonl"))
    return found


def open_in(program: Program, record: str) -> list[tuple[str, str]]:
    """The names that `show` says are open in a record."""
    shown = json.loads(program.out("show", record, "--format", "jsonl"))
    return [(one["field"], one["words"]) for one in shown["open_names"]]


def test_without_open_names_the_list_is_empty(copied: Program) -> None:
    assert copied.said("place", "unresolved") == "0 open names\n"
    assert copied.out("place", "unresolved", "--format", "csv") == (
        "words,uses,why,candidates,context,proposals,incidents,reports,spellings\n"
    )


def test_the_list_counts_each_name_and_shows_where_it_stands(read: Program) -> None:
    found = unresolved(read)
    assert list(found) == ["Hoengpo-ri", "Unsan"]
    one, two = found.values()
    assert (one["uses"], one["why"], one["candidates"], one["incidents"]) == (3, "nothing is called so", "", "")
    assert len(one["proposals"].split("; ")) == 3
    assert one["context"].endswith("Police raided a market in Hoengpo-ri on Feb. 3.")
    assert one["context"].startswith("…")
    assert (two["uses"], two["why"]) == (1, "several are called so")
    assert two["candidates"] == "KP-02.unsan; KP-03.unsan"
    assert read.said("place", "unresolved") == "2 open names; settle one: incidents place resolve\n"


def test_a_name_is_settled_wherever_it_is_open(read: Program) -> None:
    before, unsaid = unresolved(read), log(read)
    said = read.said("place", "resolve", "hoengpo-ri", "Hyesan", "--dry-run")
    assert said.splitlines()[-1] == (
        "would be resolved: Hoengpo-ri is Hyesan, Ryanggang, North Korea (KP-10.hyesan) "
        "in 3 proposals that wait, of 3 reports"
    )
    assert (unresolved(read), log(read)) == (before, unsaid)
    assert read("place", "resolve", "hoengpo-ri", "Hyesan", stdin="n\n").exit_code == 130
    assert log(read) == unsaid
    read.said("place", "resolve", "hoengpo-ri", "Hyesan", "--yes")
    assert list(unresolved(read)) == ["Unsan"]
    for number in map(int, before["Hoengpo-ri"]["proposals"].split("; ")):
        one = proposal(read, number)
        assert one["places"] == "KP-10.hyesan"
        assert "no place of that name" not in one["problems"]
        claims = [claim for e in one["proposal"]["incident"]["evidence"] for claim in e["claims"]]
        assert [claim["value"] for claim in claims if claim["field"] == "place"] == ["KP-10.hyesan"]
    assert "Hoengpo-ri" not in names(read, "place", "Hyesan")
    read.said("undo")
    assert unresolved(read) == before


def test_a_place_that_was_only_borrowed_gives_way(copied: Program) -> None:
    """The passage before lends Kimchaek; the village is somewhere else."""
    told = "Police in Kimchaek shot a smuggler on Jan. 22. Residents of Hwangtori village protested on Jan. 25.\n"
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=told)
    one = unresolved(copied)["Hwangtori village"]
    (number,) = numbers(one, "proposals")
    before = proposal(copied, number)
    assert before["places"] == "KP-09.kimchaek"
    assert "passages around" in before["problems"]
    copied.said("place", "resolve", "Hwangtori village", "Hyesan")
    after = proposal(copied, number)
    assert (after["places"], "passages around" in after["problems"]) == ("KP-10.hyesan", False)
    copied.said("undo")
    assert proposal(copied, number) == before


@pytest.mark.parametrize("words", ["hoengpo", "hoengpori", "Hoengpo ri"])
def test_an_open_name_is_found_however_the_word_for_what_it_is_stands(read: Program, words: str) -> None:
    said = read.said("place", "resolve", words, "Hyesan", "--dry-run")
    assert said.splitlines()[-1].startswith("would be resolved: Hoengpo-ri is Hyesan,")
    assert "did you mean 'Hoengpo-ri'?" in read.said("place", "resolve", "oengp", "Hyesan", code=4)


def test_before_it_asks_each_report_is_shown_with_what_stands_around_the_name(read: Program) -> None:
    first, second, third = numbers(unresolved(read)["Hoengpo-ri"], "reports")
    said = read.said("place", "resolve", "Hoengpo-ri", "Hyesan", stdin="n\n", code=130).splitlines()
    told = [f"report {number} (Radio Free Asia, 2025-02-06): " for number in (first, second, third)]
    assert [line[: len(head)] for line, head in zip(said, told, strict=False)] == told
    assert said[0].endswith("a resident told us. Police raided a market in Hoengpo-ri on Feb. 3.")
    assert "Leaflets were found in Hoengpo-ri on Feb. 1" in said[1]
    assert "A mine collapsed in Hoengpo-ri on Feb. 2" in said[2]
    assert f"in 3 proposals that wait, of 3 reports (--report {first} settles that one alone)" in said[3]


def test_a_name_can_be_settled_report_by_report(read: Program) -> None:
    first, second, third = numbers(unresolved(read)["Hoengpo-ri"], "reports")
    waiting = dict(zip((first, second, third), numbers(unresolved(read)["Hoengpo-ri"], "proposals"), strict=True))
    read.said("place", "resolve", "Hoengpo-ri", "Hyesan", "--report", str(second))
    assert numbers(unresolved(read)["Hoengpo-ri"], "reports") == [first, third]
    read.said("place", "resolve", "Hoengpo-ri", "Samsu", "--report", str(first), "--report", str(third), "--yes")
    assert "Hoengpo-ri" not in unresolved(read)
    placed = {report: proposal(read, number)["places"] for report, number in waiting.items()}
    assert placed == {first: "KP-10.samsu", second: "KP-10.hyesan", third: "KP-10.samsu"}


def test_spellings_of_one_name_are_settled_together(read: Program) -> None:
    for text in (SECOND.replace("Hoengpo-ri", "Hoengpo"), FIRST.replace("Unsan", "UNSAN county")):
        read("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=text.replace("Feb. 3", "Feb. 5"))
    before = unresolved(read)
    assert before["Unsan"]["spellings"] == "Unsan; UNSAN county"
    said = read.said("place", "resolve", "UNSAN county", "KP-03.unsan", "--alias", "--yes")
    assert said.startswith("resolved: Unsan or UNSAN county is Unsan, North Pyongan, North Korea (KP-03.unsan) in 2 ")
    assert "Unsan" not in unresolved(read)
    assert names(read, "place", "KP-03.unsan")["UNSAN county"] == ("alias", "", "")
    read.said("undo")
    assert unresolved(read) == before


def test_an_abbreviation_of_two_is_open_until_it_is_said_which(copied: Program) -> None:
    clear = "The Ministry of State Security (MSS) arrested a trader in Hyesan on Feb. 4, a resident told us.\n"
    copied("ingest", "-", "--published", "2025-02-06", stdin=clear)
    assert copied.said("institution", "unresolved") == "0 open names\n"
    for text in (MSS, MSS.replace("Feb. 4", "Feb. 5")):
        copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=text)
    before = unresolved(copied, "institution")
    one = before["MSS"]
    assert (one["uses"], one["why"], one["candidates"]) == (2, "several are called so", "kp.mps; kp.mss")
    first, second = numbers(one, "reports")
    own, other = numbers(one, "proposals")
    assert proposal(copied, own)["institutions"] == ""
    assert "unresolved" not in copied.said("place", "unresolved")
    question = copied.said("institution", "resolve", "mss", "kp.mss", stdin="n\n", code=130)
    assert f"report {second} (Radio Free Asia, 2025-02-06): On Feb. 5" in question
    assert unresolved(copied, "institution") == before
    copied.said("institution", "resolve", "mss", "kp.mss", "--role", "actor", "--report", str(first))
    assert unresolved(copied, "institution")["MSS"]["proposals"] == str(other)
    settled = proposal(copied, own)
    assert settled["institutions"] == "kp.mss"
    assert "several institutions" not in settled["problems"]
    assert settled["proposal"]["incident"]["institutions"] == [{"institution": "kp.mss", "role": "actor"}]
    claims = [claim for e in settled["proposal"]["incident"]["evidence"] for claim in e["claims"]]
    assert [claim["value"] for claim in claims if claim["field"] == "institution"] == ["kp.mss"]
    copied.said("undo")
    assert unresolved(copied, "institution") == before


def test_what_only_looks_like_an_institution_is_open_until_it_is_said_what_it_is(copied: Program) -> None:
    for day in (4, 5):
        told = f"On Feb. {day}, the Hoengpo Tractor Factory in Hyesan dismissed 20 workers, a resident told us.\n"
        copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=told)
    before = unresolved(copied, "institution")
    one = before["Hoengpo Tractor Factory"]
    assert (one["uses"], one["why"], one["candidates"]) == (2, "nothing is called so", "")
    first, second = numbers(one, "proposals")
    assert "Hoengpo Tractor Factory" not in unresolved(copied)
    role = proposal(copied, first)["proposal"]["incident"]["institutions"][0]["role"]
    copied.said("institution", "add", "Hyesan Tractor Works", "--kind", "enterprise", "--place", "Hyesan")
    copied.said("institution", "resolve", "hoengpo tractor factory", "Hyesan Tractor Works", "--alias", "--yes")
    assert unresolved(copied, "institution") == {}
    for number in (first, second):
        settled = proposal(copied, number)["proposal"]
        assert settled["incident"]["institutions"] == [{"institution": "hyesan-tractor-works", "role": role}]
        assert "institutions" not in settled
        claims = [claim for e in settled["incident"]["evidence"] for claim in e["claims"]]
        assert {claim["value"] for claim in claims if claim["field"] == "institution"} == {"hyesan-tractor-works"}
    copied.said("review", "--accept", str(first))
    assert len(json.loads(copied.out("list", "--institution", "Hoengpo Tractor Factory", "--format", "json"))) == 1
    for _ in range(2):
        copied.said("undo")
    assert unresolved(copied, "institution")["Hoengpo Tractor Factory"]["uses"] == 2


def test_what_is_told_of_as_the_mine_is_open_under_its_name(copied: Program) -> None:
    told = "Workers at the Songdok Coal Mine staged a strike on Jan. 28. The mine dismissed two men on Jan. 30.\n"
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=told)
    assert {name: one["uses"] for name, one in unresolved(copied, "institution").items()} == {"Songdok Coal Mine": 2}


def test_what_a_record_brought_is_open_no_more(copied: Program) -> None:
    told = "On Feb. 4, the Hoengpo Tractor Factory in Hyesan dismissed 20 workers, a resident told us.\n"
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=told)
    copied.said("review", "--accept", unresolved(copied, "institution")["Hoengpo Tractor Factory"]["proposals"])
    assert unresolved(copied, "institution") == {}


def test_a_record_with_an_open_institution_is_settled_too(copied: Program) -> None:
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=MSS)
    copied.said("review", "--accept", unresolved(copied, "institution")["MSS"]["proposals"])
    record = unresolved(copied, "institution")["MSS"]["incidents"]
    copied.said("institution", "resolve", "MSS", "Ministry of Social Security")
    assert copied.said("institution", "unresolved") == "0 open names\n"
    (row,) = json.loads(copied.out("list", "--institution", "kp.mps", "--outlet", "RFA", "--format", "json"))
    assert str(row["id"]) == record
    assert row["institutions"] == "Ministry of Social Security"


def test_a_name_that_is_open_is_never_accepted_unseen(copied: Program) -> None:
    copied.said("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", "--accept", "clear", stdin=MSS)
    assert unresolved(copied, "institution")["MSS"]["incidents"] == ""


def test_what_was_added_since_is_named(read: Program) -> None:
    read.said("place", "add", "Hoengpo", "--kind", "ri", "--under", "Samsu", "--alias", "Hoengpo-ri")
    one = unresolved(read)["Hoengpo-ri"]
    assert (one["why"], one["candidates"]) == ("something is called so", "KP-10.samsu.hoengpo")
    read.said("place", "resolve", "Hoengpo-ri", "Hoengpo-ri", "--yes")
    assert list(unresolved(read)) == ["Unsan"]


def test_with_an_alias_later_reports_are_read_so(read: Program) -> None:
    read.said("place", "resolve", "Hoengpo-ri", "Hyesan", "--alias", "--yes")
    assert names(read, "place", "Hyesan")["Hoengpo-ri"] == ("alias", "", "")
    later = "Two officials were arrested in Hoengpo-ri on Feb. 5, a resident told us.\n"
    read("ingest", "-", "--published", "2025-02-07", stdin=later)
    last = json.loads(read.out("review", "--list", "--format", "json"))[-1]["id"]
    assert proposal(read, last)["places"] == "KP-10.hyesan"
    assert list(unresolved(read)) == ["Unsan"]


def test_records_that_were_accepted_with_an_open_name_are_settled_too(read: Program) -> None:
    numbers = unresolved(read)["Unsan"]["proposals"]
    read.said("review", "--accept", numbers)
    record = unresolved(read)["Unsan"]["incidents"]
    assert (record, unresolved(read)["Unsan"]["proposals"]) == ("10", "")
    assert "open        place “Unsan”: incidents place resolve Unsan PLACE\n" in read.out("show", record)
    assert open_in(read, record) == [("place", "Unsan")]
    read.said("place", "resolve", "Unsan", "Unsan, North Pyongan")
    assert "Unsan" not in unresolved(read)
    assert open_in(read, record) == []
    shown = json.loads(read.out("show", record, "--format", "jsonl"))
    assert (shown["place_code"], shown["precision"]) == ("KP-03.unsan", "county")
    read.said("undo")
    assert unresolved(read)["Unsan"]["incidents"] == "10"
    read.said("edit", record, "--place", "Hyesan")
    assert "Unsan" not in unresolved(read)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("Hyesan", "Hyesan"), 4, "no name 'Hyesan' is open; incidents place unresolved lists those that are"),
        (("Hoengpo-ri", "Atlantis"), 4, "there is no place 'Atlantis'"),
        (("Hoengpo-ri", "Unsan"), 2, "'Unsan' can be several"),
        ((" ", "Hyesan"), 2, "say which name"),
        (("Hoengpo-ri", "Hyesan"), 2, "nobody answered"),
        (("Hoengpo-ri", "Hyesan", "--report", "99"), 4, "there is no report 99"),
        (("Hoengpo-ri", "Hyesan", "--report", "1"), 4, "no name 'Hoengpo-ri' is open in report 1;"),
        (("Hoengpo-ri", "Hyesan", "--report", "5", "--alias"), 2, "leave one of them out"),
    ],
)
def test_what_is_refused_changes_nothing(read: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    before = log(read)
    assert sentence in read.said("place", "resolve", *words, code=code)
    assert log(read) == before


def test_a_county_does_not_contradict_its_village(copied: Program) -> None:
    told = "A landslide on Feb. 2 in Tokpyong-ri, Samsu County, buried four houses, a resident of Ryanggang told us.\n"
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=told)
    found = unresolved(copied)
    assert [(one["words"], one["uses"]) for one in found.values()] == [("Tokpyong-ri", 1)]  # two acts, one record
    copied.said("review", "--accept", found["Tokpyong-ri"]["proposals"])
    copied.said("place", "add", "Tokpyong-ri", "--kind", "ri", "--under", "Samsu")
    copied.said("place", "resolve", "Tokpyong-ri", "Tokpyong-ri")
    page = copied.out("show", "10")
    assert "place       Tokpyong-ri, Samsu, Ryanggang, North Korea\n" in page
    assert "differ" not in page
    copied.said("edit", "10", "--place", "Musan")
    assert "place       Musan, North Hamgyong, North Korea · claims differ\n" in copied.out("show", "10")
