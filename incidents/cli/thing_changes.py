"""What a change of a place or an institution changed, in words: one line a field, as `cli.changes` does of others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incidents.intake.language import language_names
from incidents.output.safe import line
from incidents.store.query.connect import Reader

KINDS = ("place", "institution")
"""The kinds of subjects whose changes are told here."""
_CALLED, _UNDER = "called ", "under "
_HIDDEN = frozenset(("origin", "level"))
_LINKS = {"parent": "", "place": "place"}
"""Fields with a code: of which table, empty for the subject's own."""
_LABELS = {"parent": "under", "latitude": "degrees north", "longitude": "degrees east"}
_ORDER = ("name", "kind", "parent")


def told(reader: Reader, kind: str, content: Mapping[str, Sequence[Any]]) -> list[tuple[str, str]]:
    """The fields of a change of the subject `kind`: `("under", "Samsu → Kapsan")`, `("called Hye San", "alias")`."""
    order = {name: place for place, name in enumerate(_ORDER)}
    names = sorted((name for name in content if name not in _HIDDEN), key=lambda name: (order.get(name, 9), name))
    return [one for name in names for one in _told(reader, kind, name, *content[name])]


def _told(reader: Reader, kind: str, name: str, old: Any, new: Any) -> Iterator[tuple[str, str]]:
    before, after = (_worded(reader, kind, name, value) for value in (old, new))
    if name.startswith(_UNDER):
        code = name.removeprefix(_UNDER).split(" ")[0]
        label = f"also under {_named(reader, kind, code)}"
    else:
        label = line(name) if name.startswith(_CALLED) else _LABELS.get(name, name)
    if before != after:
        gone = "no longer" if name.startswith((_CALLED, _UNDER)) else "no" if old is True else "none"
        yield label, f"{before} → {after or gone}" if before else after


def _worded(reader: Reader, kind: str, name: str, value: Any) -> str:
    """A value in words; nothing for none."""
    if value in (None, "", False):
        return ""
    if name.startswith(_CALLED):
        how, language, since, until, *_ = value
        return " ".join(filter(None, (_tongue(language), how, *_times(since, until))))
    if name.startswith(_UNDER):
        since = name.removeprefix(_UNDER).split(" ", 2)[2]
        return " ".join(_times(since, value[0])) or "formerly"
    if name in _LINKS:
        return _named(reader, _LINKS[name] or kind, value)
    return "yes" if value is True else line(str(value))


def _tongue(language: str) -> str:
    """The language of a name; English goes without saying."""
    return "" if language == "en" else language_names().get(language, "")


def _times(since: str, until: str) -> list[str]:
    return [f"from {since}"] * bool(since) + [f"until {until}"] * bool(until)


def _named(reader: Reader, table: str, code: str) -> str:
    row = reader.one(f"SELECT name FROM {table} WHERE code = ?", (code,))
    return str(row[0]) if row else code
