"""The names of all the codes in a stored proposal."""

from collections.abc import Iterator
from typing import Any

from incidents.store.query.connect import Reader
from incidents.store.query.tree import coded

Values = dict[str, Any]


class Names(dict[str, str]):
    """Names by code; a code that nothing has, or a value that is none, goes by itself."""

    def __missing__(self, code: str) -> str:
        """The code."""
        return code


def named(reader: Reader, proposal: Values) -> Names:
    """Places by their paths, institutions (those that the proposal would add too) and outlets by their names."""
    codes = sorted(set(_codes(proposal)))
    found = Names((one["code"], one["name"]) for one in proposal.get("institutions", ()))
    for noun, column in (("outlet", "name"), ("institution", "name"), ("place", "path")):
        found.update(coded(reader, noun, ("code", column), codes))
    return found


def _codes(proposal: Values) -> Iterator[str]:
    """All that may be a code."""
    own = proposal["incident"]
    yield from (link["place"] for link in own.get("places", ()))
    yield from (link["institution"] for link in own.get("institutions", ()))
    for told in own.get("evidence", ()):
        yield from filter(None, (told.get("origin"), told.get("source_place")))
        yield from (str(claim["value"]) for claim in told.get("claims", ()))
    for problem in proposal.get("problems", ()):
        yield from map(str, problem.get("candidates", ()))
