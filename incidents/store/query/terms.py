"""Terms of the vocabularies (types, families, source types, roles), by code or by name."""

from collections.abc import Sequence

from incidents.errors import NotFound
from incidents.model.key import fold
from incidents.store.query.connect import Reader

SUGGESTED = 4
TABLES = {
    "type": "incident_type",
    "family": "incident_family",
    "source type": "source_type",
    "place role": "place_role",
    "institution role": "institution_role",
    "people group": "people_group",
    "relation": "incident_relation_kind",
    "place kind": "place_kind",
    "institution kind": "institution_kind",
}


def term(reader: Reader, vocabulary: str, words: str) -> str:
    """The code of the term with this code, name or Korean name, in any spelling.

    Raises:
        NotFound: there is none; the sentence names the nearest, else all.
    """
    text = f"SELECT code, name, korean, definition FROM {TABLES[vocabulary]} ORDER BY rank, code"
    rows = [tuple(row) for row in reader.rows(text, ())]
    names = {fold(name): code for code, *others, _ in rows for name in (code, *others) if name}
    found: str | None = names.get(fold(words))
    if found:
        return found
    raise NotFound(f"there is no {vocabulary} {words!r}; {_hint(vocabulary, words, rows)}")


def _hint(vocabulary: str, words: str, rows: Sequence[tuple[str, ...]]) -> str:
    """What was meant perhaps, and where all stand."""
    from incidents.store.query.suggest import alike, holding, keyed  # noqa: PLC0415  only on the way to an error

    known = keyed(((name, code) for code, *names in rows for name in (code, *names[:2]) if name), fold)
    asked = fold(words)
    likely = list(dict.fromkeys((*holding(asked, known, SUGGESTED), *alike(asked, known, SUGGESTED))))
    near = likely or _defined(asked, rows)
    if near:
        more = " incidents add --help lists all" if vocabulary == "type" else ""
        return f"did you mean {' or '.join(near[:SUGGESTED])}?{more}"
    return f"it is one of {', '.join(row[0] for row in rows)}"


def _defined(asked: str, rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Codes of the terms whose definition has a word that begins so."""
    return [row[0] for row in rows if any(word.startswith(asked) for word in fold(row[-1] or "").split())]


def codes(reader: Reader, vocabulary: str) -> list[str]:
    """All codes of a vocabulary, by rank."""
    return [row[0] for row in reader.rows(f"SELECT code FROM {TABLES[vocabulary]} ORDER BY rank, code", ())]
