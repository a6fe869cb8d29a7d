"""The filter options as a Filter: names become codes, dates become days."""

from typing import Unpack

from incidents.cli.options import FilterOptions
from incidents.errors import NotFound, UsageProblem
from incidents.model.filter import Filter
from incidents.store.query.connect import Reader

_HOME = "KP"
"""The country whose places a name in a filter means, if one there goes by it."""


def read_filter(reader: Reader, **given: Unpack[FilterOptions]) -> Filter:
    """The filter that the options ask for.

    Raises:
        NotFound: a name that nothing has.
        UsageProblem: a name that several have, a date that is none, a window that runs backwards.
    """
    since, until = _day(0, "--since", given["since"]), _day(1, "--until", given["until"])
    if since and until and until < since:
        raise UsageProblem(f"--since {given['since']} is after --until {given['until']}")
    if given["certain"] and given["possible"]:
        raise UsageProblem("--certain and --possible exclude each other: give one of them")
    return Filter(
        provinces=_codes(reader, "place", given["province"], "province"),
        places=_codes(reader, "place", given["place"]),
        institutions=_codes(reader, "institution", given["institution"]),
        types=_terms(reader, "type", given["type_"]),
        families=_terms(reader, "family", given["family"]),
        statuses=given["status"],
        kinds=given["kind"],
        since=since,
        until=until,
        window="certain" if given["certain"] else "possible" if given["possible"] else "overlap",
        verification=given["verification"],
        at_least=given["at_least"] or "",
        disputed=given["disputed"],
        reviewed=given["reviewed"],
        source_types=_terms(reader, "source type", given["source_type"]),
        outlets=_codes(reader, "outlet", given["outlet"]),
        tags=given["tag"],
        text=given["text"] or "",
        recorded_since=_day(0, "--recorded-since", given["recorded_since"], utc=True),
        by=given["by"] or "",
        withdrawn=given["withdrawn"],
        limit=given["limit"],
        sort=given["sort"],
    )


def _day(end: int, option: str, text: str | None, *, utc: bool = False) -> str:
    if text is None:
        return ""
    from incidents.cli.days import first_day, last_day  # noqa: PLC0415  a plain list starts without it

    return last_day(option, text) if end else first_day(option, text, utc=utc)


def _codes(reader: Reader, noun: str, given: tuple[str, ...], level: str = "") -> tuple[str, ...]:
    if not given:
        return ()
    return tuple(_code(reader, noun, words, level) for words in given)


def _code(reader: Reader, noun: str, words: str, level: str) -> str:
    from incidents.cli.formed import one_meant  # noqa: PLC0415  a plain list starts without it

    try:
        return one_meant(reader, noun, words, level=level, home=_HOME)
    except NotFound:
        from incidents.cli.typed.links import named_so  # noqa: PLC0415  only on the way to an error

        name, colon, _ = words.rpartition(":")
        if colon and noun != "outlet" and named_so(reader, noun, name):
            raise UsageProblem(
                f"{words!r} has a role, which a filter does not ask for: write {name.strip()!r}"
            ) from None
        raise


def _terms(reader: Reader, vocabulary: str, given: tuple[str, ...]) -> tuple[str, ...]:
    if not given:
        return ()
    from incidents.store.query.terms import term  # noqa: PLC0415  likewise

    return tuple(term(reader, vocabulary, words) for words in given)
