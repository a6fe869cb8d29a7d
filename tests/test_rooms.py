"""The table of rooms and doors of DESIGN section 3: which room may import which, and which third party."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "incidents"

BASE = {"model", "errors", "paths"}
DOORS = {
    "__init__": set(),
    "__main__": {"cli"},
    "model": set(),
    "errors": set(),
    "paths": set(),
    "lexicon": {"model", "paths", "errors"},  # a wrong row of a phrase table is told by its line
    "extract": {"model", "lexicon", "errors"},
    "intake": BASE,
    "store": BASE,
    "store/query": BASE,
    "output": {"model"},
    "actions": BASE | {"lexicon", "extract", "intake", "store"},
    "cli": BASE | {"actions", "store", "output", "intake"},
}
THIRD_PARTY = {
    "paths": {"platformdirs"},
    "lexicon": {"rapidfuzz"},
    "store": {"sqlmodel", "sqlalchemy", "alembic"},
    "store/query": {"psycopg"},
    "actions": {"joblib"},
    "cli": {"click", "rich", "prompt_toolkit"},  # the last where something is asked only
}


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    if parts[:2] == ("store", "query"):
        return "store/query"
    return parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every absolute module name that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            if node.module == "incidents":
                yield from (f"incidents.{alias.name}" for alias in node.names)


def allowed(room: str, module: str) -> bool:
    top, _, rest = module.partition(".")
    if top != "incidents":
        return top in sys.stdlib_module_names or top in THIRD_PARTY.get(room, set())
    target = rest.split(".")[0]
    if rest.startswith("store.query") and room in ("store/query", "cli", "actions", "store"):
        return True
    own = room.partition("/")[0]
    if room == "store/query" and target == "store":
        return rest == "store.location"
    return not target or target == own or target in DOORS[room] or rest == "__version__"


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_uses_only_its_doors(path: Path) -> None:
    room = room_of(path)
    assert room in DOORS, f"{path.name} stands in no room of the table"
    assert [module for module in imported(path) if not allowed(room, module)] == []


def test_the_walk_would_see_a_wrong_door() -> None:
    assert not allowed("model", "incidents.store.unit")
    assert not allowed("store/query", "sqlalchemy")
    assert not allowed("actions", "incidents.output.table")
    assert allowed("cli", "incidents.store.query.chronology")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_is_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
