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
    return {
        "title": one.title,
        "type": one.type,
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
        "evidence": evidence(proposal, reference),
        "verification": proposal.verification,
        "explanation": proposal.explanation,
        "confidence": proposal.confidence,
        "problems": [problem.message for problem in proposal.problems],
    }


def evidence(proposal: Proposal, reference: Reference) -> list[dict[str, Any]]:
    """The passages of an incident."""
    outlets = {code: known.name for code, known in reference.outlet.items()}
    return [
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
        for e in proposal.incident.evidence
    ]


def frozen(folder: Path) -> Iterator[str]:
    """One line a finding, short enough that a change of behaviour is a readable diff."""
    for report, found, reference in read(folder):
        name = Path(report.name).stem
        for timex in found.timexes:
            yield json.dumps({"report": name, "time": timex.text, "value": timex.when.edtf}, ensure_ascii=False)
        for proposal in found.proposals:
            yield json.dumps({"report": name, **_short(incident(proposal, reference))}, ensure_ascii=False)


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
