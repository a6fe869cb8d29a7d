"""Reads a folder of reports without the command line and prints predictions for the scorer, one JSON object a report.

python tests/benchmarks/accuracy.py FOLDER > predictions.jsonl
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
from incidents.model.proposal import Extraction, Proposal
from incidents.model.reference import Reference
from incidents.model.report import Report


def read(folder: Path) -> Iterator[tuple[Report, Extraction, Reference]]:
    """Each report of a folder (by its manifest, if it has one) with what is found in it."""
    reference = read_reference()
    lexicon = Lexicon(reference, read_phrases("en"))
    for item in gather([str(folder)]).items:
        report = read_report(item.name, item.read(), item.said, reference.outlets)
        yield report, extract(report, lexicon), reference


def as_object(report: Report, found: Extraction, reference: Reference) -> dict[str, Any]:
    """What DESIGN section 5 promises of a report, as far as the scorer reads it."""
    return {
        "file": Path(report.name).name,
        "published": report.published,
        "timexes": [{"start": t.start, "end": t.end, "text": t.text, "value": t.when.edtf} for t in found.timexes],
        "incidents": [incident(proposal, reference) for proposal in found.proposals],
        "problems": [problem.message for problem in found.problems],
    }


def incident(proposal: Proposal, reference: Reference) -> dict[str, Any]:
    """One incident of the output."""
    one, when = proposal.incident, proposal.incident.when
    made = {institution.code: institution.name for institution in proposal.institutions}
    named = {code: known.name for code, known in reference.institution.items()} | made
    outlets = {code: known.name for code, known in reference.outlet.items()}
    return {
        "title": one.title,
        "type": one.type,
        "kind": one.kind,
        "status": one.status,
        "date": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "date_basis": when.basis,
        "places": [
            {"name": reference.place[p.place].name, "path": reference.path(p.place), "role": p.role} for p in one.places
        ],
        "institutions": [{"name": named[i.institution], "role": i.role} for i in one.institutions],
        "people": [{"group": p.group, "low": p.low, "high": p.high, "words": p.words} for p in one.people],
        "evidence": [
            {
                "start": e.start,
                "end": e.end,
                "quote": e.quote,
                "attribution": e.attribution,
                "source": e.source,
                "source_type": e.source_type,
                "source_place": reference.path(e.source_place) if e.source_place else None,
                "said_on": e.said_on,
                "access": e.access,
                "origin": outlets.get(e.origin or "", e.origin),
                "stance": e.stance,
            }
            for e in one.evidence
        ],
        "verification": proposal.verification,
        "explanation": proposal.explanation,
        "confidence": proposal.confidence,
        "problems": [problem.message for problem in proposal.problems],
    }


if __name__ == "__main__":
    for report, found, reference in read(Path(sys.argv[1])):
        print(json.dumps(as_object(report, found, reference), ensure_ascii=False))
