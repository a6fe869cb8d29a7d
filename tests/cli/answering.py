"""Answering what `add` asks on a pseudo-terminal."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.cli.conftest import Program
from tests.cli.sitting import Sitting, sitting

AGREED = "record it? [Y/n/e]:"


@contextmanager
def adding(program: Program, *words: str, **more: Any) -> Iterator[Sitting]:
    with sitting(program, *words, command="add", lines=60, columns=100, **more) as seat:
        yield seat


def answer(seat: Sitting, label: str, words: str) -> None:
    """Wait for the prompt, type after it, and go on."""
    seat.until(f"\n{label}:")
    if words:
        seat.type(words)
        seat.until(words)
    seat.press("Enter")


def answered(seat: Sitting, **answers: str) -> None:
    for label, words in answers.items():
        answer(seat, label.replace("_", " "), words)


def shown(program: Program, incident: str) -> Any:
    return json.loads(program.out("show", incident, "--format", "jsonl"))


def count(program: Program) -> int:
    return len(program.out("list", "--format", "jsonl").splitlines())
