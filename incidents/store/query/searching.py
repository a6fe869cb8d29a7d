"""Searching places and institutions: what is called so, then what begins so, then what is like it, each with why."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incidents.store.query.beginning import coded
from incidents.store.query.connect import Reader
from incidents.store.query.names import NOUNS, Match, named, spelled
from incidents.store.query.rough import roughly
from incidents.store.query.suggest import HOME, alike, keyed

WAYS = ("called", "spelled", "begins", "word", "holds", "similar")
"""How a name matches, the best first: it is that, is that in another romanization, begins so, has words that begin so,
has it inside (in a script that writes words together), or is only like it."""
_SIMILAR = 3
"""So many that are only like it are named."""
_SHORTEST = 4
"""Letters of what is looked up in other romanizations by its beginning: less is the beginning of too much."""
_NAMES = """SELECT m.key, n.code, n.name, m.name, m.until FROM {0}_name m JOIN {0} n ON n.id = m.{0}_id
    WHERE n.retired = 0 AND m.kind <> 'merged' ORDER BY m.name <> n.name, m.key, n.code"""


class Hit(NamedTuple):
    """One thing, the name that matched, how it did (`WAYS`), and until when it was called so (EDTF, or empty)."""

    code: str
    found: str
    how: str
    until: str = ""


class _Held(NamedTuple):
    """One name of a thing, by its folded form."""

    key: str
    code: str
    name: str
    found: str
    until: str


def search(reader: Reader, noun: str, words: str, limit: int) -> list[Hit]:
    """The best `limit` of what the words find, each thing once with its best reason; none of words with no letter."""
    key = NOUNS[noun].key(words)
    if not key:
        return []
    names = [_Held(*row) for row in reader.rows(_NAMES.format(noun))]
    found: dict[str, Hit] = {}
    for hit in _ranked(reader, noun, words, key, names):
        found.setdefault(hit.code, hit)
        if len(found) >= limit:
            break
    return list(found.values())


def _ranked(reader: Reader, noun: str, words: str, key: str, names: Sequence[_Held]) -> Iterator[Hit]:
    called = named(reader, noun, words)
    yield from _of(names, called, "called")
    yield from _of(names, spelled(reader, noun, words) if not called else [], "spelled")
    hits = _holding(key, names)
    yield from hits
    if not (called or hits):
        yield from _of(names, coded(reader, noun, words.strip()), "begins")
        rough = roughly(reader, noun, words, begun=True) if len(key) >= _SHORTEST else ()
        yield from _of(names, [Match(*row) for row in rough], "spelled")
    yield from _similar(key, names)


def _holding(key: str, names: Sequence[_Held]) -> list[Hit]:
    """What has the words in a name: the best way first, the followed country, the larger unit, the shortest name.

    Of a thing with several such names its own is taken, then the shortest.
    """
    found: dict[str, tuple[int, bool, int, Hit]] = {}
    for one in names:
        if how := _how(key, one.key):
            hit = Hit(one.code, one.found, how, one.until)
            rank = WAYS.index(how), one.found != one.name, len(one.found), hit
            found[one.code] = min(rank, found.get(one.code, rank))
    best = sorted(found.values(), key=_order)
    return [hit for *_, hit in best]


def _order(rank: tuple[int, bool, int, Hit]) -> tuple[int, bool, int, int, Hit]:
    way, _, length, hit = rank
    return way, not hit.code.startswith(HOME), hit.code.count("."), length, hit


def _similar(key: str, names: Sequence[_Held]) -> Iterator[Hit]:
    """The few whose names are likest; a code with its name is one word for `alike`, which looks at how it begins."""
    known = keyed((one.key, f"{one.code}\t{one.found}") for one in names)
    likest: dict[str, str] = {}
    for pair in alike(key, known, _SIMILAR * 4):
        code, _, found = pair.partition("\t")
        likest.setdefault(code, found)
    yield from (Hit(code, found, "similar") for code, found in list(likest.items())[:_SIMILAR])


def _of(names: Sequence[_Held], matches: Sequence[Match], how: str) -> Iterator[Hit]:
    until = {(one.code, one.found): one.until for one in names}
    return (Hit(one.code, one.found, how, until.get((one.code, one.found), "")) for one in matches)


def _how(key: str, own: str) -> str:
    """How a folded name holds the folded words; empty if it does not."""
    if own.startswith(key):
        return "begins"
    begun = own.split()
    if all(any(word.startswith(part) for word in begun) for part in key.split()):
        return "word"
    return "holds" if not key.isascii() and key in own else ""
