"""Finding a quoted passage in a report's kept text, so that a value stays traceable to the words it came from."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from incidents.errors import Refused, UsageProblem
from incidents.model.incident import Evidence
from incidents.store.location import Location
from incidents.store.query.connect import open_reader
from incidents.store.query.find import number_of

Span = tuple[int, int]

_PLAIN = str.maketrans("’‘`´“”„«»–—‑", '\'\'\'\'"""""---')
_ALIKE = {"'": "['’‘`´]", '"': '["“”„«»]', "-": r"\s*[-–—‑]\s*", "…": r"(?:…|\.\s?\.\s?\.)"}
_DASH = re.compile(r"\s*-\s*")
_DOTS = re.compile(r"\.\s?\.\s?\.")
_TEXT = """SELECT r.uid, x.sha256, x.text, o.code FROM report r
    LEFT JOIN report_text x ON x.report_id = r.id LEFT JOIN outlet o ON o.id = r.outlet_id
    WHERE r.id = ? ORDER BY x.version DESC"""
_AROUND = 24
"""So many characters on either side tell one place from another."""
_NAMED = 3


def find(text: str, quote: str) -> list[Span]:
    """Where `quote` stands in `text`: exactly, else forgiving of spaces, line ends, forms of quotes and dashes."""
    words = quote.strip()
    exact = [(start, start + len(words)) for start in _starts(text, words)] if words else []
    return exact or next(filter(None, (_forgiving(text, form) for form in _forms(words))), [])


def evidence_of(location: Location, report: str, quote: str = "", nth: int | None = None) -> Evidence:
    """Evidence from a stored report (by number or uid), with the offsets of the passage if a `quote` is given.

    Where its words stand in several places of the text, `nth` says in which, from 1.

    Raises:
        NotFound: there is no such report.
        Refused: it is withdrawn, or the passage does not stand in it.
        UsageProblem: the passage stands in several places and `nth` does not say in which.
    """
    with open_reader(location) as reader:
        number = number_of(reader, "report", report)
        if reader.one("SELECT 1 FROM report WHERE id = ? AND withdrawn = 1", (number,)):
            raise Refused(f"report {number} is withdrawn: nothing rests on it.")
        uid, sha256, text, outlet = reader.one(_TEXT, (number,)) or ("", None, None, None)
    if not quote:
        return Evidence(report=uid, origin=outlet)
    if text is None:
        raise Refused(f"report {number} has no text: give a --citation instead of a --quote.")
    start, end = _chosen(number, text, quote, nth)
    return Evidence(report=uid, text=sha256, start=start, end=end, quote=text[start:end], origin=outlet)


def _chosen(report: int, text: str, quote: str, nth: int | None) -> Span:
    spans = find(text, quote)
    if not spans:
        from incidents.actions.near_passage import nearest  # noqa: PLC0415  on the way to an error only

        near = nearest(text, quote)
        hint = f"; very like it is {_shown(near)}" if near else ""
        raise Refused(f"report {report} does not hold the words {_shown(quote)}: quote it as it is written{hint}.")
    if len(spans) == 1 and nth in (None, 1):
        return spans[0]
    if nth is None:
        raise UsageProblem(f"these words stand in {len(spans)} places of report {report}: {_places(text, spans)}")
    if nth > len(spans):
        times = "once" if len(spans) == 1 else f"{len(spans)} times"
        raise UsageProblem(f"report {report} holds these words {times}: there is no --nth {nth}")
    return spans[nth - 1]


def _places(text: str, spans: Sequence[Span]) -> str:
    """`--nth 1 is “at the station”, --nth 2 …`, of the first few."""
    around = (_around(text, *span) for span in spans[:_NAMED])
    named = ", ".join(f"--nth {n} takes {_shown(words)}" for n, words in enumerate(around, 1))
    return named + (f", and so on to --nth {len(spans)}" if len(spans) > _NAMED else "")


def _around(text: str, start: int, end: int) -> str:
    """The passage with the whole words around it."""
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    if start > _AROUND and " " in before:
        before = before[before.index(" ") + 1 :]
    if end + _AROUND < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    return before + text[start:end] + after


def _shown(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain[:200]}{'…' * (len(plain) > 200)}”"


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def _forms(words: str) -> Iterator[str]:
    """The words, and where they are not all ASCII, with their letters whole and taken apart."""
    forms = () if words.isascii() else (unicodedata.normalize(form, words) for form in ("NFC", "NFD"))
    yield from dict.fromkeys((words, *forms))


def _forgiving(text: str, quote: str) -> list[Span]:
    plain = _DASH.sub("-", _DOTS.sub("…", quote.translate(_PLAIN)))
    pattern = r"\s+".join("".join(_ALIKE.get(c, re.escape(c)) for c in word) for word in plain.split())
    pattern = pattern.removeprefix(r"\s*").removesuffix(r"\s*")
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []
