"""What completes a field while it is typed, for prompt_toolkit."""

from collections.abc import Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from incidents.cli.asking.names import Entry, Names, named_things
from incidents.cli.fields import BETWEEN
from incidents.model.key import fold
from incidents.model.scales import KINDS, LEVELS, STATUSES
from incidents.store.query.connect import Reader
from incidents.store.query.terms import TABLES, codes

LIMIT = 12
FEW = 40
"""So many are offered before anything is typed."""
_SCALES = {"status": STATUSES, "kind": KINDS, "level": LEVELS}
_NOUNS = ("place", "institution", "outlet")
_MANY = ("place", "institution", "people", "tag")


class FieldCompleter(Completer):
    """Completes the value that is being typed, the last one where several stand in the line; roles after a colon."""

    def __init__(self, names: Names, *, many: bool, roles: Names | None = None, ending: str = "") -> None:
        self._names, self._many, self._roles, self._ending = names, many, roles, ending

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """prompt_toolkit's: what could stand where the cursor is."""
        words = document.text_before_cursor
        item = (words.rpartition(BETWEEN)[2] if self._many else words).lstrip()
        names = self._names
        if self._roles and ":" in item:
            names, item = self._roles, item.rpartition(":")[2].lstrip()
        for entry in names.beginning(item, LIMIT) if item else names.beginning("", FEW):
            yield _completion(entry, len(item), self._ending)


def completer(reader: Reader, field_name: str) -> Completer:
    """What completes a field of `cli.fields`, or `outlet`, `source type`; all is read now, by this thread."""
    return FieldCompleter(
        _names(reader, field_name),
        many=field_name in _MANY,
        roles=_terms(reader, f"{field_name} role") if field_name in ("place", "institution") else None,
        ending={"people": "=", "level": ": "}.get(field_name, ""),
    )


def _names(reader: Reader, field_name: str) -> Names:
    if field_name in _NOUNS:
        return named_things(reader, field_name)
    if field_name in _SCALES:
        return _plain(_SCALES[field_name])
    if field_name == "tag":
        return _plain(row[0] for row in reader.rows("SELECT DISTINCT tag FROM incident_tag ORDER BY tag"))
    vocabulary = "people group" if field_name == "people" else field_name
    return _terms(reader, vocabulary) if vocabulary in TABLES else Names(())


def _terms(reader: Reader, vocabulary: str) -> Names:
    if vocabulary.endswith(" role"):
        return _plain(codes(reader, vocabulary))
    text = f"SELECT code, name, korean, definition FROM {TABLES[vocabulary]} ORDER BY rank, code"
    rows = list(reader.rows(text))
    return Names(Entry(code, name, about or "") for code, *names, about in rows for name in (code, *names) if name)


def _plain(values: Iterable[str]) -> Names:
    return Names(Entry(value, value, "") for value in values)


def _completion(entry: Entry, typed: int, ending: str) -> Completion:
    same = fold(entry.words).startswith(fold(entry.name))
    seen = entry.words if same else f"{entry.words} ({entry.name})"
    return Completion(f"{entry.words}{ending}", -typed, display=seen, display_meta=entry.about)
