"""A record is as well verified as its proposal was said to be: both are judged by the same passages."""

import json

from tests.cli.conftest import Program


def test_what_is_accepted_keeps_its_level(full_copied: Program) -> None:
    waiting = json.loads(full_copied.out("review", "--list", "--format", "json"))
    assert {"single-source", "multiple-source", "confirmed"} <= {one["level"] for one in waiting}
    full_copied.said("review", "--accept", ",".join(str(one["id"]) for one in waiting))
    newest = json.loads(full_copied.out("list", "--sort", "id", "--limit", str(len(waiting)), "--format", "json"))
    assert [(one["title"], one["level"]) for one in newest] == [(one["title"], one["level"]) for one in waiting]
