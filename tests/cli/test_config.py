"""The configuration: which file wins, what is said of it, and how a wrong one fails."""

import json
import os
import shutil
from pathlib import Path

import platformdirs
import pytest
from click.testing import CliRunner

from incidents import paths
from incidents.cli import configuration
from incidents.cli.app import app
from incidents.cli.configuration import defaults_told
from incidents.cli.configuration.keys import KEYS
from incidents.cli.configuration.reference import page
from incidents.cli.screen import screen
from tests.cli.conftest import Program

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a folder below it, which is the working directory; nothing is set in the environment."""
    folder = tmp_path / "project"
    (folder / "below").mkdir(parents=True)
    monkeypatch.chdir(folder / "below")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the user's own file goes."""
    folder = tmp_path / "home/incidents"
    folder.mkdir(parents=True)
    return folder / "config.toml"


def said(*words: str, code: int = 0, **environment: str) -> str:
    result = CliRunner().invoke(app, words, env={"COLUMNS": "80", **environment})
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stderr


def values(*words: str, **environment: str) -> dict[str, tuple[str, str]]:
    """What `config` shows: value and source by key."""
    result = CliRunner().invoke(app, ["config", *words, "--format", "json"], env=environment)
    assert result.exit_code == 0, result.output
    return {row["key"]: (row["value"], row["source"]) for row in json.loads(result.stdout)}


def ids(result_out: str) -> list[str]:
    return [line.partition(",")[0] for line in result_out.splitlines()[1:]]


# -- left alone -----------------------------------------------------------------------------------------------------


def test_without_a_file_nothing_is_set_and_toml_is_not_loaded(project: Path) -> None:
    assert configuration.load().values == {}
    assert all(source in ("", "default") for key, (_, source) in values().items() if key != "editor")


def test_a_listing_without_a_file_says_nothing_of_one(project: Path, stocked: Program) -> None:
    assert stocked.said("list") == "8 incidents, 2 undated, 0 proposals wait\n"


@pytest.mark.parametrize("variable", ["XDG_DATA_HOME", "XDG_CONFIG_HOME"])
@pytest.mark.parametrize("value", ["", "relative", "/somewhere", None])
def test_the_folders_are_those_of_platformdirs(
    variable: str, value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(variable)
    if value is not None:
        monkeypatch.setenv(variable, value)
    assert paths.config_dir() == platformdirs.user_config_path("incidents", appauthor=False)
    assert paths.data_dir() == platformdirs.user_data_path("incidents", appauthor=False)


def test_what_scripts_read_keeps_its_columns(project: Path, stocked: Program) -> None:
    promised = stocked.out("list", "--format", "csv")
    (project / ".incidents.toml").write_text('[list]\ncolumns = ["id", "title"]\n')
    assert stocked.out("list", "--format", "csv") == promised
    assert stocked.out("list", "--limit", "1").split("\n")[0].split() == ["id", "title"]


# -- which wins -----------------------------------------------------------------------------------------------------


def test_the_nearest_project_wins_over_the_user_and_the_environment_over_both(project: Path, own: Path) -> None:
    own.write_text('user = "own"\nlanguage = "ko"\n[list]\nlimit = 3\n')
    (project.parent / ".incidents.toml").write_text('user = "farther"\ncolour = "never"\n')
    (project / ".incidents.toml").write_text('user = "project"\n')
    found = values()
    assert found["user"] == ("project", str(project / ".incidents.toml"))
    assert found["language"] == ("ko", str(own))
    assert found["list.limit"] == ("3", str(own))
    assert found["colour"] == ("auto", "default")
    assert values(INCIDENTS_USER="environment")["user"] == ("environment", "environment INCIDENTS_USER")
    assert values("--as", "option", INCIDENTS_USER="x")["user"] == ("option", "option")
    assert values(EDITOR="ed")["editor"] == ("ed", "environment EDITOR")
    assert values(NO_COLOR="1")["colour"] == ("never", "environment NO_COLOR")


def test_a_database_stands_beside_its_file(project: Path, stocked_path: Path) -> None:
    shutil.copy(stocked_path, project / "camps.db")
    (project / ".incidents.toml").write_text('database = "camps.db"\n')
    result = CliRunner().invoke(app, ["list", "--format", "csv"])
    assert len(ids(result.stdout)) == 8
    assert values()["database"] == (str(project / "camps.db"), str(project / ".incidents.toml"))
    (project / "camps.db").unlink()
    assert f"incidents db init --db {project / 'camps.db'}" in said("list", code=3)


def test_an_option_and_the_environment_win_over_a_database_of_a_file(project: Path, stocked: Program) -> None:
    (project / ".incidents.toml").write_text('database = "not-there.db"\n')
    assert len(ids(stocked.out("list", "--format", "csv"))) == 8
    assert said("list", "--db", str(stocked.path)).startswith("8 incidents")
    assert "not-there.db" in said("list", code=3)


def test_who_writes_comes_from_a_file(project: Path, copied: Program) -> None:
    (project / ".incidents.toml").write_text('user = "nadia"\n')
    environment = {"INCIDENTS_DB": str(copied.path)}
    assert CliRunner().invoke(app, ["withdraw", "1", "--reason", "x"], env=environment).exit_code == 0
    assert "nadia: withdrawn" in copied.out("history", "1")


def test_reports_get_what_nothing_else_says(project: Path, tmp_path: Path) -> None:
    (project / ".incidents.toml").write_text('language = "en"\n[ingest]\noutlet = "RFA"\nhandling = "internal"\n')
    texts = {
        "bare.txt": "Snow fell.\n",
        "front.txt": "---\noutlet: Daily NK\nhandling: sealed\n---\nSnow fell again.\n",
        "address.txt": "---\nurl: https://www.dailynk.com/english/x/\n---\nSnow fell at last.\n",
    }
    for name, text in texts.items():
        (project / "below" / name).write_text(text)
    assert CliRunner().invoke(app, ["ingest", *texts]).exit_code == 0
    result = CliRunner().invoke(app, ["report", "list", "--format", "json"])
    rows = [(row["outlet_code"], row["handling"]) for row in json.loads(result.stdout)]
    assert rows == [("rfa", "internal"), ("daily-nk", "sealed"), ("daily-nk", "internal")]


# -- what is said ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "said_first", "found"),
    [
        ('[list]\nprovince = "Nampo"', (), "only Nampo, from .incidents.toml; all: incidents --no-config list", "3 6"),
        ('[list]\nprovince = "Nampo"', ("--province", "KP-10"), "", "2 1"),
        ('[list]\nsort = "-id"\nformat = "csv"', (), "", "8 7 6 5 4 3 2 1"),
        ("[list]\nlimit = 2", (), "only the last 2, from", "6 7"),
        ('[list]\nat-least = "confirmed"', (), "only confirmed or above, from", "8"),
        ("[list]\nat_least = 'confirmed'", (), "only confirmed or above, from", "8"),
        ('[list]\ntype = ["arrest"]\ndisputed = true', (), "only arrest, disputed, from", ""),
        ("[list]\nsince = 2016\nuntil = 2016-12-31", (), "only since 2016, until 2016-12-31, from", "1 3"),
        ("[list]\nsince = 2016\ncertain = true", ("--possible",), "only since 2016, from", "1 3 4 5 6 7"),
        ("[list]\ndisputed = false", (), "", "8 2 1 3 4 5 6 7"),
    ],
)
def test_a_filter_of_a_file_is_said(  # noqa: PLR0917  a table and its fixtures
    text: str,
    words: tuple[str, ...],
    said_first: str,
    found: str,
    project: Path,
    stocked: Program,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project)
    (project / ".incidents.toml").write_text(text)
    result = stocked("list", *words, "--format", "csv")
    assert " ".join(ids(result.stdout)) == found
    if said_first:
        assert result.stderr.startswith(said_first)
    else:
        assert "only" not in result.stderr


def test_what_is_said_of_a_filter_lists_everything_when_typed(project: Path, stocked_path: Path) -> None:
    shutil.copy(stocked_path, project / "my camps.db")
    (project / ".incidents.toml").write_text('database = "my camps.db"\n[list]\nprovince = "Nampo"\n')
    first = said("list").splitlines()[0]
    assert first.endswith(f"all: incidents --no-config list --db '{project}/my camps.db'")
    assert "8 incidents" in said("--no-config", "list", "--db", f"{project}/my camps.db")


def test_no_file_is_followed_when_asked(project: Path, stocked: Program) -> None:
    (project / ".incidents.toml").write_text('[list]\nprovince = "Nampo"\nnonsense = 1\n')
    assert len(ids(stocked.out("--no-config", "list", "--format", "csv"))) == 8
    assert len(ids(stocked("list", "--format", "csv", INCIDENTS_CONFIG="none").stdout)) == 8
    assert "no file is followed" in said("--no-config", "config")


def test_another_users_project_is_not_followed(
    project: Path, stocked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / ".incidents.toml").write_text('[list]\nprovince = "Nampo"\n')
    assert len(ids(stocked.out("list", "--format", "csv"))) == 2
    monkeypatch.setattr(os, "geteuid", lambda: project.stat().st_uid + 1)
    if project.stat().st_uid == 0:  # root's file is followed by everyone: give it to another
        os.chown(project / ".incidents.toml", 4711, -1)
    result = stocked("list", "--format", "csv")
    assert len(ids(result.stdout)) == 8
    assert result.stderr.count("is not followed, it belongs to another user: INCIDENTS_CONFIG=") == 1


def test_a_server_of_a_project_is_said_before_it_is_written_to(
    project: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("incidents.cli.writing.ready", lambda location, _: told.append(location.shown))
    monkeypatch.setattr("incidents.cli.writing.tell", told.append)
    (project / ".incidents.toml").write_text('database = "postgresql://me:secret@far.example/incidents"\n')
    CliRunner().invoke(app, ["withdraw", "1", "--reason", "x", "--dry-run"])
    assert told == []
    CliRunner().invoke(app, ["withdraw", "1", "--reason", "x"])
    assert told[0].startswith("writing to postgresql://me:***@far.example/incidents, as ")
    assert told[0].endswith(".incidents.toml says")
    told.clear()
    shutil.move(project / ".incidents.toml", own)
    CliRunner().invoke(app, ["withdraw", "1", "--reason", "x"])
    assert told == ["postgresql://me:***@far.example/incidents"]
    assert "secret" not in CliRunner().invoke(app, ["config"]).output


# -- wrong files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x = 1", ":1: there is no key 'x'; incidents config names them all"),
        ("[list]\n\nprovnce = 'x'", ":3: there is no key 'list.provnce'; did you mean list.province?"),
        ("db = 'x'", ":1: there is no key 'db'; did you mean database?"),
        ("province = 'x'", ":1: there is no key 'province'; did you mean list.province?"),
        ("list = 3", ":1: list is a section: write [list]"),
        ("list.sinse = 3", ":1: there is no key 'list.sinse'; did you mean list.since?"),
        ("database = 3", ":1: database is 3; it takes one line of text in quotation marks"),
        ("database = ''", ":1: database is ''; it takes"),
        ("colour = 'red'", ":1: colour is 'red'; 'red' is none of auto, always, never"),
        ("[list]\ncolumns = ['id', 'idd']", ":2: list.columns is ['id', 'idd']; 'idd' is none of id, code, uid"),
        ("[list]\nlimit = true", ":2: list.limit is True; it takes a whole number from 1 on"),
        ("[list]\nreviewed = 1", ":2: list.reviewed is 1; it is true or false"),
        ("[list]\nprovince = [1]", ":2: list.province is [1]; it takes a text, or several"),
        ("[list]\nwithdrawn = true", ":2: there is no key 'list.withdrawn'"),
        ("editor = 'rm -rf'", ":1: editor names a program to run: it may stand in your own file only, "),
        ("user = 'a'\nuser = 'b'", ":2: this is no TOML: Cannot overwrite a value"),
        ("user = 'a", ":1: this is no TOML: "),
        ("x = " + "[" * 5000, ":1: this is no TOML: "),
    ],
)
def test_a_wrong_file_is_an_error_of_one_sentence(text: str, sentence: str, project: Path, stocked: Program) -> None:
    (project / ".incidents.toml").write_text(text)
    words = stocked.said("list", code=6)
    assert f".incidents.toml{sentence}" in words
    assert words.count("\n") == 1
    assert sentence.strip(":0123456789 ") in said("config", code=6)
    assert stocked("list", "--help").exit_code == 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_told(content: bytes | None, project: Path, stocked: Program) -> None:
    path = project / ".incidents.toml"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert ".incidents.toml" in stocked.said("list", code=6)


@pytest.mark.parametrize("to", ["nowhere", ".incidents.toml"], ids=["nowhere", "itself"])
def test_a_link_that_leads_nowhere_is_not_passed_over(to: str, project: Path, own: Path, stocked: Program) -> None:
    (project / ".incidents.toml").symlink_to(to)
    assert "project/.incidents.toml is no file\n" in stocked.said("list", code=6)
    (project / ".incidents.toml").unlink()
    own.symlink_to(own.name if to != "nowhere" else to)
    assert "config.toml is no file\n" in stocked.said("list", code=6)


def test_config_shows_what_is_right_in_a_wrong_file(project: Path) -> None:
    (project / ".incidents.toml").write_text("user = 'nadia'\nx = 1\ny = 2\n")
    result = CliRunner().invoke(app, ["config", "--format", "csv"])
    assert result.exit_code == 6
    assert "user,nadia," in result.stdout
    assert "there is no key 'x'" in result.stderr
    assert "there is no key 'y'" in result.stderr
    assert "there is no key 'x'" in said("report", "list", code=6)
    assert "(and 1 more: incidents config)" in said("report", "list", code=6)


def test_the_two_paths(project: Path, own: Path) -> None:
    (project / ".incidents.toml").write_text("")
    assert CliRunner().invoke(app, ["config", "--path"]).stdout.split() == [str(own), str(project / ".incidents.toml")]


def test_a_file_that_the_environment_names_stands_for_the_users_own(project: Path, own: Path, tmp_path: Path) -> None:
    own.write_text("user = 'own'\n")
    (tmp_path / "other.toml").write_text("user = 'other'\neditor = 'ed'\n")
    assert values(INCIDENTS_CONFIG=str(tmp_path / "other.toml"))["user"][0] == "other"
    assert "which INCIDENTS_CONFIG names" in said("list", code=6, INCIDENTS_CONFIG="/not/there.toml")


# -- settings that are asked for ------------------------------------------------------------------------------------


def test_the_editor_of_the_users_own_file(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert configuration.setting("editor") is None
    own.write_text("editor = 'ed -s'\n")
    assert configuration.setting("editor") == "ed -s"
    monkeypatch.setenv("INCIDENTS_EDITOR", "nano")
    assert configuration.setting("editor") == "nano"


@pytest.mark.parametrize(
    ("colour", "environment", "coloured"),
    [("always", {}, True), ("always", {"NO_COLOR": "1"}, False), ("auto", {}, False), ("never", {}, False)],
)
def test_colour(
    colour: str, environment: dict[str, str], *, coloured: bool, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write_text(f"colour = '{colour}'\n")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert screen().colour == coloured


# -- columns --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "id,title\n8,The assessed one\n"),
        ("tsv", "id\ttitle\n8\tThe assessed one\n"),
        ("jsonl", '{"id": 8, "title": "The assessed one"}\n'),
        ("md", "| id | title |\n| ---: | --- |\n| 8 | The assessed one |\n"),
        ("table", "id  title\n 8  The assessed one\n"),
    ],
)
def test_columns_in_every_format(form: str, expected: str, stocked: Program) -> None:
    words = ("list", "--columns", "id, title,id", "--at-least", "confirmed", "--format", form)
    assert stocked.out(*words) == expected


@pytest.mark.parametrize("words", ["idd", "", ",", "id;title"])
def test_a_column_that_is_none_names_the_known_ones(words: str, stocked: Program) -> None:
    assert "it is some of id, code, uid" in stocked.said("list", "--columns", words, code=2)


def test_the_documentation_is_up_to_date() -> None:
    """`python -m incidents.cli.configuration.reference > docs/configuration.md` writes it."""
    assert (DOCS / "configuration.md").read_text(encoding="utf-8") == page()
    assert all(f"`{key.rpartition('.')[2]}`" in page() for key in KEYS)


def test_every_filter_of_a_file_has_words() -> None:
    for key in KEYS:
        assert defaults_told._worded(key.removeprefix("list."), "x")
