"""The wheel carries migrations, seeds and fixtures: installed into an empty environment, it runs the demo elsewhere."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("INCIDENTS_", "PYTHON"))}
    return subprocess.run(
        command, cwd=cwd, env=kept | environment, text=True, capture_output=True, check=False, timeout=600
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("incidents-*.whl"))


@pytest.mark.parametrize("folder", ["migrations", "seeds", "fixtures"])
def test_the_wheel_carries_every_shipped_file(wheel: Path, folder: str) -> None:
    listed = subprocess.run(["git", "ls-files", folder], cwd=ROOT, text=True, capture_output=True, check=True)
    wanted = {f"incidents/_{name}" for name in listed.stdout.splitlines()}
    held = set(zipfile.ZipFile(wheel).namelist())
    assert wanted
    assert sorted(wanted - held) == []


def test_the_wheel_carries_every_file_of_the_program(wheel: Path) -> None:
    """The scripts of the shells too, which are no Python."""
    listed = subprocess.run(["git", "ls-files", "incidents"], cwd=ROOT, text=True, capture_output=True, check=True)
    missing = set(listed.stdout.splitlines()) - set(zipfile.ZipFile(wheel).namelist())
    assert sorted(missing) == []
    assert "incidents/cli/completing/incidents.bash" in listed.stdout.splitlines()


def test_the_demo_runs_from_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    installed = run(str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel), cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shown = run(str(scripts / "incidents"), "demo", cwd=elsewhere, HOME=str(elsewhere), COLUMNS="120")
    assert shown.returncode == 0, shown.stderr
    for name in ("Posong", "Onchon", "Irkutsk"):
        assert name in shown.stdout
    assert "$ incidents ingest fixtures/ --accept clear\n" in shown.stderr
