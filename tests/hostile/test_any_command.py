"""Generated command lines over all options of all commands: never a traceback, and the database stays whole.

One example is a session: a few commands one after the other on a fresh copy of a real database, which is checked at the
end. 500 command lines for every change, 20,000 with INCIDENTS_NIGHTLY=1.
"""

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.hostile.command_lines import TREE, options, options_in, session
from tests.hostile.nasty import nasty
from tests.hostile.nightly import NIGHTLY, cases
from tests.hostile.sandbox import Sandbox

SESSION = 10


def _can_be_set(value: str) -> bool:
    """Whether a shell could put it into the environment."""
    try:
        return b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:
        return False


LIMITS = settings(
    deadline=None,
    derandomize=not NIGHTLY,
    database=None,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
SETTINGS = st.dictionaries(
    st.sampled_from(["COLUMNS", "LINES", "NO_COLOR", "TERM", "LANG", "EDITOR", "INCIDENTS_USER", "INCIDENTS_DB"]),
    st.one_of(st.sampled_from(["0", "1", "-5", "x", "99999999999999999999", "dumb", "C", "work.db", "false"]), nasty),
    max_size=1,
).filter(lambda found: all(_can_be_set(value) for value in found.values()))


@settings(LIMITS, max_examples=max(1, cases(500, 20_000) // SESSION))
@given(data=st.data())
def test_any_session_ends_well(sandbox: Sandbox, tried: Counter[str], data: st.DataObject) -> None:
    sandbox.fresh()
    for words in data.draw(session(SESSION, sandbox.own), label="session"):
        ended = sandbox.demand(words, data.draw(STDIN, label="stdin"), **_told(data))
        tried.update(options_in(words))
        tried[f"ended with {ended.exit_code}"] += 1
    sandbox.demand_whole()


def _told(data: st.DataObject) -> dict[str, str]:
    seldom = data.draw(st.integers(0, 9)) == 0
    return data.draw(SETTINGS, label="environment") if seldom else {}


STDIN = st.one_of(
    st.just(b""),
    st.sampled_from(
        [b"y\n", b"n\n", b"yes\n" * 9, b"{}", b"[]", b"{", b'{"title": "x", "type": "arrest"}', b"\xff\xfe"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(str.encode),
    st.binary(max_size=30),
)


@pytest.fixture(scope="module")
def tried() -> Iterator[Counter[str]]:
    """How often each option of each command was tried; in a night, all but a few that chance leaves out."""
    found: Counter[str] = Counter()
    yield found
    if NIGHTLY:
        print(sorted(found.items()))  # noqa: T201  what a night has done, with -s
    left = [f"{' '.join(words)} {one.opts[0]}" for words, command in TREE.items() for one in options(command)]
    missed = [name for name in left if not found[name]] if NIGHTLY else []
    assert len(missed) <= len(left) // 50, f"never tried: {missed}"
