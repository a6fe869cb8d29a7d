"""`add --edit` and `edit --edit` with editors that are scripts: nothing that was typed is lost, whatever happens."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.conftest import Program

KEPT = re.compile(r"what you typed is kept in (\S+)")
Editor = Callable[[str], str]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """A script of the shell as the editor; the form is `$1`, and what it was each time is kept beside."""

    def make(script: str) -> str:
        path = tmp_path / "editor"
        path.write_text(f'#!/bin/sh\ncat "$1" >> "{tmp_path}/seen"\n{script}\n')
        path.chmod(0o755)
        return str(path)

    return make


def change(line: str, value: str) -> str:
    """A script that puts a value into a line of the form."""
    return f"sed -i 's|^{line}:.*|{line}: {value}|' \"$1\""


def edited(program: Program, command: str, *words: str, code: int = 0) -> str:
    result: Result = program(*words, EDITOR=command)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    assert result.stdout == ""
    return result.stderr


def shown(program: Program, incident: str) -> Any:
    return json.loads(program.out("show", incident, "--format", "jsonl"))


def drafts() -> list[Path]:
    return sorted(Path(os.environ["XDG_DATA_HOME"], "incidents", "drafts").glob("*"))


def kept(said: str) -> str:
    """What is in the file that the sentence names; nobody else may read it."""
    found = KEPT.search(said)
    assert found, said
    path = Path(found[1])
    assert path.stat().st_mode & 0o777 == 0o600
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [1, 2, 4, 5, 6, 7, 8])
def test_a_form_left_as_it_is_changes_nothing(copied: Program, number: int) -> None:
    before = copied.out("show", str(number), "--format", "json")
    assert "not changed" in edited(copied, "true", "edit", str(number), "--edit")
    assert copied.out("show", str(number), "--format", "json") == before
    assert drafts() == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("sed -i /./d", "not changed"),
        ("cp /dev/null", "not changed"),
        ("sed -i s/:.*/:/", "not changed"),
        ("sed -i s/^#.*//", "nothing was changed"),
        ("sed -i s/$/\\\\r/", "not changed"),
    ],
)
def test_a_form_that_is_emptied_or_says_the_same_changes_nothing(copied: Program, command: str, told: str) -> None:
    before = copied.out("show", "1", "--format", "json")
    assert told in edited(copied, command, "edit", "1", "--edit")
    assert copied.out("show", "1", "--format", "json") == before
    assert drafts() == []


def test_a_line_is_changed(copied: Program, editor: Editor) -> None:
    said = edited(copied, editor(change("title", "A new title")), "edit", "1", "--edit", "--reason", "clearer")
    assert said.startswith("1: title The day one → A new title (revision ")
    assert shown(copied, "1")["title"] == "A new title"
    assert "clearer" in copied.out("history", "1")
    assert drafts() == []
    copied.said("undo")
    assert shown(copied, "1")["title"] == "The day one"


def test_the_form_shows_the_evidence_as_comments(copied: Program, editor: Editor, tmp_path: Path) -> None:
    edited(copied, editor("true"), "edit", "1", "--edit")
    form = (tmp_path / "seen").read_text()
    assert "# Incident 1 (" in form
    assert "# [1] report 1 (Radio Free Asia)" in form


def test_visual_goes_before_editor(copied: Program, editor: Editor) -> None:
    result = copied("edit", "1", "--edit", EDITOR="false", VISUAL=editor(change("note", "visual")))
    assert result.exit_code == 0
    assert shown(copied, "1")["note"] == "visual"


def test_an_editor_with_arguments(copied: Program, editor: Editor) -> None:
    command = f"{editor('shift; ' + change('note', 'two words'))} --wait"
    edited(copied, command, "edit", "1", "--edit")
    assert shown(copied, "1")["note"] == "two words"


def test_a_wrong_line_is_marked_and_the_form_opens_again(copied: Program, editor: Editor, tmp_path: Path) -> None:
    right, wrong = change("type", "arrest"), change("type", "arest")
    script = f"if grep -q '^# ! there is no type' \"$1\"; then {right}; else {wrong}; fi"
    edited(copied, editor(script), "edit", "1", "--edit")
    assert shown(copied, "1")["type"] == "arrest"
    lines = (tmp_path / "seen").read_text().splitlines()
    assert "did you mean arrest" in lines[lines.index("type: arest") + 1]
    assert drafts() == []


def test_giving_up_keeps_what_was_typed(copied: Program, editor: Editor) -> None:
    script = f"grep -q '^# ! ' \"$1\" || {change('place', 'Hyesann')}"
    said = edited(copied, editor(script), "edit", "1", "--edit", code=6)
    assert "there is no place 'Hyesann'; did you mean Hyesan" in said
    assert "place: Hyesann" in kept(said)


def test_a_script_that_writes_the_same_wrong_form_again_ends(copied: Program, editor: Editor, tmp_path: Path) -> None:
    said = edited(
        copied, editor("echo 'title: x' > \"$1\"; echo 'type: arest' >> \"$1\""), "edit", "1", "--edit", code=6
    )
    assert "did you mean arrest" in said
    assert kept(said).splitlines() == ["title: x", "type: arest"]
    assert (tmp_path / "seen").read_text().count(
        "# ! there is no type 'arest'"
    ) == 1  # else it never ends at a terminal


def test_a_script_that_is_never_right_ends(copied: Program, editor: Editor) -> None:
    said = edited(copied, editor('echo "nonsense" >> "$1"'), "edit", "1", "--edit", code=6)
    assert "nonsense" in kept(said)


@pytest.mark.parametrize(
    ("script", "code", "told"),
    [
        (change("note", "typed") + "; exit 3", 6, "ended with 3"),
        (change("note", "typed") + "; kill -9 $$", 6, "ended with"),
        ("printf 'note: typed \\377' > \"$1\"", 6, "no text in UTF-8"),
    ],
)
def test_an_editor_that_fails_loses_nothing(copied: Program, editor: Editor, script: str, code: int, told: str) -> None:
    said = edited(copied, editor(script), "edit", "1", "--edit", code=code)
    assert told in said
    assert shown(copied, "1")["note"] == ""
    found = KEPT.search(said)
    assert found
    assert b"note: typed" in Path(found[1]).read_bytes()


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ("/nowhere/ed", 2, "cannot be started"),
        ("a 'b", 2, "is no command"),
        ("false", 6, "ended with 1"),
        ("rm -f", 6, "left no file"),
    ],
)
def test_an_editor_that_does_nothing_leaves_nothing(copied: Program, command: str, code: int, told: str) -> None:
    assert told in edited(copied, command, "edit", "1", "--edit", code=code)
    assert drafts() == []


def test_without_an_editor_it_says_so(copied: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    assert "set EDITOR" in copied.said("edit", "1", "--edit", code=2)
    assert "set EDITOR" in copied.said("add", "--edit", code=2)


def test_somebody_else_came_before(copied: Program, editor: Editor) -> None:
    """The record changes while the editor is open: the edit is refused, what was typed is kept."""
    with closing(sqlite3.connect(copied.path)) as connection:
        held = connection.execute("SELECT revision FROM incident WHERE id = 1").fetchone()[0]
    update = f"c.execute('UPDATE incident SET revision = {held + 1}'); c.commit()"
    python = f"import sqlite3; c = sqlite3.connect('{copied.path}'); {update}"
    script = f'{change("note", "mine")}; {sys.executable} -c "{python}"'
    said = edited(copied, editor(script), "edit", "1", "--edit", code=5)
    assert "was changed by somebody else since you read it" in said
    assert "note: mine" in kept(said)
    assert shown(copied, "1")["note"] == ""


def test_a_value_that_no_record_may_have_is_told_and_kept(copied: Program, editor: Editor) -> None:
    script = change("people", "detained=2000000001")
    said = edited(copied, editor(script), "edit", "1", "--edit", code=6)
    assert "people: detained=2000000001" in kept(said)


def test_options_stand_in_the_form_already(copied: Program, editor: Editor) -> None:
    said = edited(copied, editor(change("note", "x")), "edit", "1", "--edit", "--tag", "new", "--dry-run")
    assert said.startswith("would be changed: 1: ")
    assert "new" in said
    edited(copied, editor(change("note", "x")), "edit", "1", "--edit", "--tag", "new")
    found = shown(copied, "1")
    assert ("new" in found["tags"], found["note"]) == (True, "x")


def test_the_edit_of_an_older_revision_is_refused(copied: Program, editor: Editor) -> None:
    copied.said("edit", "1", "--note", "first")
    edited(copied, editor(change("note", "x")), "edit", "1", "--edit", "--revision", "1", code=5)
    assert shown(copied, "1")["note"] == "first"


def test_a_withdrawn_one_is_refused_before_anything_is_typed(copied: Program, editor: Editor, tmp_path: Path) -> None:
    said = edited(copied, editor("true"), "edit", "9", "--edit", code=5)
    assert "incidents restore 9" in said
    assert not (tmp_path / "seen").exists()
    assert drafts() == []


def test_one_incident_at_a_time(copied: Program) -> None:
    assert "opens one incident, and these are 2" in edited(copied, "true", "edit", "1-2", "--edit", code=2)
    edited(copied, "true", "edit", "99", "--edit", code=4)


def test_add_opens_a_form(copied: Program, editor: Editor) -> None:
    script = f"""{change("title", "From a form")}; {change("type", "order")}; {change("date", "late March 2016")}
        {change("place", "yanggang")}; printf '%s\\n' 'place: Posong, Samsu: to' 'tag: x' 'tag: y' >> "$1\""""
    said = edited(copied, editor(script), "add", "--edit", "--note", "an option")
    assert said.startswith("recorded: 10 (")
    found = shown(copied, "10")
    expected = {
        "title": "From a form",
        "type": "order",
        "date": "2016-03-21/2016-03-31",
        "tags": "x; y",
        "note": "an option",
    }
    assert {name: found[name] for name in expected} == expected
    assert [(one["code"], one["role"]) for one in found["place_list"]] == [
        ("KP-10", "scene"),
        ("KP-10.samsu.posong", "to"),
    ]


@pytest.mark.parametrize("words", [(), ("--title", "A title", "--type", "arrest"), ("leaflets found in Hyesan",)])
def test_add_records_nothing_from_a_form_left_as_it_is(copied: Program, words: tuple[str, ...]) -> None:
    said = edited(copied, "true", "add", "--edit", *words)
    assert "nothing was recorded" in said
    assert copied("show", "10").exit_code == 4


def test_add_has_the_sentence_in_the_form(copied: Program, editor: Editor, tmp_path: Path) -> None:
    edited(copied, editor(change("status", "planned")), "add", "--edit", "graffiti in Unsan in 2016", "--tag", "x")
    form = (tmp_path / "seen").read_text()
    assert "Open: “Unsan”: the name stands for several places" in form.replace("\n# ", " ")
    assert "\ntype: leaflet-graffiti\n" in form
    found = shown(copied, "10")
    assert (found["title"], found["date"], found["status"], found["tags"]) == (
        "Graffiti in Unsan",
        "2016",
        "planned",
        "x",
    )


def test_add_with_a_form_that_lacks_a_type(copied: Program, editor: Editor) -> None:
    script = change("title", "No type")
    said = edited(copied, editor(script), "add", "--edit", code=6)
    assert "the type is missing" in said
    assert "title: No type" in kept(said)


@pytest.mark.parametrize("number", [1, 2, 4, 5, 6, 7, 8])
def test_an_edited_line_leaves_all_others_as_they_were(copied: Program, number: int) -> None:
    def rest() -> dict[str, Any]:
        return {name: value for name, value in shown(copied, str(number)).items() if name not in ("note", "revision")}

    before = rest()
    edited(copied, "sed -i 's/^note:.*/note: a note/'", "edit", str(number), "--edit")
    assert shown(copied, str(number))["note"] == "a note"
    assert rest() == before


def ran(program: Program, command: str) -> subprocess.CompletedProcess[str]:
    """`edit 1 --edit` in a process of its own, which the editor can end."""
    environment = {**os.environ, **program.environment, "EDITOR": command}
    words = [sys.executable, "-c", "from incidents.cli import main; main()", "edit", "1", "--edit"]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def test_a_kill_while_the_editor_is_open_keeps_what_was_typed(copied: Program, editor: Editor) -> None:
    ended = ran(copied, editor(change("note", "typed") + "; kill -9 $PPID"))
    assert ended.returncode == -signal.SIGKILL
    (draft,) = drafts()
    assert "note: typed" in draft.read_text()
    assert draft.stat().st_mode & 0o777 == 0o600
    assert shown(copied, "1")["note"] == ""


def test_a_break_belongs_to_the_editor(copied: Program, editor: Editor) -> None:
    ended = ran(copied, editor("kill -INT $PPID; " + change("note", "typed")))
    assert ended.returncode == 0, ended.stderr
    assert shown(copied, "1")["note"] == "typed"
    assert drafts() == []
