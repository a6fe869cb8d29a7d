"""What a report goes by in a list: its title, else the first line of its text, else its address."""

import re
from collections.abc import Iterable

from incidents.output.safe import line
from incidents.output.width import cut
from incidents.store.query.connect import Reader
from incidents.store.query.reports import openings, report_rows

_FRONT = re.compile(r"\s*---[ \t]*\r?\n.*?\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)

LONGEST = 80
"""A text that begins with a paragraph goes by so much of it."""
_CAPTION = re.compile(r"\W*(?:(?:file )?(?:photo|image)|read (?:a|this) (?:version|story))\b", re.IGNORECASE)


def titled(title: str | None, url: str | None, opening: str) -> str:
    """One line: the title, the first line of the text after its front matter, the end of the address, or nothing."""
    if title:
        return line(title)
    body = _FRONT.sub("", opening, count=1)
    lines = (text for text in map(line, body.splitlines()) if text and not (_CAPTION.match(text) or text.islower()))
    first = next(lines, "")
    return cut(first.lstrip("# "), LONGEST) or (url or "").rstrip("/").rpartition("/")[2]


def headings(reader: Reader, reports: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Of reports by number: outlet, publication date (EDTF or nothing), and what the report goes by."""
    numbers = sorted(set(reports))
    opening = openings(reader, numbers)
    rows = report_rows(reader, ("id", "outlet", "published", "title", "url"), numbers)
    return {
        number: (outlet or "unknown outlet", published or "", titled(title, url, opening.get(number, "")))
        for number, outlet, published, title, url in rows
    }
