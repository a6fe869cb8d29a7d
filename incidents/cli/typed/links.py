"""Places and institutions of an incident as they are typed: a name that only one has, and `: role` where it matters."""

from collections.abc import Collection, Iterator
from contextlib import suppress

from incidents.cli.formed import standing_meant
from incidents.errors import IncidentsError, NotFound, UsageProblem
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS, standing
from incidents.store.query.terms import codes

USUAL = {"place": "scene", "institution": "actor"}
"""The role that is not said."""
ARTICLE = {"place": "a place", "institution": "an institution"}
Link = tuple[str, str]
"""A code and a role."""


class NoRole(NotFound):
    """A name that something has, with what is no role after a colon."""


def typed_link(reader: Reader, noun: str, words: str, held: Collection[str] = ()) -> Link:
    """The code, and the role after the last colon if it is one; a code of `held` is taken as it stands.

    Raises:
        NotFound, UsageProblem: a name that nothing or several have.
        NoRole: what stands after the colon of a name that is known is none.
    """
    name, role = parted(reader, noun, words)
    return _code(reader, noun, name, held), role


def parted(reader: Reader, noun: str, words: str) -> tuple[str, str]:
    """The name and the role of what was typed: the usual role where what stands after the last colon is none."""
    name, colon, role = (part.strip() for part in words.rpartition(":"))
    if colon and role.lower() in codes(reader, f"{noun} role"):
        return name, role.lower()
    return words.strip(), USUAL[noun]


def written_link(reader: Reader, noun: str, code: str, role: str) -> str:
    """The shortest way to type it that is read as the very same: its name, with what it lies in, or its code."""
    ending = "" if role == USUAL[noun] else f": {role}"
    for words in (*(f"{name}{ending}" for name in _ways(reader, noun, code)), f"{code}{ending}"):
        with suppress(IncidentsError):
            if typed_link(reader, noun, words, (code,)) == (code, role):
                return words
    return f"{code}: {role}"


def path_of(reader: Reader, noun: str, code: str) -> str:
    """`Posong, Samsu, Ryanggang, North Korea` of a place, the name of an institution; its code if it has none here."""
    table, about, _ = NOUNS[noun]
    row = reader.one(f"SELECT name, {about} FROM {table}_listing WHERE code = ?", (code,))
    return code if row is None else str(row[1] or row[0]) if noun == "place" else str(row[0])


def _code(reader: Reader, noun: str, name: str, held: Collection[str]) -> str:
    if name in held:
        return name
    try:
        return standing_meant(reader, noun, name)
    except NotFound:
        _demand_role(reader, noun, name)
        raise


def _demand_role(reader: Reader, noun: str, words: str) -> None:
    """Raises NoRole where all that is not known about the words is what stands after their last colon."""
    name, colon, role = (part.strip() for part in words.rpartition(":"))
    if not (colon and named_so(reader, noun, name)):
        return
    roles = ", ".join(codes(reader, f"{noun} role"))
    raise NoRole(f"{role!r} is no role of {ARTICLE[noun]}: after the colon stands one of {roles}")


def named_so(reader: Reader, noun: str, name: str) -> bool:
    """Whether one or several things are called so."""
    with suppress(NotFound):
        with suppress(UsageProblem):
            standing(reader, noun, name)
        return True
    return False


def _ways(reader: Reader, noun: str, code: str) -> Iterator[str]:
    path = path_of(reader, noun, code)
    if noun != "place":
        yield path
        return
    parts = path.split(", ")
    yield from (", ".join(parts[: k + 1]) for k in range(len(parts)))
