"""What the program and its database say of places and institutions, for the tests of their upkeep."""

import json
import sqlite3
from contextlib import closing
from typing import Any

from tests.cli.conftest import Program

VILLAGE = ("place", "add", "Sangri", "--kind", "ri", "--under", "Samsu")


def shown(program: Program, noun: str, words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(program.out(noun, "show", words, "--format", "jsonl"))
    return found


def names(program: Program, noun: str, words: str) -> dict[str, tuple[str, str, str]]:
    """Kind, since and until of each name."""
    return {one["name"]: (one["kind"], one["since"], one["until"]) for one in shown(program, noun, words)["names"]}


def found(program: Program, *filters: str) -> list[int]:
    """The numbers of the incidents that a list with these filters has."""
    rows = json.loads(program.out("list", "--sort", "id", *filters, "--format", "json"))
    return [row["id"] for row in rows]


def log(program: Program) -> str:
    return program.out("history", "--format", "csv")


def rows(program: Program) -> list[tuple[Any, ...]]:
    """Everything that is known of places and institutions, but for numbers."""
    with closing(sqlite3.connect(program.path)) as connection:
        return [
            row
            for text in (
                "SELECT code, name, kind, level, parent_id, since, latitude, origin, seed_hash, retired FROM place",
                "SELECT place_id, name, language, kind, since, until, key, origin FROM place_name ORDER BY 1, 2",
                "SELECT place_id, parent_id, kind, since, until, origin FROM place_parent ORDER BY 1, 2, 3, 4",
                "SELECT * FROM place_closure ORDER BY 1, 2",
                "SELECT code, name, kind, parent_id, place_id, since, until, origin, retired FROM institution",
                "SELECT institution_id, name, language, kind, since, until, key FROM institution_name ORDER BY 1, 2",
                "SELECT institution_id, parent_id, since, until, origin FROM institution_parent ORDER BY 1, 2, 3",
                "SELECT * FROM institution_closure ORDER BY 1, 2",
                "SELECT * FROM incident_scope ORDER BY 1, 2, 3, 4, 5",
            )
            for row in connection.execute(text)
        ]
