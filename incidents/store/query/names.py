"""Names of places, institutions and outlets, resolved through the names that the database holds.

Matching forgives spelling (`model.key`), results are never guessed: unknown and ambiguous names are errors.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from incidents.errors import NotFound, Refused, UsageProblem
from incidents.model.key import fold, place_key
from incidents.store.query.connect import Reader
from incidents.store.query.sql import marks

SUGGESTED = 3
_LONGEST = 1000
"""Characters of the longest name that is looked up, with all that it lies in."""
_POINTS = {"n": "North", "s": "South", "e": "East", "w": "West"}
_POINT = re.compile(r"\s*([nsew])(?:\.\s*|\s+)(?=\w)", re.IGNORECASE)


class Noun(NamedTuple):
    """A table of named things: `about` is the column of its listing that tells namesakes apart."""

    table: str
    about: str
    key: Callable[[str], str]


class Match(NamedTuple):
    """One thing by that name. `name` is its canonical name, `found` the name that matched."""

    code: str
    name: str
    found: str


NOUNS = {
    "place": Noun("place", "path", place_key),
    "institution": Noun("institution", "parent", fold),
    "outlet": Noun("outlet", "kind", fold),
}


def one(reader: Reader, noun: str, words: str, *, level: str = "", home: str = "") -> str:
    """The code of the one thing that is called `words`: by code, by any name, or by what may be a spelling of one.

    A place may be narrowed by what it lies in (`Posong, Samsu`), or to a `level` of the tree. Where one of the `home`
    country goes by that very name, none abroad is meant: Kangwon is KP-07, not a spelling of KR-42. Of institutions any
    name does: the NSA is kp.mss, not us.nsa.

    Raises:
        NotFound: nothing is called so; the sentence names the nearest few.
        UsageProblem: several are; the sentence names them with their codes.
    """
    if len(words) > _LONGEST:
        raise NotFound(f"there is no {level or noun} {words[:40]!r}…: no name has {len(words)} characters")
    found = named(reader, noun, words) or spelled(reader, noun, words)
    fitting = _of_level(reader, found, level) if level else found
    fitting = _at_home(fitting, noun, words, home) if home and len(fitting) > 1 else fitting
    if len(fitting) == 1:
        return fitting[0].code
    if fitting:
        candidates = "; ".join(described(reader, noun, [match.code for match in fitting]))
        raise UsageProblem(f"{words!r} can be several: {candidates}; give the code")
    if found:
        raise NotFound(f"{found[0].name} ({found[0].code}) is no {level}; use --place for it")
    raise NotFound(_unknown(reader, noun, words, level))


def standing(reader: Reader, noun: str, words: str) -> str:
    """As `one`, for what shall be had by something new.

    Raises:
        Refused: it is retired; filters still find what has it.
        NotFound, UsageProblem: as `one`.
    """
    code = one(reader, noun, words)
    row = reader.one(f"SELECT name FROM {NOUNS[noun].table} WHERE code = ? AND retired <> 0", (code,))
    if row:
        raise Refused(f"{row[0]} ({code}) is retired: nothing new can have it; name another {noun}.")
    return code


def named(reader: Reader, noun: str, words: str) -> list[Match]:
    """All that are called so: the one with that code, else those with that very name, else with that key."""
    if by_code := _by_code(reader, noun, words):
        return by_code
    name, *within = (part.strip() for part in words.split(",")) if noun == "place" else (words,)
    found = _by_key(reader, noun, name) or _by_key(reader, noun, words) or _by_key(reader, noun, _full(noun, name))
    for part in within:
        found = [match for match in found if _inside(reader, match, part)]
    exact = {m.code: m for m in found if fold(m.found) == fold(name)}
    return list((exact or {match.code: match for match in found}).values())


def spelled(reader: Reader, noun: str, words: str) -> list[Match]:
    """All that may be called so in another romanization or orthography; they are few, and often one."""
    from incidents.model.rough import unjoined  # noqa: PLC0415  only on the way to an error
    from incidents.store.query.rough import roughly  # noqa: PLC0415  likewise

    name, *within = (part.strip() for part in words.split(",")) if noun == "place" else (words,)
    rows = list(roughly(reader, noun, _full(noun, name)))
    if not rows and noun == "place":
        rows = list(roughly(reader, noun, unjoined(name)))
    found = {row[0]: Match(*row) for row in rows}
    for part in within if found else ():
        above = {row[0] for row in roughly(reader, noun, _full(noun, part))}
        found = {code: one for code, one in found.items() if _below(reader, code, above) or _inside(reader, one, part)}
    return list(found.values())


def described(reader: Reader, noun: str, codes: list[str]) -> list[str]:
    """`Unsan, North Pyongan, North Korea (KP-03.unsan)` of each code, in their order."""
    table, about, _ = NOUNS[noun]
    text = f"SELECT code, name, {about} FROM {table}_listing WHERE code IN ({marks(codes)})"
    rows = {row[0]: row for row in reader.rows(text, tuple(codes))}
    return [_described(*rows[code]) for code in codes]


def _at_home(found: list[Match], noun: str, words: str, home: str) -> list[Match]:
    own = [match for match in found if match.code.upper().startswith((f"{home}-", f"{home}."))]
    told = noun == "institution" or any(fold(match.name) == fold(words) for match in own)
    return own if own and told else found


def _described(code: str, name: str, about: str | None) -> str:
    more = about or ""
    return f"{more if more.startswith(name) else f'{name}, {more}' if more else name} ({code})"


def _full(noun: str, name: str) -> str:
    """`North Hamgyong` for `N. Hamgyong`, of places."""
    found = _POINT.match(name) if noun == "place" else None
    return f"{_POINTS[found[1].lower()]} {name[found.end() :]}" if found else name


def _by_code(reader: Reader, noun: str, words: str) -> list[Match]:
    head, dot, rest = words.strip().partition(".")
    upper = head.upper() + dot + rest.lower()
    code = (words.strip(), upper, words.strip().lower())
    table = NOUNS[noun].table
    rows = list(reader.rows(f"SELECT code, name, code, retired FROM {table} WHERE code IN (?, ?, ?)", code))
    left = [Match(*row[:3]) for row in rows if not row[3]]
    exact = [match for match in left if match.code == words.strip()]
    return exact or left or _merged(reader, table, code) or [Match(*row[:3]) for row in rows]


def _merged(reader: Reader, table: str, code: tuple[str, ...]) -> list[Match]:
    """What the thing with this code was merged into."""
    if table == "outlet":
        return []
    text = f"""SELECT n.code, n.name, m.name FROM {table}_name m JOIN {table} n ON n.id = m.{table}_id
        WHERE m.kind = 'merged' AND m.name IN (?, ?, ?) AND n.retired = 0"""
    return [Match(*row) for row in reader.rows(text, code)]


def _by_key(reader: Reader, noun: str, words: str) -> list[Match]:
    table, _, key = NOUNS[noun]
    text = f"""SELECT n.code, n.name, m.name FROM {table}_name m JOIN {table} n ON n.id = m.{table}_id
        WHERE m.key = ? AND n.retired = 0 ORDER BY n.code"""
    return [Match(*row) for row in reader.rows(text, (key(words),))]


def _inside(reader: Reader, match: Match, words: str) -> bool:
    text = """SELECT 1 FROM place n JOIN place_closure c ON c.place_id = n.id JOIN place_name m
        ON m.place_id = c.ancestor_id WHERE n.code = ? AND c.depth > 0 AND m.key IN (?, ?) LIMIT 1"""
    return any(True for _ in reader.rows(text, (match.code, place_key(words), place_key(_full("place", words)))))


def _below(reader: Reader, code: str, above: Collection[str]) -> bool:
    text = f"""SELECT 1 FROM place n JOIN place_closure c ON c.place_id = n.id JOIN place a ON a.id = c.ancestor_id
        WHERE n.code = ? AND c.depth > 0 AND a.code IN ({marks(above)}) LIMIT 1"""
    return any(True for _ in reader.rows(text, (code, *above)))


def _of_level(reader: Reader, found: list[Match], level: str) -> list[Match]:
    text = f"SELECT code FROM place WHERE level = ? AND code IN ({marks(found)})"
    fitting = {row[0] for row in reader.rows(text, (level, *(m.code for m in found)))} if found else set()
    return [match for match in found if match.code in fitting]


def _unknown(reader: Reader, noun: str, words: str, level: str) -> str:
    codes = nearest(reader, noun, words, level, SUGGESTED + 1)
    near = described(reader, noun, codes[:SUGGESTED])
    more = f" (more: incidents {noun} search {words!r})" if len(codes) > SUGGESTED and noun != "outlet" else ""
    hint = f"; did you mean {' or '.join(near)}?{more}" if near else f"; incidents {noun} list names them all"
    return f"there is no {level or noun} {words!r}{hint}"


def nearest(reader: Reader, noun: str, words: str, level: str = "", limit: int = SUGGESTED) -> list[str]:
    """Codes of the few whose names hold the `words`, else are most like them."""
    from incidents.store.query.suggest import keyed, meant  # noqa: PLC0415  only on the way to an error

    table, _, key = NOUNS[noun]
    asked = " AND n.level = ?" if level else ""
    text = f"SELECT m.key, n.code FROM {table}_name m JOIN {table} n ON n.id = m.{table}_id WHERE n.retired = 0{asked}"
    known = keyed((row[0], row[1]) for row in reader.rows(text, (level,) if level else ()))
    return meant(key(_full(noun, words.partition(",")[0] if noun == "place" else words)), known, limit)
