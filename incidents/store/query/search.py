"""Words in incidents, through the index of search parts."""

import re

from incidents.store.query.sql import Sql

_HANGUL = "[가-힣]{2,}"
_INDEXES = {
    "sqlite": "p.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)",
    "postgresql": "to_tsvector('simple', p.body) @@ to_tsquery('simple', ?)",
}
_AND = {"sqlite": " AND ", "postgresql": " & "}


def expanded(text: str) -> str:
    """`text` with runs of Hangul as bigrams (`양강도` -> `양강 강도`), so that a part of a word is found."""
    if text.isascii():
        return text
    return re.sub(_HANGUL, lambda run: " ".join(run[0][k : k + 2] for k in range(len(run[0]) - 1)), text)


def mentioning(text: str, dialect: str) -> Sql:
    """The condition on `i` that every word of `text` stands in one part of the incident."""
    found = standing_in(text, dialect, "incident")
    return Sql(f"i.id IN ({found.text})", found.values)


def standing_in(text: str, dialect: str, kind: str) -> Sql:
    """The query for the numbers of those of a kind (`incident`, `report`) of which a part has every word of `text`."""
    words = [f'"{word}"' if dialect == "sqlite" else f"'{word}'" for word in re.findall(r"\w+", expanded(text))]
    if not words:
        return Sql("SELECT p.ref FROM search_part p WHERE 1 = 0")
    parts = f"SELECT p.ref FROM search_part p WHERE p.kind = '{kind}' AND {_INDEXES[dialect]}"
    return Sql(parts, (_AND[dialect].join(words),))
