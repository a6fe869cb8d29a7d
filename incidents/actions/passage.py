"""Finding a quoted passage in a report's kept text, so that a value stays traceable to the words it came from."""

import re

from incidents.errors import NotFound, Refused
from incidents.model.incident import Evidence
from incidents.store.location import Location
from incidents.store.query.connect import open_reader

_ALIKE = {"'": "['’‘`´]", '"': '["“”„«»]', "-": "[-–—‑]", "…": "(?:…|\\.\\.\\.)"}
_TEXT = """SELECT r.uid, x.sha256, x.text, o.code FROM report r
    JOIN report_text x ON x.report_id = r.id LEFT JOIN outlet o ON o.id = r.outlet_id
    WHERE r.withdrawn = 0 AND {} ORDER BY x.version DESC"""


def find(text: str, quote: str) -> tuple[int, int] | None:
    """The span of `quote` in `text`: exactly, else forgiving of spaces, line ends, forms of quotes and dashes."""
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    words = quote.translate(str.maketrans("’‘“”–—", "''\"\"--")).split()
    pattern = r"\s+".join("".join(_ALIKE.get(c, re.escape(c)) for c in word) for word in words)
    found = re.search(pattern, text) if words else None
    return found.span() if found else None


def evidence_of(location: Location, report: str, quote: str) -> Evidence:
    """Evidence that quotes a stored report (by number or uid), with the offsets of the passage.

    Raises:
        NotFound: there is no such report.
        Refused: the passage does not stand in it.
    """
    condition, value = ("r.id = ?", int(report)) if report.isdecimal() else ("r.uid = ?", report)
    with open_reader(location) as reader:
        row = reader.one(_TEXT.format(condition), (value,))
    if row is None:
        raise NotFound(f"there is no report {report}; `incidents report list` shows them.")
    uid, sha256, text, outlet = row
    span = find(text, quote)
    if span is None:
        raise Refused(f"report {report} does not hold the words {quote!r:.80}: quote it as it is written.")
    start, end = span
    return Evidence(report=uid, text=sha256, start=start, end=end, quote=text[start:end], origin=outlet)
