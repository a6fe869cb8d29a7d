"""Reads the dates of a folder of texts and prints them as `ingest --dry-run --format jsonl` would, for the scorers.

python tests/benchmarks/time_accuracy.py ../shared/data/timeml > /tmp/dates.jsonl
python ../shared/tools/score_timeml.py ../shared/data/timeml /tmp/dates.jsonl --errors 50
"""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from incidents.extract.text import prepare
from incidents.extract.time import annotate
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.report import Report
from incidents.model.when import When

Lexicons = Callable[[str], Lexicon]
"""The lexicon of a language."""


def predictions(folder: Path, lexicons: Lexicons, *, cleaned: bool = False) -> Iterator[dict[str, object]]:
    """One object a row of the manifest, read in its language, English if the row has none.

    `cleaned`: through intake's cleaning, the offsets still those of the file.
    """
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        text = (folder / row["file"]).read_bytes().decode("utf-8")
        lexicon = lexicons(row["language"] or "en")
        document = Document(text, published=When.of(row["published"] or None))
        if cleaned:
            document = prepare(Report(row["file"], b"", text, "", published=row["published"] or None), lexicon)
        yield {"file": row["file"], "id": Path(row["file"]).stem, "timexes": list(_timexes(document, lexicon))}


def _timexes(document: Document, lexicon: Lexicon) -> Iterator[dict[str, object]]:
    for timex in annotate(document, lexicon):
        start, end = document.kept(timex.start, timex.end)
        yield {"start": start, "end": end, "text": timex.text, "value": timex.when.edtf}


def main() -> None:
    """The folder is the first argument; `--cleaned` after it prepares the texts as the pipeline does."""
    reference = read_reference()
    lexicons = cache(lambda language: Lexicon(reference, read_phrases(language)))
    for found in predictions(Path(sys.argv[1]), lexicons, cleaned="--cleaned" in sys.argv):
        print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
