"""What the review screen asks besides the reports themselves."""

from incidents.store.query.connect import Reader
from incidents.store.query.sql import number

_QUEUE = """SELECT r.id FROM report r WHERE r.withdrawn = 0 AND (r.state IN ('new', 'in review') OR EXISTS (
    SELECT 1 FROM report_text x JOIN proposal q ON q.text_id = x.id
    WHERE x.report_id = r.id AND q.state = 'waiting')) ORDER BY r.id"""


def queue(reader: Reader) -> list[int]:
    """The numbers of the reports to review: the new ones, those in review, and those of which a proposal waits."""
    return [row[0] for row in reader.rows(_QUEUE)]


def waiting(reader: Reader) -> int:
    """How many proposals wait, of all reports."""
    return number(reader, "SELECT count(*) FROM proposal WHERE state = 'waiting'")


def reasons(reader: Reader) -> list[tuple[str, str]]:
    """The usual reasons for rejecting a proposal, in their order: a few words, and what they mean."""
    text = "SELECT name, definition FROM scale_term WHERE scale = 'rejection' AND retired = 0 ORDER BY rank, code"
    return [(row[0], row[1]) for row in reader.rows(text)]
