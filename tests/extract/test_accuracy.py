"""What is found in the fixtures and in the shared reports: floors beside the hash of the gold, and a frozen run."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FROZEN = Path(__file__).parent / "frozen" / "fixtures.jsonl"
GOLD = "fb681272a7cd77604e961417709e3694f181e7540a97e2a446e5a0a03b08ea66"
"""SHA-256 of fixtures/gold.jsonl: the floors below hold for this gold. Another gold needs new floors."""

FLOORS = {
    "fixtures": {
        "record_score": 0.85,
        "core_recall": 0.93,
        "precision": 0.75,
        "place_province": 0.95,
        "institution_f1": 0.83,
    },
    "shared": {
        "record_score": 0.80,
        "core_recall": 0.90,
        "precision": 0.72,
        "place_province": 0.72,
        "institution_f1": 0.85,
    },
}


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def driver() -> ModuleType:
    return load(ROOT / "tests" / "benchmarks" / "accuracy.py")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = SHARED / "tools" / "score_records.py"
    if not path.exists():
        pytest.skip("the scorer stands in ../shared/tools, which is not here")
    return load(path)


def scores(driver: ModuleType, scorer: ModuleType, folder: Path, gold: Path) -> dict[str, float]:
    found = [driver.as_object(*one) for one in driver.read(folder)]
    predictions = {p["id"]: p for p in map(scorer.from_program, found)}
    numbers: dict[str, Any] = scorer.evaluate(scorer.load(gold), predictions)[0]["all"]
    return numbers | {"institution_f1": numbers["institution"]["f1"]}


@pytest.fixture(scope="module")
def in_fixtures(driver: ModuleType, scorer: ModuleType) -> dict[str, float]:
    return scores(driver, scorer, ROOT / "fixtures", ROOT / "fixtures" / "gold.jsonl")


@pytest.fixture(scope="module")
def in_shared(driver: ModuleType, scorer: ModuleType) -> dict[str, float]:
    return scores(driver, scorer, SHARED / "reports", SHARED / "gold" / "reports.jsonl")


def test_the_gold_is_the_one_that_the_floors_were_measured_on() -> None:
    assert hashlib.sha256((ROOT / "fixtures" / "gold.jsonl").read_bytes()).hexdigest() == GOLD


@pytest.mark.parametrize("measure", FLOORS["fixtures"])
def test_fixtures(in_fixtures: dict[str, float], measure: str) -> None:
    assert in_fixtures[measure] >= FLOORS["fixtures"][measure]


@pytest.mark.parametrize("measure", FLOORS["shared"])
def test_shared_reports(in_shared: dict[str, float], measure: str) -> None:
    assert in_shared[measure] >= FLOORS["shared"][measure]


def test_the_run_over_the_fixtures_is_the_frozen_one(driver: ModuleType) -> None:
    """A change of behaviour shows as a diff of the frozen run; the driver's docstring says how to make it anew."""
    kept = [json.loads(line) for line in FROZEN.read_text(encoding="utf-8").splitlines()]
    assert [json.loads(line) for line in driver.frozen(ROOT / "fixtures")] == kept
