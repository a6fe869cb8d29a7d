"""Which fields of a plain record or proposal hold codes of places or institutions."""

from collections.abc import Mapping
from typing import Any


def coded(value: Mapping[str, Any], noun: str) -> tuple[str, ...]:
    """The fields of a link, passage, claim, problem or proposed institution that hold codes of the noun."""
    about = ("value", "candidates") if value.get("field") == noun else ()
    if noun == "place":
        return "place", "source_place", *about
    return "institution", *about, *(("code", "parent") if "name" in value else ())


def holds(value: Any, noun: str, code: str) -> bool:
    """Whether a plain record or proposal has the thing with this code anywhere; words may be spelled alike."""
    if isinstance(value, list):
        return any(holds(one, noun, code) for one in value)
    if not isinstance(value, Mapping):
        return False
    own = (value.get(name) for name in coded(value, noun))
    return any(code in one if isinstance(one, list) else one == code for one in own) or any(
        holds(one, noun, code) for one in value.values()
    )


def codes(value: Any, noun: str) -> set[str]:
    """All codes of the noun that a plain record or proposal has; a code of a field may be that of no thing yet."""
    if isinstance(value, list):
        return set[str]().union(*(codes(one, noun) for one in value))
    if not isinstance(value, Mapping):
        return set()
    own = (value.get(name) for name in coded(value, noun))
    held = (one if isinstance(one, list) else [one] for one in own)
    here = {code for some in held for code in some if isinstance(code, str) and code}
    return here.union(*(codes(one, noun) for one in value.values()))
