"""What begins with what was typed so far: for completion. Each query is an index range, or a table of few rows."""

from collections.abc import Sequence
from typing import NamedTuple

from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS, Match
from incidents.store.query.sql import Row, marks

LIMIT = 200
_LAST = "\U0010ffff"
_SHORTEST = 4
"""Letters of what is looked up in other romanizations: less is the beginning of too much."""
_DIGITS = 10
"""Numbers of more digits are not completed."""
_NUMBERED = {
    "incident": "SELECT id, title FROM incident WHERE withdrawn = 0 AND ({})",
    "withdrawn": "SELECT id, title FROM incident WHERE withdrawn = 1 AND ({})",
    "proposal": "SELECT id, title FROM proposal WHERE state = 'waiting' AND ({})",
    "report": "SELECT id, '' FROM report WHERE withdrawn = 0 AND ({})",
    "change": "SELECT sequence, action || ' ' || subject_kind FROM change_listing WHERE {}",
}


class Begun(NamedTuple):
    """A thing with a name that begins so: `found` is that name, `about` tells namesakes apart."""

    code: str
    name: str
    found: str
    about: str


def named(reader: Reader, noun: str, words: str, *, level: str = "") -> list[Begun]:
    """Places, institutions or outlets with a name that begins so, in any spelling; else those with a word that does.

    Else those with a name that begins so in another romanization.
    The canonical name of each stands before its others, the followed country first; without words it stands alone.
    """
    key = NOUNS[noun].key(words)
    if not key:
        return _named(reader, noun, "m.name = n.name", (), level)
    ranged = _named(reader, noun, "m.key >= ? AND m.key < ?", (key, key + _LAST), level)
    return ranged or _named(reader, noun, "m.key LIKE ?", (f"% {key}%",), level) or _spelled(reader, noun, words, level)


def _spelled(reader: Reader, noun: str, words: str, level: str) -> list[Begun]:
    """What has a name that begins so in another romanization: `Hamheu`, `Cheongj`."""
    if len(words.strip()) < _SHORTEST:
        return []
    from incidents.store.query.rough import roughly  # noqa: PLC0415  where nothing begins so

    found = {row[2] for row in roughly(reader, noun, words, begun=True)}
    names = sorted(found)[:LIMIT]
    return _named(reader, noun, f"m.name IN ({marks(names)})", names, level) if names else []


def _named(reader: Reader, noun: str, condition: str, values: Sequence[str], level: str) -> list[Begun]:
    about = "u.name" if noun != "outlet" else "''"
    parent = f"LEFT JOIN {noun} u ON u.id = n.parent_id" if noun != "outlet" else ""
    at = "AND n.level = ?" if level else ""
    text = f"""SELECT n.code, n.name, m.name, COALESCE({about}, '') FROM {noun}_name m
        JOIN {noun} n ON n.id = m.{noun}_id {parent} WHERE {condition} AND n.retired = 0 {at}
        ORDER BY n.code NOT LIKE 'KP%', n.code NOT LIKE 'kp.%', m.key, m.name <> n.name, n.code LIMIT {LIMIT}"""
    return [Begun(*row) for row in reader.rows(text, (*values, *([level] if level else [])))]


def shared(reader: Reader, noun: str, names: Sequence[str], level: str = "") -> set[str]:
    """Of these names the keys that several things have."""
    keys = sorted({NOUNS[noun].key(name) for name in names})
    at = "AND n.level = ?" if level else ""
    text = f"""SELECT m.key FROM {noun}_name m JOIN {noun} n ON n.id = m.{noun}_id WHERE n.retired = 0 {at}
        AND m.key IN ({marks(keys)}) GROUP BY m.key HAVING count(DISTINCT n.id) > 1"""
    return {row[0] for row in reader.rows(text, (*([level] if level else []), *keys))}


def coded(reader: Reader, noun: str, words: str, level: str = "") -> list[Match]:
    """What has a code that begins with the words."""
    head, dot, rest = words.partition(".")
    forms = sorted({words, words.lower(), head.upper() + dot + rest.lower()})
    condition = " OR ".join("code >= ? AND code < ?" for _ in forms)
    values = [end for form in forms for end in (form, form + _LAST)]
    at = "AND level = ?" if level else ""
    text = f"SELECT code, name, code FROM {noun} WHERE retired = 0 AND ({condition}) {at} ORDER BY code LIMIT {LIMIT}"
    return [Match(*row) for row in reader.rows(text, (*values, *([level] if level else [])))]


def numbered(reader: Reader, subject: str, digits: str, limit: int) -> list[Row]:
    """The newest things with a number that begins with these digits: number and title, in the order of the numbers."""
    column = "sequence" if subject == "change" else "id"
    condition = f"{column} >= ? AND {column} < ?"
    found: list[Row] = []
    for start, end in _ranges(digits):
        text = f"{_NUMBERED[subject].format(condition)} ORDER BY {column} DESC LIMIT {limit - len(found)}"
        found += reader.rows(text, (start, end))
    return found[::-1]


def _ranges(digits: str) -> list[tuple[int, int]]:
    """The numbers that begin so, the largest first: of `12` up to 1,200,000,000 to 1,299,999,999, at last 12 itself."""
    if not digits:
        return [(0, 10**_DIGITS)]
    more = range(0 if digits.startswith("0") else _DIGITS - len(digits))
    return [(int(digits) * 10**zeros, (int(digits) + 1) * 10**zeros) for zeros in reversed(more)]


def tags(reader: Reader, words: str) -> list[str]:
    """The tags that begin so. One look at the index for each, however many incidents have it."""
    text = f"""WITH RECURSIVE found (tag) AS (
        SELECT (SELECT min(tag) FROM incident_tag WHERE tag >= ?)
        UNION ALL SELECT (SELECT min(tag) FROM incident_tag WHERE tag > found.tag) FROM found WHERE found.tag < ?
        ) SELECT tag FROM found WHERE tag < ? LIMIT {LIMIT}"""
    return [row[0] for row in reader.rows(text, (words, words + _LAST, words + _LAST))]
