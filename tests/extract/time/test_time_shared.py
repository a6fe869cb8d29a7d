"""Floors on the shared data, by the shared scorers; they may only rise."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from incidents.lexicon.lexicon import Lexicon

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not beside the project")


def benchmark() -> Any:
    """The benchmark is a script: loaded by its path."""
    spec = importlib.util.spec_from_file_location("time_accuracy", ROOT / "tests" / "benchmarks" / "time_accuracy.py")
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def found(folder: str, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    yield from benchmark().predictions(SHARED / folder, lambda _language: lexicon)


def test_news_with_timex3_gold(lexicon: Lexicon, tmp_path: Path) -> None:
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps(row) + "\n" for row in found("data/timeml", lexicon)), encoding="utf-8")
    scorer = SHARED / "tools" / "score_timeml.py"
    command: list[str | Path] = [sys.executable, scorer, SHARED / "data" / "timeml", predictions, "--json"]
    measures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert measures["span F1"] >= 0.975
    assert measures["value F1"] >= 0.888


def test_every_expression_of_the_shared_reports_is_found_and_right_and_nothing_else(lexicon: Lexicon) -> None:
    gold = [json.loads(line) for line in (SHARED / "gold" / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"]: [(x["start"], x["phrase"], x["value"]) for x in row["timexes"]] for row in gold}
    for row in found("reports", lexicon):
        got = [(x["start"], x["text"], x["value"]) for x in row["timexes"]]
        assert got == wanted[row["id"]]
