"""Words are rows: each kind of word that a table holds is asked for by the code of extraction."""

import re
from pathlib import Path

import pytest

import incidents
from incidents.intake.seeds import read_phrases

CODE = "".join(
    file.read_text(encoding="utf-8")
    for room in ("extract", "lexicon")
    for file in Path(incidents.__path__[0], room).rglob("*.py")
)
KINDS = [
    ("abbreviations", "kind"),
    ("attribution_phrases", "kind"),
    ("boilerplate", "match"),
    ("datelines", "kind"),
    ("grammar", "kind"),
    ("institution_carry", "use"),
    ("institution_context", "side"),
    ("institution_offices", "use"),
    ("institution_patterns", "form"),
    ("number_words", "kind"),
    ("people_context", "use"),
    ("people_groups", "form"),
    ("place_context", "use"),
    ("place_setting", "use"),
    ("status", "effect"),
    ("syntax", "kind"),
    ("titles", "kind"),
]


@pytest.mark.parametrize(("table", "column"), KINDS)
def test_each_kind_is_asked_for_by_the_code(table: str, column: str) -> None:
    kinds = {row[column] for row in read_phrases("en")[table]}
    assert {kind for kind in kinds if not re.search(rf"['\"]{kind}['\"]", CODE)} == set()
