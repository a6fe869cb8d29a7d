"""Reads a folder of reports without the command line and prints what is found.

For the scorer, one JSON object a report; with `--frozen` the short form that the tests compare, one line a finding:

python tests/benchmarks/accuracy.py FOLDER > predictions.jsonl
python tests/benchmarks/accuracy.py --frozen fixtures > tests/extract/frozen/fixtures.jsonl
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from incidents.extract.pipeline import extract
from incidents.intake.files import gather
from incidents.intake.report import read_report
from incidents.intake.seeds import read_phrases, read_reference
from incidents.lexicon.lexicon import Lexicon
from incidents.model.proposal import Extraction
from incidents.model.reference import Reference
from incidents.model.report import Report
from incidents.output.reading import read_object


def read(folder: Path) -> Iterator[tuple[Report, Extraction, Reference]]:
    """Each report of a folder (by its manifest, if it has one) with what is found in it."""
    reference = read_reference()
    lexicon = Lexicon(reference, read_phrases("en"))
    for item in gather([str(folder)]).items:
        report = read_report(item.name, item.read(), item.said, reference.outlets)
        yield report, extract(report, lexicon), reference


def as_object(report: Report, found: Extraction, reference: Reference) -> dict[str, Any]:
    """What `ingest --dry-run` prints of a report, by the name of its file."""
    return read_object(report, found, reference) | {"file": Path(report.name).name}


def frozen(folder: Path) -> Iterator[str]:
    """One line a finding, short enough that a change of behaviour is a readable diff."""
    for report, found, reference in read(folder):
        one = as_object(report, found, reference)
        name = Path(one["file"]).stem
        for timex in one["timexes"]:
            yield json.dumps({"report": name, "time": timex["text"], "value": timex["value"]}, ensure_ascii=False)
        for incident in one["incidents"]:
            yield json.dumps({"report": name, **_short(incident)}, ensure_ascii=False)


def _short(one: dict[str, Any]) -> dict[str, Any]:
    passages = [f"{e['start']}-{e['end']} {e['source']} {e['source_type']} {e['origin']}" for e in one["evidence"]]
    kept = {key: one[key] for key in ("title", "type", "status", "date", "verification", "confidence", "problems")}
    return kept | {
        "places": [f"{place['role']}: {place['path']}" for place in one["places"]],
        "institutions": [f"{part['role']}: {part['name']}" for part in one["institutions"]],
        "people": [f"{group['group']}: {group['words']}" for group in one["people"]],
        "evidence": passages,
    }


def main(arguments: list[str]) -> None:
    """Prints one of the two forms."""
    if arguments[0] == "--frozen":
        for line in frozen(Path(arguments[1])):
            print(line)
        return
    for report, found, reference in read(Path(arguments[0])):
        print(json.dumps(as_object(report, found, reference), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
