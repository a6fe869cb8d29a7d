"""Names as they are typed to a command: what the database calls so, and of institutions any form that reports write."""

from incidents.errors import NotFound
from incidents.store.query.connect import Reader


def one_meant(reader: Reader, noun: str, words: str, *, level: str = "", home: str = "") -> str:
    """As `store.query.names.one`; an institution may also be named as a report would: "the Hyesan city party".

    Raises:
        NotFound, UsageProblem: as `one`.
    """
    from incidents.store.query.names import one  # noqa: PLC0415  a plain list starts without it

    try:
        return one(reader, noun, words, level=level, home=home)
    except NotFound:
        if noun == "institution" and (code := formed(reader, words)):
            return code
        raise


def standing_meant(reader: Reader, noun: str, words: str) -> str:
    """As `one_meant`, for what shall be had by something new.

    Raises:
        Refused, NotFound, UsageProblem: as `store.query.names.standing`.
    """
    from incidents.store.query.names import standing  # noqa: PLC0415  likewise

    try:
        return standing(reader, noun, words)
    except NotFound:
        if noun == "institution" and (code := formed(reader, words)):
            return code
        raise


def formed(reader: Reader, words: str) -> str:
    """The code of what the words name by their form ("the Hyesan city party"), if it is there; empty if they do not.

    Raises:
        NotFound: no record has needed it yet.
    """
    from incidents.actions.by_form import by_form  # noqa: PLC0415  only on the way to an error: it reads as a report

    found = by_form(reader.location, words)
    if found is None or not found.code:
        return ""
    if reader.one("SELECT 1 FROM institution WHERE code = ? AND retired = 0", (found.code,)):
        return found.code
    name = found.made.name if found.made else found.text
    raise NotFound(f"no record names the {name} yet: it is added with the first that does")
