"""Time expressions: found by the patterns of `seeds/<language>/time_*.csv`, dated by the codebook (section 3).

`annotate` does both. Where a passage counts from another day than the publication (a quotation that gives the day the
source spoke), `find` once and `resolve_all` with `anchors`, or `resolve` one expression.
"""

from incidents.extract.time.classes import any_of, words_of
from incidents.extract.time.finding import find, whole
from incidents.extract.time.opening import opened
from incidents.extract.time.period import Period
from incidents.extract.time.resolving import Expression, resolve
from incidents.extract.time.walking import Anchors, Setting, Teller, Telling, resolve_all
from incidents.lexicon.calendar import Calendar
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.proposal import Timex

__all__ = [
    "Anchors",
    "Expression",
    "Period",
    "Setting",
    "Teller",
    "Telling",
    "annotate",
    "any_of",
    "find",
    "opened",
    "resolve",
    "resolve_all",
    "whole",
    "words_of",
]


def annotate(document: Document, lexicon: Lexicon, anchors: Anchors | None = None) -> tuple[Timex, ...]:
    """The time expressions of a document, sorted, none overlapping; offsets count in its clean text.

    `anchors` gives for an offset the day that governs it, None leaving it to the publication date. What cannot be
    resolved is undated and carries the reason.
    """
    calendar = lexicon.compiled(Calendar.of)
    setting = Setting(sentences=document.sentences)
    return resolve_all(find(document, lexicon), document.published, calendar, anchors, setting)
