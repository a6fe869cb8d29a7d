"""One JSON object from standard input, strictly: what is not said plainly is refused, never guessed."""

import json
import sys
from typing import Any

from incidents.errors import BadInput

_OURS = ("id", "uid", "code", "revision", "recorded_at", "recorded_by", "updated_at", "first_reported")
"""What the program itself gives a record."""


def piped_object() -> dict[str, Any]:
    """The JSON object on standard input.

    Raises:
        BadInput: it is not UTF-8, no JSON, no object, names a key twice, or one that the program gives itself.
    """
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_number)
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise BadInput("standard input is not UTF-8.") from error
    except UnicodeEncodeError as error:
        raise BadInput("standard input holds half of a surrogate pair, which is no character.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"standard input is no incident: {error}.") from error
    if not isinstance(found, dict):
        raise BadInput('standard input is no incident: one JSON object is expected, as in {"title": "…"}.')
    _check_keys(found)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {double!r} stands there twice")
    return found


def _number(words: str) -> Any:
    raise ValueError(f"{words} is no JSON number")


def _check_keys(found: dict[str, Any]) -> None:
    ours = [name for name in _OURS if name in found]
    if ours:
        raise BadInput(f"standard input names {', '.join(ours)}, which the program itself gives: leave it out.")
