"""Values that cannot be: one sentence that names what is wrong and what to do, the right code, nothing written."""

import shlex

import pytest

from tests.cli.conftest import Program
from tests.hostile.kills import state

ADD = "add --title x --type arrest"
NO_DAY = "does not exist: the calendar has no such day"
CASES: list[tuple[str, int, str]] = [
    # an impossible date
    ("list --since 'Feb 30'", 2, "--since “Feb 30” does not exist: the calendar has no such day; write "),
    ("list --until 2016-02-30", 2, "'2016-02-30' is no day of the calendar"),
    ("list --recorded-since 2016-13", 2, "--recorded-since '2016-13' is no date"),
    (f"{ADD} --date 'Feb 30'", 6, f"“Feb 30” {NO_DAY}"),
    (f"{ADD} --date 2016-02-30", 6, f"“2016-02-30” {NO_DAY}"),
    (f"{ADD} --date '31 April 2016'", 6, f"“31 April 2016” {NO_DAY}"),
    (f"{ADD} --date 2015-02-29", 6, f"“2015-02-29” {NO_DAY}"),
    (f"{ADD} --date yesterday", 6, "“yesterday”"),
    ("edit 1 --date 'Feb 30'", 6, f"“Feb 30” {NO_DAY}"),
    ("ingest fixtures --published 'Feb 30'", 6, "--published 'Feb 30' is no date"),
    (f"{ADD} --report 1 --quote told --said-on 'Feb 30'", 2, "--said-on 'Feb 30' is no date"),
    # a range the wrong way round
    ("list --since 2017 --until 2016", 2, "--since 2017 is after --until 2016"),
    (f"{ADD} --date 2016-05/2016-01", 6, "runs backwards: 2016-05-01 is after 2016-01-31"),
    ("edit 1 --date 2016-05-02/2016-05-01", 6, "runs backwards"),
    ("ingest fixtures --published 2025/2024", 6, "2025/2024"),
    (f"{ADD} --people detained=3-1", 2, "--people 'detained=3-1' runs backwards"),
    ("show 9-3", 2, "9-3 is no range: it runs backwards"),
    ("review --accept 9-3", 2, "9-3 is no range: it runs backwards"),
    # an unknown place, type or institution, and one that can be several
    ("list --place Hyesann", 4, "there is no place 'Hyesann'; did you mean Hyesan, Ryanggang"),
    ("list --province Hyesan", 4, "Hyesan (KP-10.hyesan) is no province; use --place for it"),
    ("list --type arest", 4, "there is no type 'arest'; did you mean arrest?"),
    ("list --family contrl", 4, "there is no family 'contrl'; did you mean control?"),
    ("list --institution Nosuch", 4, "there is no institution 'Nosuch'; incidents institution list names them all"),
    ("list --outlet 'Radio Fre Asia'", 4, "there is no outlet 'Radio Fre Asia'; did you mean Radio Free Asia"),
    ("list --source-type residnt", 4, "there is no source type 'residnt'; did you mean resident?"),
    ("list --status occured", 2, "'occured' is not one of 'occurred'"),
    (f"{ADD} --place Hyesann", 4, "did you mean Hyesan, Ryanggang, North Korea (KP-10.hyesan)?"),
    (f"{ADD} --place Unsan", 2, "'Unsan' can be several: "),
    (f"{ADD} --institution MSS", 2, "'MSS' can be several: "),
    (f"{ADD} --institution 'Ministry of State Securty'", 4, "did you mean Ministry of State Security"),
    ("add --title x --type arest", 4, "there is no type 'arest'; did you mean arrest?"),
    ("edit 1 --place Hyesann", 4, "there is no place 'Hyesann'; did you mean Hyesan"),
    ("edit 1 --type arest", 4, "there is no type 'arest'; did you mean arrest?"),
    ("edit 1 --institution Nosuch", 4, "there is no institution 'Nosuch'"),
    (f"{ADD} --people nobody=3", 4, "nobody"),
    ("place show Hyesann", 4, "there is no place 'Hyesann'"),
    ("institution show Nosuch", 4, "there is no institution 'Nosuch'"),
    ("ingest fixtures --outlet 'Radio Fre Asia'", 6, "Radio Fre Asia"),
    ("report list --outlet 'Radio Fre Asia'", 4, "there is no outlet 'Radio Fre Asia'; did you mean Radio Free Asia"),
    # a number that is not there
    ("show 99", 4, "there is no incident 99; incidents list shows what there is"),
    ("show 3-99", 4, "there are no incidents 10, 11, 12, 13, 14 and 85 more"),
    ("history 99", 4, "there is no incident 99"),
    ("edit 99 --title y", 4, "there is no incident 99"),
    ("edit aaaaaa --title y", 4, "there is no incident aaaaaa"),
    ("withdraw 99 --reason x", 4, "there is no incident 99"),
    ("withdraw 1,99 --reason x --yes", 4, "there is no incident 99"),
    ("restore 99", 4, "there is no incident 99"),
    ("undo 999", 4, "999"),
    ("review --accept 999", 4, "there is no proposal 999; incidents review --list shows what there is"),
    ("review --reject 999 --reason x", 4, "there is no proposal 999"),
    ("review --show 999", 4, "there is no proposal 999"),
    ("review 99 --accept-all", 4, "there is no report 99; incidents report list shows what there is"),
    ("report show 99", 4, "there is no report 99"),
    (f"{ADD} --report 99 --quote x", 4, "there is no report 99"),
    ("evidence show 99", 4, "there is no incident 99"),
    ("evidence drop 1 99 --reason x", 4, "incident 1 has no evidence 99"),
    ("evidence grade 1 99 --reliability B", 4, "incident 1 has no evidence 99"),
    ("evidence add 1 --report 99 --quote x", 4, "there is no report 99"),
    ("link 1 99 --relation related", 4, "there is no incident 99"),
    ("tag add x 99", 4, "there is no incident 99"),
    # what is withdrawn, or was decided
    ("edit 9 --title y", 5, "incident 9 is withdrawn: `incidents restore 9` brings it back first"),
    ("withdraw 9 --reason x", 5, "incident 9 is withdrawn already"),
    ("restore 1", 5, "incident 1 is not withdrawn"),
    ("link 1 9 --relation related", 5, "incident 9 is withdrawn"),
    ("evidence add 9 --citation 'A book, p. 3'", 5, "incident 9 is withdrawn"),
    # an older revision, and what is not in the report
    ("edit 1 --title y --revision 99", 5, "incident 1 is at revision 1, not 99: it was changed since"),
    (f"{ADD} --report 1 --quote 'never said at all'", 5, "report 1 does not hold the words “never said at all”"),
    ("evidence add 1 --report 1 --quote 'never said at all'", 5, "report 1 does not hold the words"),
    # nothing to do, or too little said
    ("edit 1", 2, "name a field to change"),
    ("add --title x", 2, "type"),
    ("withdraw 1", 2, "missing option '--reason'"),
    ("show", 2, "missing argument"),
]


@pytest.mark.parametrize(("line", "code", "sentence"), CASES, ids=[line for line, _, _ in CASES])
def test_a_value_that_cannot_be(held: Program, line: str, code: int, sentence: str) -> None:
    before = state(held.path)
    said = held.said(*shlex.split(line), code=code, stdin="")
    assert said.startswith("incidents: "), said
    assert sentence in said
    assert said.count("\n") == 1, said
    assert state(held.path) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "standard input is no incident"),
        ("[]", "one JSON object is expected"),
        ("{", "standard input is no incident: "),
        ('{"title": "x", "title": "y"}', "the key 'title' stands there twice"),
        ('{"id": 3, "title": "x", "type": "arrest"}', "names id, which the program itself gives"),
        ('{"title": "x", "type": "arrest", "wrong": 1}', "wrong"),
        ('{"title": 3, "type": "arrest"}', "title"),
        ('{"title": "x", "type": ["arrest"]}', "type"),
        ('{"title": "x", "type": "arrest", "when": {"edtf": "Feb 30"}}', "Feb 30"),
        ('{"title": "x", "type": "arrest", "when": {"edtf": "2016-05/2016-01"}}', "runs backwards"),
        ('{"title": "\\ud800", "type": "arrest"}', "half of a surrogate pair"),
        ('{"title": NaN, "type": "arrest"}', "NaN is no JSON number"),
        ("[" * 100_000, "standard input is no incident"),
        ('{"title": "x", "type": "arrest", "people": [{"group": "detained", "low": 3, "high": 1}]}', ""),
        ('{"title": "x", "type": "arrest", "evidence": [{"start": -1, "end": 4}]}', ""),
        ('{"title": "x\\u0000", "type": "arrest"}', ""),
    ],
)
def test_an_object_that_is_no_incident(held: Program, words: str, sentence: str) -> None:
    before = state(held.path)
    result = held("add", "-", stdin=words)
    assert result.exit_code in (4, 6), result.output
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert state(held.path) == before
