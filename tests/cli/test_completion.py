"""Completion: what is offered for a line, and what a real shell makes of it."""

import json
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pexpect
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from incidents.actions.database import initialize
from incidents.cli.app import app
from incidents.cli.completing.line import BREAKS, _quoted, _start, inserted, split
from incidents.cli.completing.shells import SHELLS, script
from incidents.cli.completing.table import FREE, OF_COMMANDS, SUBJECTS
from incidents.cli.completing.values import SOURCES
from incidents.cli.completion import SHELLS as NAMED
from incidents.store.location import Location
from tests.cli.conftest import Program, whole
from tests.cli.test_examples import command
from tests.cli.test_frame import HEAVY, LOADED, commands, python


def offered(line: str, shell: str = "zsh", **environment: str) -> list[str]:
    """What is offered for a line, without its kind; for zsh value and help with a tab between."""
    asked = {"_INCIDENTS_COMPLETE": f"{shell}_complete", "COMP_LINE": line, **environment}
    result = CliRunner().invoke(app, [], env=asked)
    assert result.exit_code == 0
    assert result.stderr == ""
    separator = "\t" if shell != "bash" else ","
    return [text.partition(separator)[2] for text in result.stdout.splitlines()]


def texts(line: str, **environment: str) -> list[str]:
    return [one.partition("\t")[0] for one in offered(line, **environment)]


@pytest.fixture
def database(full_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INCIDENTS_DB", str(full_path))
    return full_path


# -- the line -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "words", "incomplete", "quote"),
    [
        ("incidents ", [], "", ""),
        ("incidents li", [], "li", ""),
        ("incidents list --place ", ["list", "--place"], "", ""),
        ("incidents list --place Posong,\\ Sa", ["list", "--place"], "Posong, Sa", ""),
        ('incidents list --place "Posong, Sa', ["list", "--place"], "Posong, Sa", '"'),
        ("incidents list --place 'it", ["list", "--place"], "it", "'"),
        ("incidents list --place 'a b' --type x", ["list", "--place", "a b", "--type"], "x", ""),
        ("incidents list --place=Hye", ["list", "--place"], "Hye", ""),
        ("incidents list --place=", ["list", "--place"], "", ""),
        ("incidents list --institution Workers\\'\\ P", ["list", "--institution"], "Workers' P", ""),
        ('incidents add --title "a \\"b\\" c', ["add", "--title"], 'a "b" c', '"'),
        ("incidents show -- --x=y", ["show", "--"], "--x=y", ""),
        ("incidents list --place 함", ["list", "--place"], "함", ""),
    ],
)
def test_a_line_is_split_as_a_shell_does(typed: str, words: list[str], incomplete: str, quote: str) -> None:
    found = split(typed)
    assert (list(found.words), found.incomplete, found.quote) == (words, incomplete, quote)


@pytest.mark.parametrize(
    ("typed", "value", "expected"),
    [
        ("incidents list --place Hy", "Hyesan", "Hyesan"),
        ("incidents list --place Po", "Posong, Samsu", "Posong,\\ Samsu"),
        ('incidents list --place "Po', "Posong, Samsu", "Posong, Samsu"),
        ("incidents list --place=Hy", "Hyesan", "Hyesan"),
        ('incidents list --place="Po', "Posong, Samsu", "Posong, Samsu"),
        ("incidents add --place Hyesan:t", "Hyesan:to", "to"),
        ("incidents add --place hyesan:t", "Hyesan:to", "to"),
        ("incidents add --place=Hyesan:t", "Hyesan:to", "to"),
        ("incidents add --place 'Posong, Samsu':", "Posong, Samsu:to", "to"),
        ("incidents list --institution Wo", "Workers' Party", "Workers\\'\\ Party"),
        ("incidents list --institution 'Wo", "Workers' Party", "Workers'\\'' Party"),
        ('incidents list --institution "Wo', "Workers' Party", "Workers' Party"),
        ('incidents list --tag "a', 'a "$b`', 'a \\"\\$b\\`'),
        ("incidents list --tag a", "a*b;c", "a\\*b\\;c"),
        ("incidents list --province 량", "량강도", "량강도"),
    ],
)
def test_what_bash_puts_into_the_line(typed: str, value: str, expected: str) -> None:
    assert inserted(split(typed), value) == expected


@given(st.text("aB량 '\"\\\\$`:=,;*&|(<>@", min_size=1, max_size=12), st.data(), st.sampled_from(["", "'", '"']))
def test_what_bash_puts_into_the_line_is_read_as_the_value(value: str, data: st.DataObject, quote: str) -> None:
    """Whatever of it was typed, in whatever quotation marks: what stands before the word of bash, and what it puts."""
    begun = value[: data.draw(st.integers(0, len(value)))]
    raw = quote + _quoted(begun, quote)
    typed = split(f"incidents list --place {raw}")
    assert (typed.incomplete, typed.quote) == (begun, quote)
    put = inserted(typed, value)
    assert put is not None
    assert split(f"incidents {raw[: _start(typed, BREAKS)]}{put}{quote} ").words == (value,)


def test_bash_without_breaks_at_signs_gets_the_whole_word() -> None:
    assert inserted(split("incidents list --place=Hy"), "Hyesan", " \t\n") == "--place=Hyesan"
    assert inserted(split("incidents add --place hyesan:t"), "Hyesan:to", " \t\n") == "Hyesan:to"


# -- what is offered ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("incidents nonsense ", []),
        ("incidents list --text ", []),
        ("incidents list --text li", []),
        ("incidents list --province Atlantis", []),
        ("incidents list --institution zzzz", []),
        ("incidents show 4711", []),
        ("incidents show x", []),
        ("incidents hist", ["history"]),
        ("incidents db in", ["info", "init"]),
        ("incidents list --prov", ["--province"]),
        ("incidents list --status oc", ["occurred"]),
        ("incidents list --province yang", ["Ryanggang"]),
        ("incidents list --province YANG", ["Ryanggang"]),
        ("incidents list --province 량", ["Ryanggang"]),
        ("incidents list --province KP-10", ["KP-10"]),
        ("incidents list --province=yang", ["--province=Ryanggang"]),
        ("incidents list --place hyeson", ["Hyesan"]),
        ("incidents list --place shinuij", ["Sinuiju"]),
        ("incidents list --province hamgyong-buk", ["North Hamgyong"]),
        ("incidents list --province 량강도에서", ["Ryanggang"]),
        ('incidents list --place "unsan, n', ["unsan, North Pyongan"]),
        ("incidents add --place hyesan:f", ["hyesan:from"]),
        ("incidents add --institution x:ta", ["x:target"]),
        ("incidents list --institution 국가보위", ["Ministry of State Security"]),
        ("incidents list --outlet 'radio free a", ["Radio Free Asia"]),
        ("incidents list --type arr", ["arrest"]),
        ("incidents list --type 처형", ["execution"]),
        ("incidents list --family contr", ["control"]),
        ("incidents list --source-type state", ["state-media"]),
        ("incidents list --tag d", ["day"]),
        ("incidents list --tag D", ["day"]),
        ("incidents add --people det", ["detained="]),
        ("incidents list --columns id,tit", ["id,title"]),
        ("incidents show 8", ["8"]),
        ("incidents show 1,8", ["1,8"]),
        ("incidents show 3-8", ["3-8"]),
        ("incidents restore ", ["3", "9"]),
        ("incidents place list --below ryangg", ["Ryanggang"]),
        ("incidents institution list --below 국가안전보위", ["Ministry of State Security"]),
        ("incidents completion z", ["zsh"]),
        ("incidents link 1 --relation part", ["part-of"]),
    ],
)
def test_offers(line: str, expected: list[str], database: Path) -> None:
    assert texts(line) == expected


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("incidents ", {"list", "ingest", "db"}),
        ("incidents list ", {"--province", "--since", "--format"}),
        ("incidents list --province ", {"Ryanggang", "Nampo"}),
        ("incidents list --place ", {"Ryanggang", "Nampo"}),
        ("incidents list --place uns", {"Unsan, North Pyongan", "Unsan, South Pyongan"}),
        ("incidents list --outlet ", {"Radio Free Asia", "Daily NK"}),
        ("incidents show ", {"1", "2", "8"}),
        ("incidents list -", {"--province", "--help", "-h"}),
    ],
)
def test_some_of_what_is_offered(line: str, some: set[str], database: Path) -> None:
    assert some <= set(texts(line))


def test_each_name_that_is_offered_is_understood(database: Path, full: Program) -> None:
    for start in ("a", "h", "k", "m", "s", "u"):
        for name in texts(f"incidents list --place {start}")[:12]:
            assert full("list", "--place", name, "--limit", "1").exit_code == 0, name
    for name in texts("incidents list --province "):
        assert full("list", "--province", name, "--limit", "1").exit_code == 0, name
    for name in texts("incidents list --institution m")[:20]:
        assert full("list", "--institution", name, "--limit", "1").exit_code == 0, name


def test_several_names_begin_as_it_was_typed(database: Path) -> None:
    """Else bash would put what they have in common in place of what was typed, which is less."""
    for typed in ("yan", "ham", "sin", "kim", "state", "민"):
        names = texts(f"incidents list --place {typed}"), texts(f"incidents list --institution {typed}")
        for found in names:
            if len(found) > 1:
                assert all(name.lower().replace("'", "").startswith(typed) for name in found), found


def test_what_is_open_is_offered_to_be_settled(copied: Program) -> None:
    told = "Police raided Hoengpo-ri on Feb. 3. On Feb. 4, the MSS arrested a trader in Unsan, a resident said.\n"
    copied("ingest", "-", "--published", "2025-02-06", "--outlet", "RFA", stdin=told)
    here = {"INCIDENTS_DB": str(copied.path)}
    assert texts("incidents place resolve ", **here) == ["Hoengpo-ri", "Unsan"]
    assert texts("incidents place resolve HOENG", **here) == ["Hoengpo-ri"]
    assert texts("incidents place resolve Hyesan", **here) == []
    assert texts("incidents place resolve Hoengpo-ri hyeson", **here) == ["Hyesan"]
    assert offered("incidents institution resolve m", **here) == [f"MSS\t{told.strip()}"]


def test_numbers_come_with_titles(database: Path, full: Program) -> None:
    assert offered("incidents show 8") == ["8\tThe assessed one"]
    reports = offered("incidents report show ")
    assert any("Radio Free Asia: " in one for one in reports)
    waiting = json.loads(full.out("review", "--list", "--format", "json"))
    assert set(texts("incidents review --accept ")) <= {str(one["id"]) for one in waiting}
    assert f"{waiting[-1]['id']}\t{waiting[-1]['title']}" in offered("incidents review --accept ")


def test_bash_lists_numbers_with_titles_and_puts_bare_ones_into_the_line(database: Path) -> None:
    assert offered("incidents show 8", "bash") == ["8"]
    shown = offered("incidents show ", "bash", COMP_TYPE="63", COMP_COLUMNS="40")
    assert "8  The assessed one" in shown
    assert "8" in offered("incidents show ", "bash", COMP_TYPE="9")


@pytest.mark.parametrize(
    "line", ["incidents ingest re", "incidents list --db x", "incidents list > x", "incidents list 2>"]
)
@pytest.mark.parametrize("shell", SHELLS)
def test_files_are_left_to_the_shell(line: str, shell: str) -> None:
    assert offered(line, shell)[0].strip() == ""


def test_the_protocol_of_click_works_too(database: Path) -> None:
    environment = {"_INCIDENTS_COMPLETE": "bash_complete", "COMP_WORDS": "incidents list --province yang"}
    assert CliRunner().invoke(app, [], env={**environment, "COMP_CWORD": "3"}).stdout == "plain,Ryanggang\n"
    assert CliRunner().invoke(app, [], env={**environment, "COMP_CWORD": "1"}).stdout == "plain,list\n"


# -- the database ---------------------------------------------------------------------------------------------------


def test_before_there_is_a_database_the_seeds_are_offered_and_none_is_made(tmp_path: Path) -> None:
    assert texts("incidents list --province yang") == ["Ryanggang"]
    assert texts("incidents add --institution 국가보위") == ["Ministry of State Security"]
    assert texts("incidents list --outlet 'radio free a") == ["Radio Free Asia"]
    assert texts("incidents list --type arr") == ["arrest"]
    assert texts("incidents list --source-type state-m") == ["state-media"]
    assert texts("incidents add --place x:f") == ["x:from"]
    assert texts("incidents add --people det") == ["detained="]
    assert texts("incidents link 1 --relation part") == ["part-of"]
    assert texts("incidents show 1") == []
    assert list(tmp_path.rglob("*.db")) == []


def test_the_seeds_offer_what_a_new_database_does(tmp_path: Path, seeded_path: Path) -> None:
    for line in (
        "--province ",
        "--place uns",
        "--place kim",
        "--institution min",
        "--outlet r",
        "--type ",
        "--family ",
    ):
        typed = f"incidents list {line}"
        assert offered(typed) == offered(typed, INCIDENTS_DB=str(seeded_path)), line


def test_the_database_of_the_line_and_of_the_configuration(
    full_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert texts(f"incidents show --db {full_path} 8") == ["8"]
    (tmp_path / ".incidents.toml").write_text(f'database = "{full_path}"\n')
    assert texts("incidents show 8") == ["8"]
    assert texts("incidents --no-config show 8") == []
    assert texts("incidents list --no-c") == []
    (tmp_path / ".incidents.toml").write_text("database = [[[")
    assert texts("incidents list --province yang") == ["Ryanggang"]


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, None])
def test_a_broken_database_completes_to_nothing(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert texts("incidents show 1", INCIDENTS_DB=str(path)) == []
    assert texts("incidents list --province yang", INCIDENTS_DB=str(path)) == []


def test_a_server_that_is_not_there_completes_to_nothing() -> None:
    assert texts("incidents show 1", INCIDENTS_DB="postgresql://127.0.0.1:1/x") == []


def test_a_server_that_never_answers_is_not_waited_for() -> None:
    """The watchdog ends the program with 1; a program that waits until the driver gives up ends with 0."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        database = f"postgresql://127.0.0.1:{silent.getsockname()[1]}/x"
        result = python(LOADED, _INCIDENTS_COMPLETE="zsh_complete", COMP_LINE="incidents show 1", INCIDENTS_DB=database)
    assert (result.returncode, result.stdout, result.stderr) == (1, "", "")


def test_what_was_added_by_hand_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    initialize(Location("sqlite", path=path))
    program = Program(whole(path))
    for tag in ("rice price", "river", "road"):
        program.out("add", "--title", f"About {tag}", "--type", "market", "--tag", tag)
    assert texts("incidents list --tag ri", INCIDENTS_DB=str(path)) == ["rice price", "river"]
    assert offered("incidents list --tag ric", "bash", INCIDENTS_DB=str(path)) == ["rice\\ price"]


@pytest.mark.parametrize("line", ["incidents list --province y", "incidents show 1", "incidents list --sort "])
def test_completion_loads_nothing_heavy(line: str, full_path: Path) -> None:
    result = python(LOADED, _INCIDENTS_COMPLETE="zsh_complete", COMP_LINE=line, INCIDENTS_DB=str(full_path))
    assert result.stdout
    assert set(json.loads(result.stderr.partition("LOADED")[2])) & HEAVY == set()


# -- the table ------------------------------------------------------------------------------------------------------


def test_each_parameter_is_in_the_table_or_takes_words_of_ones_own() -> None:
    absent = []
    for words in commands():
        own = OF_COMMANDS.get(" ".join(words), {})
        for one in command(words).params:
            known = {*own, *SUBJECTS, *FREE}
            plain = isinstance(one.type, click.types.StringParamType) and not getattr(one, "is_flag", False)
            absent += [f"{' '.join(words)}: {one.name}"] if plain and one.name not in known else []
    assert absent == [], "give them rows in completing/table.py"


def test_each_subject_of_the_table_is_known() -> None:
    subjects = {*SUBJECTS.values(), *(about for table in OF_COMMANDS.values() for about in table.values())}
    assert subjects - {"file"} == set(SOURCES)


# -- the scripts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_alone(shell: str) -> None:
    result = CliRunner().invoke(app, ["completion", shell])
    assert (result.stdout, result.stderr) == (script(shell), "")
    environment = {"_INCIDENTS_COMPLETE": f"{shell}_source"}
    assert CliRunner().invoke(app, [], env=environment).stdout == script(shell)


def test_the_script_is_that_of_the_shell_in_use() -> None:
    assert CliRunner().invoke(app, ["completion"], env={"SHELL": "/usr/bin/fish"}).stdout == script("fish")
    result = CliRunner().invoke(app, ["completion"], env={"SHELL": "/bin/csh"})
    assert result.exit_code == 2
    assert "incidents completion bash|zsh|fish" in result.stderr
    assert NAMED == SHELLS


# -- real shells ----------------------------------------------------------------------------------------------------

CAUGHT = """#!{python}
import json, os, sys
if os.environ.get("_INCIDENTS_COMPLETE"):
    from incidents.cli import main
    main()
with open({into!r}, "w") as file:
    json.dump(sys.argv[1:], file)
"""
STARTED = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config", "-i"],
}
SETUP = {
    "bash": "source {script}",
    "zsh": "autoload -U compinit; compinit -u -d {folder}/dump; source {script}",
    "fish": "source {script}",
}


class Shell:
    """A real shell in a terminal; `incidents` completes as it is installed, and notes its arguments when it is run."""

    def __init__(self, name: str, folder: Path, database: Path) -> None:
        self.name = name
        self._noted = folder / "noted.json"
        program = folder / "bin/incidents"
        program.parent.mkdir()
        program.write_text(CAUGHT.format(python=sys.executable, into=str(self._noted)))
        program.chmod(0o755)
        (folder / "script").write_text(script(name))
        environment = {
            **os.environ,
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "INCIDENTS_DB": str(database),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
            "PS1": "$ ",
        }
        self.child = pexpect.spawn(
            shutil.which(name) or name,
            STARTED[name],
            env=environment,
            cwd=folder,
            encoding="utf-8",
            timeout=20,
            dimensions=(24, 120),
        )
        self.run(f"{SETUP[name].format(script=folder / 'script', folder=folder)}; echo rea''dy")
        self.child.expect("ready")

    def run(self, line: str) -> None:
        self.child.send(f"{line}\r")

    def given(self, typed: str) -> list[str]:
        """The arguments that the program gets when this is typed (with tabs) and Enter."""
        self._noted.unlink(missing_ok=True)
        self.run(typed)
        self.run("echo do''ne")
        self.child.expect("done\r")
        found: list[str] = json.loads(self._noted.read_text())
        return found


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path, full_path: Path) -> Iterator[Shell]:
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    started = Shell(request.param, tmp_path, full_path)
    yield started
    started.child.close(force=True)


ORGANISATIONS = "Working People's Organisations Department of the Workers' Party of Korea"
TYPED = [
    ("incidents hist\t --limit 1", ["history", "--limit", "1"]),
    ("incidents list --provi\t yang\t", ["list", "--province", "Ryanggang"]),
    ("incidents list --province=yang\t", ["list", "--province=Ryanggang"]),
    ("incidents list --province 량\t", ["list", "--province", "Ryanggang"]),
    ("incidents list --institution \"Working People's O\t", ["list", "--institution", ORGANISATIONS]),
    ("incidents list --institution Working\\ People\\'s\\ O\t", ["list", "--institution", ORGANISATIONS]),
    ("incidents list --institution Working\\ Peo\t", ["list", "--institution", ORGANISATIONS]),
    ("incidents list --place unsan,\\ n\t --limit 1", ["list", "--place", "unsan, North Pyongan", "--limit", "1"]),
    ('incidents list --place "Unsan, N\t', ["list", "--place", "Unsan, North Pyongan"]),
    ("incidents list --outlet 'radio free a\t", ["list", "--outlet", "Radio Free Asia"]),
    ("incidents add --people det\t3 --type arr\t", ["add", "--people", "detained=3", "--type", "arrest"]),
    ("incidents add --place Hyesan:fr\t", ["add", "--place", "Hyesan:from"]),
    ("incidents show 1,8\t", ["show", "1,8"]),
    ("incidents ingest not\t", ["ingest", "note.txt"]),
]

KEPT = {"Ryanggang": "량강"}
"""What fish offers instead, as it drops what does not begin as it was typed."""


def test_a_real_shell_completes_and_quotes(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "note.txt").touch()
    for typed, expected in TYPED:
        kept = "량" in typed and shell.name == "fish"
        assert shell.given(typed) == [KEPT.get(word, word) if kept else word for word in expected], typed


def test_bash_lists_what_there_is_and_keeps_what_was_typed(tmp_path: Path, full_path: Path) -> None:
    started = Shell("bash", tmp_path, full_path)
    started.child.send("incidents show \t\t")
    started.child.expect("8 +The assessed one")
    started.child.send("8\r")
    assert started.given("incidents show 8") == ["show", "8"]
    started.child.close(force=True)
