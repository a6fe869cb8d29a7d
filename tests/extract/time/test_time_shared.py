"""Floors on the shared data, by the shared scorers; they may only rise."""

import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from incidents.extract.time import annotate
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.when import When

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
    yield from benchmark().predictions(SHARED / folder, lexicon)


def test_news_with_timex3_gold(lexicon: Lexicon, tmp_path: Path) -> None:
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps(row) + "\n" for row in found("data/timeml", lexicon)), encoding="utf-8")
    scorer = SHARED / "tools" / "score_timeml.py"
    command: list[str | Path] = [sys.executable, scorer, SHARED / "data" / "timeml", predictions, "--json"]
    measures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert measures["span F1"] >= 0.970
    assert measures["value F1"] >= 0.860


def test_every_expression_of_the_shared_reports_is_found_and_right_and_nothing_else(lexicon: Lexicon) -> None:
    gold = [json.loads(line) for line in (SHARED / "gold" / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"]: [(x["start"], x["phrase"], x["value"]) for x in row["timexes"]] for row in gold}
    for row in found("reports", lexicon):
        got = [(x["start"], x["text"], x["value"]) for x in row["timexes"]]
        assert got == wanted[row["id"]]


def test_more_than_a_hundred_articles_a_second(lexicon: Lexicon) -> None:
    rows = json.loads((SHARED / "data" / "kcna" / "headlines_2024-11-11.json").read_text(encoding="utf-8"))
    texts = [row["story_text"] for row in rows if row.get("story_text")][:200]
    start = time.process_time()
    for text in texts:
        annotate(Document(text, published=When.of("2024-11-11")), lexicon)
    assert len(texts) / (time.process_time() - start) > 100
