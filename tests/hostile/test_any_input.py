"""Generated input for everything that is read: no traceback, one sentence, and the database stays whole."""

import json
import shlex
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.inputs import forms, front_matter, manifests, objects, settings_files, texts
from tests.hostile.nightly import cases
from tests.hostile.sandbox import Sandbox
from tests.hostile.test_any_command import LIMITS

FEW = settings(LIMITS, max_examples=cases(8, 300))
MANY = settings(LIMITS, max_examples=cases(60, 3000))


@FEW
@given(given_objects=st.lists(objects(), min_size=10, max_size=10))
def test_any_object(sandbox: Sandbox, given_objects: list[str]) -> None:
    sandbox.fresh()
    for one in given_objects:
        sandbox.demand(["add", "-"], one.encode("utf-8", "surrogatepass"))
    sandbox.demand_whole()


@FEW
@given(tables=st.lists(manifests(), min_size=5, max_size=5))
def test_any_manifest(sandbox: Sandbox, tables: list[bytes]) -> None:
    sandbox.fresh()
    for table in tables:
        (sandbox.folder / "manifest.csv").write_bytes(table)
        sandbox.demand(["ingest", "--manifest", "manifest.csv"])
    sandbox.demand_whole()


@FEW
@given(reports=st.lists(front_matter(), min_size=5, max_size=5))
def test_any_front_matter(sandbox: Sandbox, reports: list[str]) -> None:
    sandbox.fresh()
    for report in reports:
        (sandbox.folder / "report.txt").write_bytes(report.encode("utf-8", "surrogatepass"))
        sandbox.demand(["ingest", "report.txt", "--accept", "clear"])
    sandbox.demand_whole()


@FEW
@given(data=st.data())
def test_any_form(sandbox: Sandbox, data: st.DataObject) -> None:
    sandbox.fresh()
    script, typed, shown = (sandbox.folder / name for name in ("editor.sh", "typed", "shown"))
    script.write_text('cp "$1" shown; test -e typed && cp typed "$1"; true\n')
    editor = {"EDITOR": f"sh {shlex.quote(str(script))}", "VISUAL": ""}
    sandbox.demand(["edit", "1", "--edit"], **editor)
    form = shown.read_text(encoding="utf-8")
    for words in (["edit", "1", "--edit"], ["add", "--edit"], ["edit", "2", "--edit", "--dry-run"]):
        typed.write_bytes(data.draw(forms(form)).encode("utf-8", "surrogatepass"))
        sandbox.demand(words, **editor)
    sandbox.demand_whole()


@FEW
@given(files=st.lists(settings_files(), min_size=3, max_size=3))
def test_any_settings(sandbox: Sandbox, files: list[str]) -> None:
    sandbox.fresh()
    for file in files:
        (sandbox.folder / ".incidents.toml").write_bytes(file.encode("utf-8", "surrogatepass"))
        for words in (["config"], ["list"], ["add", "--title", "x", "--type", "other"], ["ingest", "texts"]):
            sandbox.demand(words)
        (sandbox.folder / ".incidents.toml").unlink()
    sandbox.demand_whole()


@MANY
@given(text=texts)
def test_any_text(sandbox: Sandbox, text: str) -> None:
    if not sandbox.folder.exists():
        sandbox.fresh()
    data = text.encode("utf-8", "surrogatepass")
    result = sandbox.demand(["ingest", "-", "--dry-run", "--format", "jsonl", "--published", "2025-02-06"], data)
    for line in result.stdout.splitlines():
        kept = Path(json.loads(line)["file"])
        assert kept == Path("-")
    if result.exit_code == 0:
        _demand_own_words(json.loads(result.stdout), text)


def _demand_own_words(found: dict[str, object], text: str) -> None:
    """Every quote is what the text holds at its offsets, unless something in it could not be decoded."""
    if any(not character.isprintable() and character != "\n" for character in text):
        return
    incidents = found["incidents"]
    assert isinstance(incidents, list)
    for incident in incidents:
        for one in incident["evidence"]:
            assert text[one["start"] : one["end"]] == one["quote"]
