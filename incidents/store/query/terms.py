"""Terms of the vocabularies (types, families, source types, roles), by code or by name."""

from incidents.errors import NotFound
from incidents.model.key import fold
from incidents.store.query.connect import Reader

TABLES = {
    "type": "incident_type",
    "family": "incident_family",
    "source type": "source_type",
    "place role": "place_role",
    "institution role": "institution_role",
    "people group": "people_group",
}


def term(reader: Reader, vocabulary: str, words: str) -> str:
    """The code of the term with this code, name or Korean name, in any spelling.

    Raises:
        NotFound: there is none; the sentence names the nearest, else all.
    """
    rows = reader.rows(f"SELECT code, name, korean FROM {TABLES[vocabulary]} ORDER BY rank, code", ())
    names = {fold(name): code for code, *others in rows for name in (code, *others) if name}
    found: str | None = names.get(fold(words))
    if found:
        return found
    from difflib import get_close_matches  # noqa: PLC0415  only on the way to an error

    near = list(dict.fromkeys(names[name] for name in get_close_matches(fold(words), names, 3, 0.6)))
    hint = f"did you mean {' or '.join(near)}?" if near else f"it is one of {', '.join(dict.fromkeys(names.values()))}"
    raise NotFound(f"there is no {vocabulary} {words!r}; {hint}")


def codes(reader: Reader, vocabulary: str) -> list[str]:
    """All codes of a vocabulary, by rank."""
    return [row[0] for row in reader.rows(f"SELECT code FROM {TABLES[vocabulary]} ORDER BY rank, code", ())]
