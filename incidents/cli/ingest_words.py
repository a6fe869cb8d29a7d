"""What `ingest` says when it is through: what is open or went wrong, told once for all reports; and the counts."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from incidents.actions.ingested import Ingested

NAMED = 3
"""So many reports with the same problem are named, the rest only counted."""
_UNDATED = "the publication date is unknown"
_HOW = "say it with --published, in manifest.csv or in front matter"


def open_words(rows: Sequence[Ingested]) -> Iterator[str]:
    """What is open about the reports that were taken in, each problem once with the reports that have it."""
    found: dict[str, list[str]] = {}
    for one in rows:
        if one.error or not one.read.report:
            continue
        if one.filed and one.filed.known:
            gone = f", withdrawn: incidents report restore {one.filed.id}" if one.filed.withdrawn else ""
            found.setdefault(_KNOWN, []).append(f"{_short(one.read.name)} (report {one.filed.id}{gone})")
            continue
        for words in one.read.problems:
            found.setdefault(_advised(words), []).append(_short(one.read.name))
    yield from (_told(names, words) for words, names in found.items())


_KNOWN = "known before, with the same bytes"


def failures(rows: Sequence[Ingested]) -> list[str]:
    """Why reports were not taken in, each reason once with the reports that have it."""
    found: dict[str, list[str]] = {}
    for one in rows:
        if one.error:
            bare = one.error.removeprefix(f"{one.read.name}: ").rstrip(".")
            found.setdefault(bare, []).append(one.read.name)
    return [
        _told(names, words) if any(name not in words for name in names) else words for words, names in found.items()
    ]


def summary(rows: Sequence[Ingested], waiting: int | None = None) -> str:
    """`5 new reports, 2 known before, 12 proposals wait`; `waiting` is how many wait in the database in total."""
    new = [one for one in rows if one.filed and not one.filed.known]
    known = sum(bool(one.filed and one.filed.known) for one in rows)
    accepted = sum(len(one.accepted) for one in rows)
    own = sum(len(one.proposals) for one in rows) - accepted
    total = own if waiting is None else waiting
    parts = [many(len(new), "new report"), f"{known} known before" * bool(known)]
    parts += [f"{many(accepted, 'incident')} accepted" * bool(accepted)]
    parts += [_waiting(own, total) if new or not total else f"{_waiting(total, total)} in all"]
    return ", ".join(filter(None, parts)) + (": incidents review goes through them, --list lists them" if total else "")


def _waiting(own: int, total: int) -> str:
    return f"{many(own, 'proposal')} wait{'s' * (own == 1)}" + (f" ({total} in all)" if total != own else "")


def many(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Files by their own names; where two of them are the same, by their paths."""
    listed = list(names)
    own = [Path(name).name for name in listed]
    return {name: short if own.count(short) == 1 else name for name, short in zip(listed, own, strict=True)}


def _told(names: Sequence[str], words: str) -> str:
    if len(names) == 1:
        return f"{names[0]}: {words}"
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{many(len(names), 'report')}: {words}: {', '.join(names[:NAMED])}{more}"


def _advised(words: str) -> str:
    return f"{_UNDATED}: {_HOW}, else " + words.partition(": ")[2] if words.startswith(_UNDATED) else words


def _short(name: str) -> str:
    return Path(name).name
