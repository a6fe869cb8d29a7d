"""A stored report as the value that extraction reads: its newest text, and what is known about it."""

from typing import cast

from incidents.errors import NotFound
from incidents.intake.metadata import front_matter
from incidents.model.report import Report
from incidents.model.scales import Handling
from incidents.store.location import Location
from incidents.store.query.connect import Reader, open_reader

_REPORT = """SELECT r.uid, r.published, r.language, r.url, r.title, r.handling, r.got_how, o.code,
    x.sha256, x.text, x.encoding, x.media_type, x.data
    FROM report r LEFT JOIN outlet o ON o.id = r.outlet_id LEFT JOIN report_text x ON x.report_id = r.id
    WHERE r.id = ? ORDER BY x.version DESC LIMIT 1"""


def kept_report(location: Location, number: int) -> Report:
    """The report of this number; one that was recorded without a text has an empty one and no hash.

    Raises:
        NotFound: there is none.
    """
    with open_reader(location) as reader:
        return read_kept(reader, number)


def read_kept(reader: Reader, number: int) -> Report:
    """As `kept_report`, in a snapshot that is open."""
    row = reader.one(_REPORT, (number,))
    if row is None:
        raise NotFound(f"there is no report {number}; `incidents report list` shows them.")
    uid, published, language, url, title, handling, how, outlet, sha256, text, encoding, media_type, data = row
    return Report(
        name=f"report {number}",
        data=bytes(data or b""),
        text=text or "",
        sha256=sha256 or "",
        encoding=encoding or "utf-8",
        media_type=media_type or "text/plain",
        body_start=front_matter(text or "")[1],
        outlet=outlet,
        published=published,
        language=language or None,
        url=url or None,
        title=title,
        handling=cast("Handling", handling),
        how=how,
        uid=uid,
    )
