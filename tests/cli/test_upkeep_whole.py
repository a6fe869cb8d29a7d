"""Every verb that changes places and institutions: a dry run and a refusal change nothing, `undo` puts all back."""

import json

import pytest

from tests.cli.conftest import Program
from tests.cli.things import VILLAGE, log, rows

WRITES: list[tuple[str, ...]] = [
    ("place", "alias", "add", "Hyesan", "Hye San", "惠山市"),
    ("place", "alias", "remove", "Ryanggang", "Yanggang"),
    ("place", "rename", "Hyesan", "Hyesin", "--korean", "혜신", "--from", "2020-05"),
    ("place", "rename", "Hyesan", "Hyesin"),
    ("place", "move", "Hyesan", "--under", "South Hamgyong", "--from", "2020"),
    ("place", "move", "Onchon", "--under", "KP-02"),
    ("institution", "alias", "add", "kp.mss", "the Hill"),
    ("institution", "rename", "kp.mss", "Ministry of Peace", "--from", "2024"),
    ("institution", "move", "kp.mss", "--under", "kp.wpk", "--from", "2024"),
    ("institution", "move", "kp.mss", "--under", "kp.wpk"),
]


@pytest.mark.parametrize("words", [*WRITES, VILLAGE], ids=" ".join)
def test_a_dry_run_writes_nothing(copied: Program, words: tuple[str, ...]) -> None:
    before = rows(copied), log(copied)
    assert "would be " in copied.said(*words, "--dry-run")
    assert (rows(copied), log(copied)) == before


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_undo_puts_everything_back(copied: Program, words: tuple[str, ...]) -> None:
    before = rows(copied)
    assert copied.said(*words, "--reason", "the gazette").splitlines()[0].endswith("; undo: incidents undo")
    after = rows(copied)
    assert after != before
    assert copied("db", "check").exit_code == 0
    assert copied.said("undo").startswith("undone: change ")
    assert rows(copied) == before
    (last,) = json.loads(copied.out("history", "--limit", "1", "--format", "json"))
    copied.said("undo", str(last["sequence"]))
    assert rows(copied) == after


RI = ("--kind", "ri", "--under", "Samsu")
REFUSED: list[tuple[tuple[str, ...], int, str]] = [
    (
        ("place", "add", "혜산", "--kind", "ri", "--under", "Samsu"),
        2,
        "goes by its English name: give that, and '혜산' ",
    ),
    (("place", "add", "Sangri", "--kind", "hamlet", "--under", "Samsu"), 4, "there is no place kind 'hamlet'"),
    (("place", "add", "Sangri", "--kind", "ri", "--under", "Atlantis"), 4, "there is no place 'Atlantis'"),
    (("place", "add", "Sangri", "--kind", "ri", "--under", "Unsan"), 2, "'Unsan' can be several"),
    (("place", "add", "Sangri", "--kind", "ri"), 2, "--under"),
    (("place", "move", "Onchon", "--under", "KP-02", "--from", "2999-01"), 2, "--from 2999-01 lies ahead"),
    (("place", "rename", "Hyesan", "Hyesin", "--from", "2999"), 2, "--from 2999 lies ahead"),
    (("institution", "move", "kp.mss", "--under", "kp.wpk", "--from", "2999"), 2, "lies ahead"),
    (("institution", "add", "New Bureau", "--kind", "state", "--since", "2999"), 2, "--since 2999 lies ahead"),
    ((*VILLAGE, "--since", "2999"), 2, "--since 2999 lies ahead"),
    (("place", "add", "Posong-ri", *RI), 5, "KP-10.samsu.posong is called so already: `incidents place show KP-10."),
    (("place", "add", "Po Song", *RI), 5, "KP-10.samsu.posong is called so already"),
    (("place", "add", "Poseong-ni", *RI), 5, ", which may be the same: `incidents place show KP-10.samsu.posong`"),
    (("place", "add", "Elsewhere", "--korean", "포성", *RI), 5, "is called 포성노동자구, which may be the same"),
    (("place", "add", "Elsewhere", "--alias", "POSONG", *RI), 5, "is called so already"),
    (
        ("institution", "add", "Ministry of State-Security", "--kind", "state", "--under", "kp.sac"),
        5,
        "kp.mss is called so already",
    ),
    (("place", "add", "Sangri", "--kind", "ri", "--parent", "Samsu"), 2, "no such option '--parent'; write --under"),
    ((*VILLAGE, "--at", "north"), 2, "--at 'north' is no position: write degrees north and east"),
    ((*VILLAGE, "--at", "41.4,190"), 2, "is no position"),
    ((*VILLAGE, "--code", "KP 10"), 6, "'KP 10' is no code"),
    ((*VILLAGE, "--code", "KP-10.hyesan"), 5, "something has the code KP-10.hyesan already"),
    ((*VILLAGE, "--alias", "a\x07b"), 6, "it takes one line without control characters"),
    ((*VILLAGE, "--alias", "—"), 6, "has no letter or digit in it"),
    ((*VILLAGE, "--since", "yesterday"), 2, "--since"),
    (
        ("institution", "add", "X", "--kind", "state", "--since", "2020", "--until", "2010"),
        6,
        "X would end (2010) before it began (2020)",
    ),
    (
        ("place", "alias", "add", "Hyesan", "Hye San", "--since", "2020-05", "--until", "2020-04"),
        6,
        "the name 'Hye San' would end (2020-04) before it began (2020-05)",
    ),
    (("place", "alias", "add", "Hyesan", "혜산"), 5, "has the name '혜산' already (official)"),
    (("place", "alias", "remove", "Hyesan", "Hyesan"), 5, "`incidents place rename` gives another"),
    (("place", "alias", "remove", "Hyesan", "Xyz"), 4, "has no name 'Xyz'"),
    (("place", "alias", "put", "Hyesan", "Xyz"), 2, "'put' is not one of 'add', 'remove'"),
    (("place", "rename", "Hyesan"), 2, "say the new name"),
    (("place", "rename", "Hyesan", "Hyesan"), 5, "is called Hyesan already"),
    (("place", "rename", "Hyesan", "Hyesin", "--from", "2020-13"), 2, "--from"),
    (("place", "move", "Onchon", "--under", "KP-02", "--from", "2009"), 5, "only from 2010, which is after 2009"),
    (("place", "move", "Samsu", "--under", "Ryanggang"), 5, "KP-10.samsu lies in KP-10 already"),
    (("place", "move", "Samsu", "--under", "Posong, Samsu"), 5, "which lies below KP-10.samsu"),
    (("place", "move", "Samsu", "--under", "Samsu"), 5, "which is that itself"),
    (("institution", "move", "kp.mss", "--under", "kp.mss.border"), 5, "which lies below kp.mss"),
    (("institution", "add", "X", "--kind", "state", "--place", "Atlantis"), 4, "there is no place 'Atlantis'"),
]


@pytest.mark.parametrize(
    ("words", "code", "sentence"), REFUSED, ids=lambda v: " ".join(v) if isinstance(v, tuple) else ""
)
def test_what_is_refused_changes_nothing(copied: Program, words: tuple[str, ...], code: int, sentence: str) -> None:
    before = rows(copied), log(copied)
    said = copied.said(*words, code=code)
    assert sentence in said
    assert (rows(copied), log(copied)) == before
